import { permissionsOf } from '../../src/directory/access';
import { roles } from '../../src/directory/roles';
import type { Access } from '../../src/base/permissions';

const accessOf = (ids: readonly string[]): Access => permissionsOf(ids).access;

test.each<[keyof typeof roles, Access, boolean]>([
  ['globalAdministrator', 'assign-to-all', true],
  ['licenseAdministrator', 'assign-to-all', false],
  ['userAdministrator', 'assign-to-all', false],
  ['directoryWriters', 'assign-to-all', false],
  ['groupsAdministrator', 'assign-to-groups', false],
  ['privilegedRoleAdministrator', 'read', true],
  ['globalReader', 'read', false],
  ['directoryReaders', 'read', false],
  ['reportsReader', 'read', false],
  ['securityReader', 'read', false],
  ['securityAdministrator', 'read', false],
  ['securityOperator', 'read', false],
])('%s is offered %s', (role, access, canLicense) => {
  expect(permissionsOf([roles[role]])).toMatchObject({
    access,
    canLicenseRoleAssignableGroups: canLicense,
  });
});

test('of several roles the widest counts, in any order', () => {
  expect(accessOf([roles.globalReader, roles.groupsAdministrator])).toBe('assign-to-groups');
  expect(accessOf([roles.groupsAdministrator, roles.licenseAdministrator])).toBe('assign-to-all');
});

test('no role and the default role of members are offered their own apps, and Graph decides about a role that is not known', () => {
  expect(accessOf([])).toBe('own-apps');
  expect(accessOf(['b79fbf4d-3ef9-4689-8143-76b194e85509'])).toBe('own-apps');
  expect(accessOf(['b79fbf4d-3ef9-4689-8143-76b194e85509', 'something-else'])).toBe('unverified');
});

test('groups are made and filled by the roles that Entra lets, which License Administrator is not among', () => {
  const may = Object.entries(roles).flatMap(([name, id]) =>
    permissionsOf([id]).canManageGroups ? [name] : [],
  );
  expect(may.sort()).toEqual([
    'directoryWriters',
    'globalAdministrator',
    'groupsAdministrator',
    'userAdministrator',
  ]);
});
