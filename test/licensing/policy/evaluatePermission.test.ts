import type { Access } from '../../../src/base/permissions';
import { evaluatePermission, type LicenseAction } from '../../../src/licensing/policy/evaluatePermission';
import { group, user } from '../support/samples';

function evaluate(
  access: Access,
  action: LicenseAction,
  { canLicenseRoleAssignableGroups = false, canManageGroups = false } = {},
) {
  return evaluatePermission({ access, canLicenseRoleAssignableGroups, canManageGroups }, action);
}

test.each<[Access, string | undefined]>([
  ['assign-to-all', undefined],
  ['assign-to-groups', undefined],
  ['unverified', undefined],
  ['read', 'read-only'],
  ['own-apps', 'read-only'],
])('%s may change licenses: %s', (access, denial) => {
  expect(evaluate(access, { kind: 'change-licenses' })).toBe(denial);
});

test.each<[Access, string | undefined, string | undefined]>([
  ['assign-to-all', undefined, undefined],
  ['assign-to-groups', 'groups-only', undefined],
  ['unverified', undefined, undefined],
  ['read', 'read-only', 'read-only'],
  ['own-apps', 'read-only', 'read-only'],
])('%s may change the licenses of a user: %s; of a group: %s', (access, ofUser, ofGroup) => {
  expect(evaluate(access, { kind: 'change-licenses-of', principal: user(1) })).toBe(ofUser);
  expect(evaluate(access, { kind: 'change-licenses-of', principal: group(1) })).toBe(ofGroup);
});

test('a role-assignable group needs its own role, which is enough', () => {
  const action = { kind: 'change-licenses-of', principal: group(1, { isRoleAssignable: true }) } as const;
  expect(evaluate('assign-to-all', action)).toBe('role-assignable-group');
  expect(evaluate('read', action, { canLicenseRoleAssignableGroups: true })).toBeUndefined();
});

test('groups are managed by who may manage groups, whatever else the roles cover', () => {
  expect(evaluate('assign-to-all', { kind: 'manage-groups' })).toBe('no-group-management');
  expect(evaluate('assign-to-groups', { kind: 'manage-groups' }, { canManageGroups: true })).toBeUndefined();
});
