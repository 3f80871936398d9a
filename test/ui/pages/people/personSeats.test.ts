import type { LicenseAudit } from '../../../../src/directory/types';
import { parsePoolKey, parseProductKey } from '../../../../src/licensing/keys';
import type { Product } from '../../../../src/licensing/product';
import type { Seat } from '../../../../src/licensing/types';
import { findAuthor, listPersonSeats } from '../../../../src/ui/pages/people/personSeats';
import { peopleCodec, parseSegments } from '../../../../src/ui/routes';

const sku = '0a11ce00-0000-4000-8000-000000000006';
const [product, other] = [parseProductKey(sku), parseProductKey('0a11ce00-0000-4000-8000-000000000007')];
const [pool, secondPool] = [parsePoolKey(sku), parsePoolKey('allotment:two')];
const at = '2026-11-20T09:00:00Z';

const seat = (over: Partial<Seat> = {}): Seat => ({
  ...{ product, pool, path: { kind: 'direct' }, state: 'active', issue: undefined },
  ...{ disabledPlanIds: [], updatedAt: at, ...over },
});
const viaGroup = { kind: 'group', groupId: 'g1', groupName: 'Field Staff' } as const;
const person = { kind: 'user', id: 'u1', name: 'Greta Almström' } as const;
const service = { kind: 'app', id: undefined, name: 'Group-Based Licensing' } as const;
const audit = (over: Partial<LicenseAudit>): LicenseAudit => ({
  ...{ id: 'a', kind: 'licenses', at, by: person, licenses: undefined, groupId: undefined },
  ...{ failure: undefined, ...over },
});

const describe = (of: Seat) =>
  ({ key: of.product, name: of.product === product ? 'Beta' : 'Alpha' }) as Product;

test('each way is listed by product, direct first, and says whether it takes a seat of its own', () => {
  const seats = [
    seat({ path: viaGroup }),
    seat(),
    seat({ pool: secondPool }),
    seat({ path: { ...viaGroup, groupId: 'g2' }, state: 'error' }),
    seat({ product: other }),
  ];
  const listed = listPersonSeats(seats, describe, 'en');
  expect(listed.map((each) => [each.product.name, each.isFirst, each.mark])).toEqual([
    ['Alpha', true, undefined],
    ['Beta', true, undefined],
    ['Beta', false, 'second-seat'],
    ['Beta', false, 'same-seat'],
    ['Beta', false, undefined],
  ]);
  expect(new Set(listed.map(({ key }) => key)).size).toBe(5);
});

test('the author of a direct seat is who changed that license at that time', () => {
  const added = audit({ licenses: [{ skuId: sku, change: 'added' }], at: '2026-11-20T09:01:00Z' });
  expect(findAuthor(seat(), [added])).toEqual({ how: 'assigned', by: person });
  expect(findAuthor(seat(), [audit({})])).toEqual({ how: 'assigned', by: person });
});

test.each([
  ['of another time', audit({ at: '2026-11-20T10:00:00Z' })],
  ['of another product', audit({ licenses: [{ skuId: 'x', change: 'added' }] })],
  ['that took it away', audit({ licenses: [{ skuId: sku, change: 'removed' }] })],
  ['that failed', audit({ failure: '' })],
  ['of the service, which assigns by groups', audit({ by: service })],
  ['without an actor', audit({ by: undefined })],
])('an action %s is not taken for it', (_name, action) => {
  expect(findAuthor(seat(), [action])).toBeUndefined();
});

test('the author of an inherited seat is who added the person to the group, unless they left since', () => {
  const joined = audit({ kind: 'joined-group', groupId: 'g1', at: '2026-11-01T09:00:00Z' });
  const left = audit({ kind: 'left-group', groupId: 'g1' });
  expect(findAuthor(seat({ path: viaGroup }), [joined])).toEqual({ how: 'joined-group', by: person });
  expect(findAuthor(seat({ path: viaGroup }), [left, joined])).toBeUndefined();
  const failed = { ...joined, failure: '', by: service };
  expect(findAuthor(seat({ path: viaGroup }), [failed, joined])).toMatchObject({ by: person });
  expect(findAuthor(seat({ path: viaGroup }), [{ ...left, failure: '' }, joined])).toMatchObject({
    by: person,
  });
  expect(findAuthor(seat({ path: viaGroup }), [audit({ by: service })])).toEqual({
    how: 'assigned',
    by: service,
  });
});

test('a seat of unknown date has no author', () => {
  expect(findAuthor(seat({ updatedAt: undefined }), [audit({})])).toBeUndefined();
});

test.each([undefined, sku])('the route of person %p is read back', (personId) => {
  expect(peopleCodec.parse(parseSegments(peopleCodec.format({ personId })))).toEqual({ personId });
});
