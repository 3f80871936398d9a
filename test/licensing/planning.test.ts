import type { PreflightFinding, PreflightLine } from '../../src/licensing/preflight';
import { holdingRequests } from '../../src/licensing/holdingRequests';
import { planRemoval } from '../../src/licensing/planRemoval';
import { preflightCost } from '../../src/licensing/preflightCost';
import { toPlannedItem } from '../../src/licensing/toPlannedItem';
import { unsuitability } from '../../src/licensing/unsuitability';
import { group, guid, skuId, user } from './support/samples';

const add = [{ skuId, disabledPlanIds: [guid(1001)] }];

function planned(verdict: PreflightLine['verdict'], ...findings: PreflightFinding[]) {
  return toPlannedItem({ principal: user(1), findings, verdict }, { add, remove: [] });
}

test.each(['send', 'risk'] as const)(
  'a line that will be sent (%s) is an item without an outcome',
  (verdict) => {
    expect(planned(verdict, { kind: 'gets-seat' })).toEqual({
      key: guid(1),
      input: { principal: user(1), change: { principal: { kind: 'user', id: guid(1) }, add, remove: [] } },
    });
  },
);

test.each<[PreflightLine['verdict'], PreflightFinding, object]>([
  ['skip', { kind: 'has-already', paths: [] }, { kind: 'skipped', reason: 'already-so' }],
  ['skip', { kind: 'has-through-group', paths: [] }, { kind: 'skipped', reason: 'through-group' }],
  ['stop', { kind: 'usage-location-missing' }, { kind: 'failed', reason: 'usage-location' }],
  ['stop', { kind: 'no-seat-left' }, { kind: 'failed', reason: 'no-seats' }],
  ['stop', { kind: 'group-not-licensable' }, { kind: 'failed', reason: 'group-not-licensable' }],
  ['stop', { kind: 'role-assignable-group' }, { kind: 'failed', reason: 'not-permitted' }],
  ['stop', { kind: 'not-permitted' }, { kind: 'failed', reason: 'not-permitted' }],
])('a line that is not sent has its outcome from the start: %s, %o', (verdict, finding, outcome) => {
  expect(planned(verdict, { kind: 'guest' }, finding).outcome).toEqual(outcome);
});

test('a removal that is not sent has its outcome from the start', () => {
  const change = { principal: { kind: 'user', id: guid(1) }, add: [], remove: [skuId] };
  const item = { key: guid(1), input: { principal: user(1), change } };
  expect(planRemoval(user(1), { kind: 'frees-seat', isSent: true }, skuId)).toEqual(item);
  const inherited = planRemoval(user(1), { kind: 'stays-inherited', isSent: false, groups: [] }, skuId);
  expect(inherited).toEqual({ ...item, outcome: { kind: 'failed', reason: 'inherited' } });
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
  expect(unsuitability(group(2, changes))).toBe(reason);
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
