import { runToEnd } from '../../src/base/async/inSlices';
import type { PreflightFinding, PreflightLine } from '../../src/licensing/preflight/preflight';
import { holdingRequests } from '../../src/licensing/holdingRequests';
import { defaultPool, withChosenPool } from '../../src/licensing/pools';
import { toPlannedItem } from '../../src/license-jobs/licenseJob';
import { planMoves } from '../../src/license-jobs/move/planMoves';
import { planAppSwitches, previewAppSwitches } from '../../src/license-jobs/replace-plans/planAppSwitches';
import { previewRemovals } from '../../src/licensing/preflight/previewRemoval';
import { previewMove } from '../../src/licensing/preflight/previewMove';
import { planFreedSeats } from '../../src/license-jobs/remove/planFreedSeats';
import { planRemovals } from '../../src/license-jobs/remove/planRemovals';
import { preflightCost } from '../../src/licensing/preflight/preflightCost';
import { planUsageLocations } from '../../src/license-jobs/usage-location/setUsageLocations';
import { planAssignJob } from '../../src/license-jobs/assign/planAssignJob';
import { groupUnsuitability } from '../../src/licensing/policy/groupUnsuitability';
import {
  group,
  groupSeat,
  guid,
  holding,
  license,
  named,
  owned,
  ref,
  refOf,
  seat,
  user,
} from '../licensing/support/samples';
import { fakeProduct } from '../ui/support/fakeProduct';

const product = { ...fakeProduct(), key: ref.product, owned: owned() };
const groupsNamed = (...numbers: number[]) =>
  numbers.map((number) => ({ id: guid(number), name: `Group ${number}` }));
const add = [license(ref, guid(1001))];

function lineOf(
  number: number,
  decision: PreflightLine['result'] = 'send',
  findings: readonly PreflightFinding[] = [],
): PreflightLine {
  return { principal: user(number), findings, result: decision };
}

function planned(decision: PreflightLine['result'], ...findings: PreflightFinding[]) {
  const lines = [lineOf(1, decision, findings)];
  const options = { disabledPlanIds: { [ref.product]: [guid(1001)] }, stopsWithoutSeats: false };
  return runToEnd(planAssignJob([product], lines, { ...options, method: { kind: 'direct' } })).items[0];
}

test.each(['send', 'risk'] as const)(
  'a line that will be sent (%s) is an item without an outcome',
  (decision) => {
    expect(planned(decision, { kind: 'gets-seat' })).toEqual({
      key: guid(1),
      input: {
        principal: named(user(1)),
        change: { principal: { kind: 'user', id: guid(1) }, add, remove: [] },
      },
    });
  },
);

test.each<[PreflightLine['result'], PreflightFinding, object]>([
  ['skip', { kind: 'has-already', paths: [] }, { kind: 'skipped', reason: 'no-change' }],
  [
    'skip',
    { kind: 'has-through-group', paths: [groupSeat(5).path] },
    { kind: 'skipped', reason: 'inherited-from-group', groups: groupsNamed(5) },
  ],
  ['stop', { kind: 'usage-location-missing' }, { kind: 'failed', reason: 'usage-location' }],
  ['stop', { kind: 'no-seat-left' }, { kind: 'failed', reason: 'no-licenses-available' }],
  ['stop', { kind: 'group-not-licensable' }, { kind: 'failed', reason: 'group-not-licensable' }],
  ['stop', { kind: 'role-assignable-group' }, { kind: 'failed', reason: 'not-permitted' }],
  ['stop', { kind: 'not-permitted' }, { kind: 'failed', reason: 'not-permitted' }],
])('a line that is not sent has its outcome from the start: %s, %o', (decision, finding, outcome) => {
  expect(planned(decision, { kind: 'guest' }, finding)?.outcome).toEqual(outcome);
});

test('what stays is left as it was from the start, and what goes with a group is no item of its own', () => {
  const change = { principal: { kind: 'user', id: guid(1) }, add: [], remove: [ref] };
  const item = { key: guid(1), input: { principal: named(user(1)), change } };
  const { items, subject } = runToEnd(
    planRemovals(product, [
      { principal: user(1), pools: [ref], consequence: { kind: 'frees-seat', isSent: true } },
      {
        principal: user(1),
        pools: [ref],
        consequence: {
          kind: 'stays-inherited',
          isSent: false,
          groups: [{ groupId: guid(5), groupName: 'Group 5', otherProducts: [] }],
        },
      },
      { principal: user(1), pools: [ref], consequence: { kind: 'not-permitted', isSent: false } },
      {
        principal: user(2),
        pools: [ref],
        consequence: { kind: 'goes-with-group', isSent: false, groups: [] },
      },
    ]),
  );
  expect(subject).toEqual({ kind: 'remove', products: [{ ...ref, name: product.name, assigned: 0 }] });
  expect(items).toEqual([
    item,
    { ...item, outcome: { kind: 'skipped', reason: 'inherited', groups: groupsNamed(5) } },
    { ...item, outcome: { kind: 'skipped', reason: 'not-permitted' } },
  ]);
});

test('a move is one call that gives and removes, and what is not sent has its outcome from the start', () => {
  const target = fakeProduct({ number: 2 });
  const preview = runToEnd(
    previewMove({
      from: product.owned,
      target: target.owned,
      disabledPlanIds: [guid(1001)],
      principals: [user(1), user(2)],
      // Seats of other products play no part.
      holdings: [holding(user(1), seat(), groupSeat(5, refOf(902))), holding(user(2), groupSeat(5))],
      groups: new Map(),
      access: 'assign-to-all',
      canLicenseRoleAssignableGroups: false,
    }),
  );
  const change = (number: number) => ({
    principal: { kind: 'user', id: guid(number) },
    add: [license(defaultPool(target.owned), guid(1001))],
    remove: [ref],
  });
  const { items, subject } = runToEnd(planMoves(product, target, preview));
  expect(subject.products.map(({ name }) => name)).toEqual([product.name, target.name]);
  expect(items).toEqual([
    { key: guid(1), input: { principal: named(user(1)), change: change(1) } },
    {
      key: guid(2),
      input: { principal: named(user(2)), change: change(2) },
      outcome: { kind: 'skipped', reason: 'inherited', groups: groupsNamed(5) },
    },
  ]);
});

test('a switch of apps starts from what is off for each, and what is not sent has its outcome from the start', () => {
  const holdings = [
    holding(user(1), seat({ disabledPlanIds: [guid(1002)] })),
    holding(user(2), groupSeat(5, refOf(902))),
  ];
  const lines = runToEnd(
    previewAppSwitches([user(1), user(2)], holdings, product.owned, new Map([[guid(1001), 'off']])),
  );
  const { items, subject } = runToEnd(planAppSwitches(product, lines));
  expect(subject.kind).toBe('replace-plans');
  expect(items[0]?.input.change.add).toEqual([license(ref, guid(1002), guid(1001))]);
  expect(items.map(({ outcome }) => outcome)).toEqual([undefined, { kind: 'skipped', reason: 'not-held' }]);
});

test.each([
  [{}, undefined],
  [{ groupKind: 'microsoft365' }, undefined],
  [{ groupKind: 'microsoft365', isSecurityEnabled: false }, 'not-security-enabled'],
  [{ groupKind: 'dynamic' }, 'dynamic'],
  [{ groupKind: 'distribution', isSecurityEnabled: false }, 'mail-enabled'],
  [{ groupKind: 'mail-enabled-security' }, 'mail-enabled'],
  [{ isSynced: true }, 'synced'],
  [{ isRoleAssignable: true }, 'role-assignable'],
] as const)('a group that is %o is unsuitable as %s', (changes, reason) => {
  expect(groupUnsuitability(group(2, changes))).toBe(reason);
});

test('holdings take a request for 15 people, or one for 999 holders and one for groups where that is less', () => {
  expect(holdingRequests(16)).toBe(2);
  // Too few to be worth counting the holders first.
  expect(holdingRequests(300, [10])).toBe(20);
  expect(holdingRequests(100_000, [5_000])).toBe(1 + 6 + 1);
  expect(holdingRequests(100_000, [0])).toBe(1 + 1 + 1);
  expect(holdingRequests(3_000, [900_000])).toBe(1 + 200);
  expect(holdingRequests(3_000, [5_000, 900])).toBe(2 + (6 + 1) + (1 + 1));
});

test('a list costs a write a person, or a twentieth of it through a group', () => {
  expect(preflightCost(10_000, [2_000])).toEqual({
    reads: 5,
    checks: 667,
    writes: 10_000,
    writesThroughGroup: 502,
  });
});

test('people keep their pools: a removal and a switch of apps are about the pools that each holds', () => {
  const second = { ...ref, pool: refOf(902).pool };
  const [one, two] = [holding(user(1), seat(second)), holding(user(2), seat(), seat(second))];
  const access = { access: 'assign-to-all', canLicenseRoleAssignableGroups: false } as const;
  const { lines } = runToEnd(
    previewRemovals({
      principals: [user(1), user(2)],
      holdings: [one, two],
      groups: new Map(),
      product: product.owned,
      ...access,
    }),
  );
  expect(runToEnd(planRemovals(product, lines)).items.map(({ input }) => input.change.remove)).toEqual([
    [second],
    [ref, second],
  ]);
  const switches = runToEnd(
    previewAppSwitches([user(1)], [one], product.owned, new Map([[guid(1001), 'off']])),
  );
  expect(runToEnd(planAppSwitches(product, switches)).items[0]?.input.change.add).toEqual([
    license(second, guid(1001)),
  ]);
});

test('a job keeps ids and names of people, and nothing else that is known of them', () => {
  const person = user(1, { address: 'mail@tenant.example', jobTitle: 'Nurse', department: 'Ward 5' });
  const principal = toPlannedItem(person, { add: [], remove: [] }).input.principal;
  expect(principal).toStrictEqual({
    kind: 'user',
    id: guid(1),
    displayName: 'Person 1',
    address: 'person1@tenant.example',
  });
});

const directly = {
  disabledPlanIds: {},
  method: { kind: 'direct' },
  stopsWithoutSeats: false,
} as const;
test('people who leave a group make the removal a job of memberships, which the others are part of', () => {
  const leaving = {
    principal: user(1),
    consequence: {
      kind: 'leaves-groups' as const,
      isSent: true as const,
      groups: [{ groupId: guid(5), groupName: 'Sales', otherProducts: [] }],
      fate: 'lost' as const,
      keeping: [],
    },
    pools: [ref],
  };
  const { operation, subject, items } = runToEnd(planRemovals(product, [leaving, linesOfRemoval(2)]));
  expect([operation, subject.kind]).toEqual(['change-paths', 'leave-groups']);
  expect(items.map(({ input }) => input.leave)).toEqual([[{ id: guid(5), name: 'Sales' }], undefined]);
});

const emptyMove = {
  target: owned(),
  seatsNeeded: 0,
  seatsAvailable: 0,
  seatsMissing: 0,
  people: { gaining: 0, losing: 0, isExact: true },
};
const manyLines = <Line>(lineOf: (number: number) => Line): readonly Line[] =>
  Array.from({ length: 2_500 }, (_, number) => lineOf(number));
const linesOfRemoval = (number: number) => ({
  principal: user(number),
  consequence: { kind: 'frees-seat', isSent: true } as const,
  pools: [ref],
});
const linesOfMove = (number: number) => ({
  ...lineOf(number),
  findings: [],
  change: { principal: { kind: 'user', id: guid(number) } as const, add, remove: [ref] },
});
const linesOfApps = (number: number) => ({
  principal: user(number),
  disabledPlanIds: [],
  item: toPlannedItem(user(number), { add, remove: [] }),
});

test.each([
  ['removal', () => planRemovals(product, manyLines(linesOfRemoval))],
  ['move', () => planMoves(product, product, { ...emptyMove, lines: manyLines(linesOfMove) })],
  ['change of apps', () => planAppSwitches(product, manyLines(linesOfApps))],
  [
    'assignment',
    () =>
      planAssignJob(
        [product],
        manyLines((number) => lineOf(number)),
        directly,
      ),
  ],
  ['usage location', () => planUsageLocations(manyLines(user), 'SE')],
])('the plan of a %s of many is made in steps, between which the page answers', (_kind, plan) => {
  const steps = plan();
  let count = 0;
  while (!steps.next().done) count += 1;
  expect(count).toBeGreaterThanOrEqual(4);
});

test('one of two seats is freed by its pool, and of who no longer has two nothing is sent', () => {
  const second = { product: ref.product, pool: refOf(902).pool };
  const plan = runToEnd(
    planFreedSeats(product, [
      { principal: user(1), holding: { seats: [seat(), seat(second)] }, pool: second.pool },
      { principal: user(2), holding: { seats: [seat()] }, pool: second.pool },
    ]),
  );
  expect(plan.subject.kind).toBe('free-seat');
  expect(plan.items.map(({ input, outcome }) => [input.change.remove, outcome])).toEqual([
    [[second], undefined],
    [[second], { kind: 'skipped', reason: 'no-change' }],
  ]);
});

test('licenses are given from the pool that the admin chose', () => {
  const pools = [...product.owned.pools, { ...product.owned.pools[0], key: refOf(902).pool }] as const;
  const chosen = { ...product, owned: withChosenPool({ ...product.owned, pools }, refOf(902).pool) };
  const options = { disabledPlanIds: {}, stopsWithoutSeats: false, method: { kind: 'direct' } } as const;
  const plan = runToEnd(planAssignJob([chosen], [lineOf(1)], options));
  expect(plan.items[0]?.input.change.add[0]?.pool).toBe(refOf(902).pool);
  expect(plan.subject.products[0]?.pool).toBe(refOf(902).pool);
});
