import type { GroupComposition, Principal } from '../../../src/base/principal';
import { describeProducts } from '../../../src/licensing/catalogue/describeProducts';
import { isAssignable } from '../../../src/licensing/isAssignable';
import { runPreflight } from '../../../src/licensing/preflight/runPreflight';
import type { PreflightInput } from '../../../src/licensing/preflight/preflight';
import type { AssignableProduct } from '../../../src/licensing/product';
import { group, groupSeat, guid, holding, owned, refOf, seat, user } from '../support/samples';

function productWith(available: number): AssignableProduct {
  const seats = { total: 10, assigned: 10 - available, available };
  const [product] = describeProducts([owned({ seats })], { entries: [], linkHosts: new Set() }, {}, 0);
  if (!product || !isAssignable(product)) throw new Error('no product');
  return product;
}

function judge(principals: Principal[], changes: Partial<PreflightInput> & { available?: number } = {}) {
  const { available = 10, ...rest } = changes;
  return runPreflight({
    products: [productWith(available)],
    principals,
    holdings: [],
    compositions: new Map<string, GroupComposition>(),
    access: 'assign-to-all',
    canLicenseRoleAssignableGroups: true,
    ...rest,
  });
}

const verdicts = (preflight: ReturnType<typeof judge>) => preflight.lines.map(({ verdict }) => verdict);
const kinds = (preflight: ReturnType<typeof judge>) =>
  preflight.lines.map(({ findings }) => findings.map(({ kind }) => kind));

test('a plain person gets a seat', () => {
  const preflight = judge([user(1)]);
  expect(preflight).toEqual({
    lines: [{ principal: user(1), findings: [{ kind: 'gets-seat' }], verdict: 'send' }],
    seats: [{ product: productWith(10), needed: 1, given: 1, available: 10, missing: 0 }],
  });
});

test('who has it directly is skipped with every path, and needs no seat', () => {
  const seats = [seat(), groupSeat(5)];
  const preflight = judge([user(1)], { holdings: [holding(user(1), ...seats)] });
  const paths = seats.map(({ path }) => path);
  expect(preflight.lines[0]).toMatchObject({ verdict: 'skip', findings: [{ kind: 'has-already', paths }] });
  expect(preflight.seats[0]?.needed).toBe(0);
});

test('who has it through a group is skipped, since a direct license adds no seat', () => {
  const preflight = judge([user(1)], { holdings: [holding(user(1), groupSeat(5))] });
  expect(preflight.lines[0]).toMatchObject({
    verdict: 'skip',
    findings: [
      { kind: 'has-through-group', paths: [{ kind: 'group', groupId: guid(5), groupName: 'Group 5' }] },
    ],
  });
});

test('a path in error gives no seat, so the person is sent', () => {
  const preflight = judge([user(1)], { holdings: [holding(user(1), groupSeat(5, { state: 'error' }))] });
  expect(verdicts(preflight)).toEqual(['send']);
});

test('seats of other products do not count', () => {
  const preflight = judge([user(1)], { holdings: [holding(user(1), seat(refOf(guid(901))))] });
  expect(verdicts(preflight)).toEqual(['send']);
});

test('a person without a usage location is stopped', () => {
  const preflight = judge([user(1, { usageLocation: undefined })]);
  expect(kinds(preflight)).toEqual([['usage-location-missing']]);
  expect(verdicts(preflight)).toEqual(['stop']);
});

test('blocked accounts and guests are sent with a warning', () => {
  const preflight = judge([user(1, { isBlocked: true }), user(2, { isGuest: true, isBlocked: true })]);
  expect(kinds(preflight)).toEqual([
    ['gets-seat', 'blocked-account'],
    ['gets-seat', 'blocked-account', 'guest'],
  ]);
  expect(verdicts(preflight)).toEqual(['risk', 'risk']);
});

test('seats are counted in order, past lines that need none', () => {
  const principals = [user(1), user(2, { usageLocation: undefined }), user(3), user(4), user(5)];
  const preflight = judge(principals, { available: 2, holdings: [holding(user(3), seat())] });
  expect(verdicts(preflight)).toEqual(['send', 'stop', 'skip', 'send', 'stop']);
  expect(kinds(preflight)[4]).toEqual(['no-seat-left']);
  expect(preflight.seats).toMatchObject([{ needed: 3, given: 2, available: 2, missing: 1 }]);
});

test('an over-allocated product has no seat for anyone', () => {
  expect(judge([user(1)], { available: -3 }).seats).toMatchObject([{ available: 0, given: 0, missing: 1 }]);
});

test('a group tells its members, and the seats it may take put those after it at a risk', () => {
  const compositions = new Map([[guid(6), { directUsers: 4, nestedGroups: 1 }]]);
  const preflight = judge([group(6), user(1)], { available: 4, compositions });
  expect(preflight.lines[0]).toMatchObject({
    verdict: 'send',
    findings: [{ kind: 'group-members', directUsers: 4, nestedGroups: 1 }],
  });
  expect(preflight.lines[1]).toMatchObject({ verdict: 'risk', findings: [{ kind: 'no-seat-left' }] });
});

test('a group larger than the seats is sent at a risk', () => {
  const compositions = new Map([[guid(6), { directUsers: 40, nestedGroups: 0 }]]);
  const preflight = judge([group(6)], { compositions });
  expect(verdicts(preflight)).toEqual(['risk']);
  expect(kinds(preflight)).toEqual([['group-members', 'no-seat-left']]);
  expect(preflight.seats).toMatchObject([{ given: 10, missing: 30 }]);
});

test('a group whose members are not known is sent', () => {
  expect(judge([group(6)]).lines[0]).toMatchObject({ verdict: 'send', findings: [] });
});

test('a group that carries it already is skipped', () => {
  expect(verdicts(judge([group(6)], { holdings: [holding(group(6), seat())] }))).toEqual(['skip']);
});

test('a group that is not security enabled is stopped', () => {
  const list = group(6, { groupKind: 'distribution', isSecurityEnabled: false });
  expect(kinds(judge([list]))).toEqual([['group-not-licensable']]);
});

test('a role-assignable group needs a right of its own, whatever the access', () => {
  const guarded = group(6, { isRoleAssignable: true });
  expect(kinds(judge([guarded], { canLicenseRoleAssignableGroups: false }))).toEqual([
    ['role-assignable-group'],
  ]);
  expect(verdicts(judge([guarded], { access: 'read' }))).toEqual(['send']);
});

test.each([
  ['assign-to-all', ['send', 'send']],
  ['assign-to-groups', ['stop', 'send']],
  ['read', ['stop', 'stop']],
  ['own-apps', ['stop', 'stop']],
] as const)('with access %s a person and a group are judged %j', (access, expected) => {
  expect(verdicts(judge([user(1), group(6)], { access }))).toEqual(expected);
});
