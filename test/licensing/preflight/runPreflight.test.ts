import type { Principal } from '../../../src/base/principal';
import { describeProducts } from '../../../src/licensing/catalogue/describeProducts';
import { isAssignable } from '../../../src/licensing/isAssignable';
import { runPreflight } from '../../../src/licensing/preflight/runPreflight';
import type { PreflightInput } from '../../../src/licensing/preflight/preflight';
import type { AssignableProduct } from '../../../src/licensing/product';
import { unknownGroup } from '../../../src/licensing/preflight/groupReading';
import { group, groupSeat, guid, holding, owned, reading, refOf, seat, user } from '../support/samples';

function productWith(available: number): AssignableProduct {
  const seats = { total: 10, assigned: 10 - available, available };
  const [product] = describeProducts([owned({ seats })], { entries: [], linkHosts: new Set() }, {}, 0);
  if (!product || !isAssignable(product)) throw new Error('no product');
  return product;
}

function evaluate(principals: Principal[], changes: Partial<PreflightInput> & { available?: number } = {}) {
  const { available = 10, ...rest } = changes;
  return runPreflight({
    products: [productWith(available)],
    principals,
    holdings: [],
    groups: new Map(),
    tenant: [],
    access: 'assign-to-all',
    canLicenseRoleAssignableGroups: true,
    ...rest,
  });
}

const empty = new Map([[guid(6), reading({ members: [] })]]);
const people = (count: number) => Array.from({ length: count }, (_, index) => user(100 + index));
const results = (preflight: ReturnType<typeof evaluate>) => preflight.lines.map(({ result }) => result);
const kinds = (preflight: ReturnType<typeof evaluate>) =>
  preflight.lines.map(({ findings }) => findings.map(({ kind }) => kind));

test('a plain person gets a seat', () => {
  const preflight = evaluate([user(1)]);
  expect(preflight).toEqual({
    lines: [{ principal: user(1), findings: [{ kind: 'gets-seat' }], result: 'send' }],
    seats: [{ product: productWith(10), certainty: 'exact', needed: 1, given: 1, available: 10, missing: 0 }],
  });
});

test('who has it directly is skipped with every path, and needs no seat', () => {
  const seats = [seat(), groupSeat(5)];
  const preflight = evaluate([user(1)], { holdings: [holding(user(1), ...seats)] });
  const paths = seats.map(({ path }) => path);
  expect(preflight.lines[0]).toMatchObject({ result: 'skip', findings: [{ kind: 'has-already', paths }] });
  expect(preflight.seats[0]?.needed).toBe(0);
});

test('who has it through a group is skipped, since a direct license adds no seat', () => {
  const preflight = evaluate([user(1)], { holdings: [holding(user(1), groupSeat(5))] });
  expect(preflight.lines[0]).toMatchObject({
    result: 'skip',
    findings: [
      { kind: 'has-through-group', paths: [{ kind: 'group', groupId: guid(5), groupName: 'Group 5' }] },
    ],
  });
});

test('a path in error gives no seat, so the person is sent', () => {
  const preflight = evaluate([user(1)], { holdings: [holding(user(1), groupSeat(5, { state: 'error' }))] });
  expect(results(preflight)).toEqual(['send']);
});

test('seats of other products do not count', () => {
  const preflight = evaluate([user(1)], { holdings: [holding(user(1), seat(refOf(guid(901))))] });
  expect(results(preflight)).toEqual(['send']);
});

test('a person without a usage location is stopped', () => {
  const preflight = evaluate([user(1, { usageLocation: undefined })]);
  expect(kinds(preflight)).toEqual([['usage-location-missing']]);
  expect(results(preflight)).toEqual(['stop']);
});

test('blocked accounts and guests are sent with a warning', () => {
  const preflight = evaluate([user(1, { isBlocked: true }), user(2, { isGuest: true, isBlocked: true })]);
  expect(kinds(preflight)).toEqual([
    ['gets-seat', 'blocked-account'],
    ['gets-seat', 'blocked-account', 'guest'],
  ]);
  expect(results(preflight)).toEqual(['risk', 'risk']);
});

test('seats are counted in order, past lines that need none', () => {
  const principals = [user(1), user(2, { usageLocation: undefined }), user(3), user(4), user(5)];
  const preflight = evaluate(principals, { available: 2, holdings: [holding(user(3), seat())] });
  expect(results(preflight)).toEqual(['send', 'stop', 'skip', 'send', 'stop']);
  expect(kinds(preflight)[4]).toEqual(['no-seat-left']);
  expect(preflight.seats).toMatchObject([{ needed: 3, given: 2, available: 2, missing: 1 }]);
});

test('an over-allocated product has no seat for anyone', () => {
  expect(evaluate([user(1)], { available: -3 }).seats).toMatchObject([
    { available: 0, given: 0, missing: 1 },
  ]);
});

test('a group whose members are counted only tells how many, and the seats it may take put those after it at a risk', () => {
  const groups = new Map([[guid(6), reading({ directUsers: 4, nestedGroups: 1 })]]);
  const preflight = evaluate([group(6), user(1)], { available: 4, groups });
  expect(preflight.lines[0]).toMatchObject({
    result: 'send',
    findings: [{ kind: 'group-members', directUsers: 4, nestedGroups: 1 }],
  });
  expect(preflight.lines[1]).toMatchObject({ result: 'risk', findings: [{ kind: 'no-seat-left' }] });
});

test('a group larger than the seats is sent at a risk', () => {
  const groups = new Map([[guid(6), reading({ directUsers: 40 })]]);
  const preflight = evaluate([group(6)], { groups });
  expect(results(preflight)).toEqual(['risk']);
  expect(kinds(preflight)).toEqual([['group-members', 'no-seat-left']]);
  expect(preflight.seats).toMatchObject([{ certainty: 'at-most', given: 10, missing: 30 }]);
});

test('of a group of unknown size nothing is foretold, and it is sent at a risk', () => {
  for (const groups of [new Map(), new Map([[guid(6), unknownGroup]])]) {
    const preflight = evaluate([user(1), group(6)], { groups });
    expect(results(preflight)).toEqual(['send', 'risk']);
    expect(kinds(preflight)[1]).toEqual(['group-size-unknown']);
    expect(preflight.seats).toMatchObject([{ certainty: 'unknown', needed: 1 }]);
  }
});

test('members who hold the product need no seat', () => {
  const members = people(40).map((person, index) => holding(person, ...(index < 5 ? [seat()] : [])));
  const preflight = evaluate([group(6)], {
    available: 36,
    groups: new Map([[guid(6), reading({ members, nestedGroups: 1 })]]),
  });
  expect(results(preflight)).toEqual(['send']);
  expect(preflight.lines[0]).toMatchObject({
    findings: [
      { kind: 'group-gains', directUsers: 40, nestedGroups: 1, gains: [{ people: 35 }], keeping: 5 },
    ],
  });
  expect(preflight.seats).toMatchObject([
    { certainty: 'exact', needed: 35, given: 35, available: 36, missing: 0 },
  ]);
});

test('a license that is in error gives a member no seat', () => {
  const members = [holding(user(1), groupSeat(5, { state: 'error' }))];
  const preflight = evaluate([group(6)], { groups: new Map([[guid(6), reading({ members })]]) });
  expect(preflight.lines[0]?.findings).toMatchObject([{ gains: [{ people: 1 }], keeping: 0 }]);
});

test('members for whom no seat is left are counted', () => {
  const members = people(7).map((person) => holding(person));
  const preflight = evaluate([group(6)], {
    available: 4,
    groups: new Map([[guid(6), reading({ members })]]),
  });
  expect(results(preflight)).toEqual(['risk']);
  expect(preflight.lines[0]).toMatchObject({
    findings: [
      { kind: 'group-gains', gains: [{ people: 4 }], lacking: [{ people: 3 }] },
      { kind: 'no-seat-left' },
    ],
  });
  expect(preflight.seats).toMatchObject([{ certainty: 'exact', needed: 7, given: 4, missing: 3 }]);
});

test('a person counts once, in the list and in any of its groups', () => {
  const [one, two, three] = people(3);
  if (!one || !two || !three) throw new Error('three people');
  const groups = new Map([
    [guid(6), reading({ members: [holding(one), holding(two)] })],
    [guid(7), reading({ members: [holding(two), holding(three)] })],
  ]);
  const preflight = evaluate([one, group(6), group(7), three], { available: 3, groups });
  expect(results(preflight)).toEqual(['send', 'send', 'send', 'send']);
  expect(preflight.seats).toMatchObject([{ needed: 3, given: 3, missing: 0 }]);
});

test('a person who is stopped may still get a seat through a group of the list', () => {
  const nowhere = user(1, { usageLocation: undefined });
  const groups = new Map([[guid(6), reading({ members: [holding(nowhere)] })]]);
  const preflight = evaluate([nowhere, group(6)], { groups });
  expect(results(preflight)).toEqual(['stop', 'send']);
  expect(preflight.seats).toMatchObject([{ needed: 1, given: 1 }]);
});

test('another product of the group without seats is named, for it keeps its members from everything', () => {
  const other = owned({ skuId: guid(901), seats: { total: 2, assigned: 2, available: 0 } });
  const tenant = describeProducts([owned(), other], { entries: [], linkHosts: new Set() }, {}, 0);
  const members = [
    holding(user(1), groupSeat(6, refOf(guid(901)))),
    holding(user(2), groupSeat(6, { ...refOf(guid(901)), state: 'error', issue: 'not-enough-licenses' })),
    holding(user(3)),
  ];
  const groups = new Map([[guid(6), reading({ members, carried: [other.key] })]]);
  const preflight = evaluate([group(6)], { tenant, groups });
  const { name } = tenant.find(({ key }) => key === other.key) ?? { name: '' };
  expect(results(preflight)).toEqual(['risk']);
  expect(preflight.lines[0]).toMatchObject({
    findings: [{ kind: 'group-gains', gains: [{ people: 1 }], withheld: [{ people: 2, products: [name] }] }],
  });
  expect(preflight.seats).toMatchObject([{ needed: 1, given: 1, missing: 0 }]);
});

const elsewhere = owned({ skuId: guid(901) });

test.each([
  ['cannot be read', undefined],
  ['is not listed', [elsewhere.key]],
])('what a group gives besides may keep its members from everything where it %s', (_case, carried) => {
  const groups = new Map([[guid(6), reading({ members: [holding(user(1))], carried })]]);
  const preflight = evaluate([group(6)], { groups });
  expect(preflight.lines).toMatchObject([
    { findings: [{ kind: 'group-gains', gains: [{ people: 1 }], areOthersUnknown: true }] },
  ]);
  expect(preflight.seats).toMatchObject([{ certainty: 'at-most', needed: 1 }]);
});

test('of whom the role does not cover that alone is said, also where nothing could be read', () => {
  const holdings = [{ ...holding(user(1)), isIncomplete: true }];
  expect(kinds(evaluate([user(1)], { holdings, access: 'assign-to-groups' }))).toEqual([['not-permitted']]);
});

test('members to whom another group fails to give the product take no seat from the others', () => {
  const members = [
    holding(user(1), groupSeat(7, { state: 'error', issue: 'conflicting-plans' })),
    holding(user(2), groupSeat(7, { state: 'error', issue: 'not-enough-licenses' })),
    holding(user(3)),
  ];
  const groups = new Map([[guid(6), reading({ members })]]);
  const preflight = evaluate([group(6)], { groups, products: [productWith(2)] });
  expect(preflight.lines[0]?.findings).toMatchObject([
    { kind: 'group-gains', gains: [{ people: 2 }], lacking: [], refused: [{ people: 1 }] },
  ]);
  expect(preflight.lines[0]?.result).toBe('risk');
  expect(preflight.seats).toMatchObject([{ needed: 2, given: 2, missing: 0 }]);
});

test('another product that Entra refuses a member is named, and the one that fails along with it is not', () => {
  const [refused, along] = [owned({ skuId: guid(901) }), owned({ skuId: guid(902) })];
  const tenant = describeProducts([refused, along], { entries: [], linkHosts: new Set() }, {}, 0);
  const members = [
    holding(
      user(1),
      groupSeat(6, { ...refOf(guid(901)), state: 'error', issue: 'usage-location' }),
      groupSeat(6, { ...refOf(guid(902)), state: 'error', issue: 'other' }),
    ),
  ];
  const groups = new Map([[guid(6), reading({ members, carried: [refused.key, along.key] })]]);
  const [found] = evaluate([group(6)], { tenant, groups }).lines[0]?.findings ?? [];
  const { name } = tenant.find(({ key }) => key === refused.key) ?? { name: '' };
  expect(found).toMatchObject({ gains: [], withheld: [{ people: 1, products: [name] }] });
});

test('a group that carries it already is skipped', () => {
  expect(results(evaluate([group(6)], { holdings: [holding(group(6), seat())] }))).toEqual(['skip']);
});

test('a group that is not security enabled is stopped', () => {
  const list = group(6, { groupKind: 'distribution', isSecurityEnabled: false });
  expect(kinds(evaluate([list]))).toEqual([['group-not-licensable']]);
});

test('a role-assignable group needs a right of its own, whatever the access', () => {
  const guarded = group(6, { isRoleAssignable: true });
  expect(kinds(evaluate([guarded], { canLicenseRoleAssignableGroups: false }))).toEqual([
    ['role-assignable-group'],
  ]);
  expect(results(evaluate([guarded], { access: 'read', groups: empty }))).toEqual(['send']);
});

test.each([
  ['assign-to-all', ['send', 'send']],
  ['assign-to-groups', ['stop', 'send']],
  ['read', ['stop', 'stop']],
  ['own-apps', ['stop', 'stop']],
] as const)('with access %s a person and a group are evaluated %j', (access, expected) => {
  expect(results(evaluate([user(1), group(6)], { access, groups: empty }))).toEqual(expected);
});
