import { runToEnd } from '../../../src/base/async/inSlices';
import { planPersonRemovals } from '../../../src/license-jobs/remove/planRemovals';
import {
  lackedProducts,
  personGroups,
  previewPersonGift,
  previewPersonRemovals,
} from '../../../src/licensing/preflight/previewPerson';
import { isSent } from '../../../src/licensing/preflight/preflight';
import type { AssignableProduct } from '../../../src/licensing/product';
import type { Holding, OwnedProduct, Seat } from '../../../src/licensing/types';
import { fakeOwned, fakeUser } from '../../ui/support/fakeServices';

const rights = { access: 'assign-to-all', canLicenseRoleAssignableGroups: false } as const;
const person = fakeUser();

function product(n: number, over: Parameters<typeof fakeOwned>[0] = {}): AssignableProduct {
  const owned: OwnedProduct = fakeOwned({ skuId: `20000000-0000-4000-8000-00000000000${n}`, ...over });
  return { key: owned.key, name: `Product ${n}`, owned, state: { kind: 'active' } } as AssignableProduct;
}

const seatOf = ({ owned }: AssignableProduct, over: Partial<Seat> = {}): Seat => ({
  ...{ product: owned.key, pool: owned.pools[0].key, path: { kind: 'direct' }, state: 'active' },
  ...{ issue: undefined, disabledPlanIds: [], updatedAt: undefined, ...over },
});
const holding = (...seats: readonly Seat[]): Holding => ({ principal: person, seats });
const viaGroup = { path: { kind: 'group', groupId: 'g', groupName: 'Field Staff' } } as const;
const [direct, second, inherited, lacked] = [product(1), product(2), product(3), product(4)];

test('everything direct is removed in one change, and what comes from groups is named and left', () => {
  const own = holding(seatOf(direct), seatOf(second), seatOf(inherited, viaGroup));
  const removals = previewPersonRemovals(person, own, [direct, second, inherited, lacked], { rights });
  expect(removals.map(({ line }) => line.consequence.kind)).toEqual([
    'frees-seat',
    'frees-seat',
    'stays-inherited',
  ]);
  const plan = runToEnd(planPersonRemovals(person, removals));
  expect(plan.subject.products.map(({ name }) => name)).toEqual(['Product 1', 'Product 2']);
  expect(plan.items).toHaveLength(1);
  expect(plan.items[0]?.input.change.remove.map(({ product: key }) => key)).toEqual([direct.key, second.key]);
});

test('a person who leaves a group loses what it gives in the same job, but keeps what is direct and not chosen', () => {
  const own = holding(
    ...[seatOf(direct), seatOf(second), seatOf(second, viaGroup)],
    ...[seatOf(inherited, viaGroup), seatOf(lacked, viaGroup)],
  );
  const [group, ...more] = personGroups(own, new Set([direct.key, second.key, inherited.key]));
  expect([group?.id, group?.name, group?.others, more]).toEqual(['g', 'Field Staff', [lacked.key], []]);
  const removals = previewPersonRemovals(person, own, [direct, second, inherited], {
    ...{ rights, leaving: new Set(['g']) },
  });
  expect(removals.map(({ line }) => line.consequence.kind)).toEqual([
    'frees-seat',
    'leaves-groups',
    'leaves-groups',
  ]);
  const leave = [{ id: 'g', name: 'Field Staff' }];
  const sent = removals.filter(({ product: { key } }) => key !== second.key);
  const plan = runToEnd(planPersonRemovals(person, sent, leave));
  expect(plan.subject.kind).toBe('leave-groups');
  expect(plan.items[0]?.input.leave).toEqual(leave);
  expect(plan.items[0]?.input.change.remove.map(({ product: key }) => key)).toEqual([direct.key]);
});

test('what another person has by any working way is copied, unless it is here already', () => {
  const source = holding(seatOf(direct), seatOf(inherited, viaGroup), seatOf(second, { state: 'error' }));
  const products = [direct, second, inherited, lacked];
  expect(lackedProducts(products, holding(seatOf(direct)), source)).toEqual([inherited]);
  expect(lackedProducts(products, holding(seatOf(direct)))).toEqual([second, inherited, lacked]);
});

test('products are given in one change, which is not sent where one has no seat left', () => {
  const full = product(5, { seats: { total: 1, assigned: 1, available: 0 } });
  const gift = (...products: readonly AssignableProduct[]) =>
    previewPersonGift(person, holding(), products, { rights, tenant: products }).preflight.lines.every(
      isSent,
    );
  expect(gift(direct, lacked)).toBe(true);
  expect(gift(direct, full)).toBe(false);
});
