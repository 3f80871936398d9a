import { previewRemoval, type RemovalInput } from '../../../src/licensing/preflight/previewRemoval';
import type { Principal } from '../../../src/base/principal';
import type { Seat } from '../../../src/licensing/types';
import { group, groupSeat, guid, holding, owned, ref, refOf, seat, user } from '../support/samples';

function judge(principal: Principal, seats: Seat[], changes: Partial<RemovalInput> = {}) {
  return previewRemoval({
    principal,
    holding: holding(principal, ...seats),
    product: owned(),
    access: 'assign-to-all',
    canLicenseRoleAssignableGroups: false,
    ...changes,
  }).consequence;
}

const viaFive = { groupId: guid(5), groupName: 'Group 5', otherProducts: [] };

test('a direct seat alone is freed', () => {
  expect(judge(user(1), [seat()])).toEqual({ kind: 'frees-seat', isSent: true });
});

test('a direct seat beside a group goes, and the person keeps the product', () => {
  const other = groupSeat(5, refOf(guid(901)));
  expect(judge(user(1), [seat(), groupSeat(5), other])).toEqual({
    kind: 'keeps-through-group',
    isSent: true,
    groups: [{ ...viaFive, otherProducts: [refOf(901).product] }],
  });
});

test('a group whose license is in error keeps nothing', () => {
  expect(judge(user(1), [seat(), groupSeat(5, { state: 'error' })]).kind).toBe('frees-seat');
});

test('what is inherited alone stays, with what else each group gives', () => {
  const seats = [groupSeat(5), groupSeat(6), groupSeat(6, refOf(guid(901))), seat(refOf(guid(902)))];
  expect(judge(user(1), seats)).toEqual({
    kind: 'stays-inherited',
    isSent: false,
    groups: [viaFive, { groupId: guid(6), groupName: 'Group 6', otherProducts: [refOf(901).product] }],
  });
});

test('an inherited license in error is still inherited', () => {
  expect(judge(user(1), [groupSeat(5, { state: 'error' })]).kind).toBe('stays-inherited');
});

test('a group takes it from its members, counted where known', () => {
  expect(judge(group(5), [seat()], { composition: { directUsers: 12, nestedGroups: 0 } })).toEqual({
    kind: 'members-lose',
    isSent: true,
    directUsers: 12,
  });
  expect(judge(group(5), [seat()])).toEqual({ kind: 'members-lose', isSent: true, directUsers: undefined });
});

test('who does not hold it has nothing to lose', () => {
  expect(judge(user(1), [seat(refOf(guid(901)))])).toEqual({ kind: 'nothing-held', isSent: false });
});

test.each([
  ['assign-to-groups', user(1)],
  ['read', user(1)],
  ['own-apps', group(5)],
  ['assign-to-all', group(5, { isRoleAssignable: true })],
] as const)('with access %s it may not be taken from %j', (access, principal) => {
  expect(judge(principal, [seat()], { access })).toEqual({ kind: 'not-permitted', isSent: false });
});

test('a role-assignable group is open to whom may license it', () => {
  const guarded = group(5, { isRoleAssignable: true });
  expect(judge(guarded, [seat()], { access: 'read', canLicenseRoleAssignableGroups: true }).isSent).toBe(
    true,
  );
});

test('the removal is about every pool that gave the product directly, or the default one where none did', () => {
  const [first, second] = [ref, { ...ref, pool: refOf(902).pool }];
  const poolsOf = (...seats: Seat[]) =>
    previewRemoval({
      principal: user(1),
      holding: holding(user(1), ...seats),
      product: owned(),
      access: 'assign-to-all',
      canLicenseRoleAssignableGroups: false,
    }).pools;
  expect(poolsOf(seat(second), seat(first), groupSeat(5))).toEqual([second, first]);
  expect(poolsOf(groupSeat(5, second))).toEqual([first]);
});
