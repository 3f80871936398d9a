import { createDirectory } from '../../src/directory/createDirectory';
import { roles } from '../../src/directory/roles';
import { answer } from '../http/answers';
import type { Routes } from './fakeGraph';
import { collection, fakeGraph, guid } from './fakeGraph';

const me = { id: guid(1), displayName: 'Ada', userPrincipalName: 'ada@tenant.example' };
const cast = '/me/transitiveMemberOf/microsoft.graph.directoryRole';

function setup(routes: Routes, tokenRoles: readonly string[] = []) {
  const { graph, sent } = fakeGraph({ '/me': () => answer(200, me), ...routes });
  // As with a real sign-in, nothing is known before a first call has fetched a token.
  const known = () => (sent.length > 0 ? tokenRoles : []);
  return { directory: createDirectory(graph, { tokenRoles: known }), sent };
}

test('the person and the roles held are read with the smallest permission', async () => {
  const role = {
    '@odata.type': '#microsoft.graph.directoryRole',
    roleTemplateId: roles.licenseAdministrator,
  };
  const { directory, sent } = setup({ [cast]: () => collection([role]) });
  await expect(directory.readMe()).resolves.toMatchObject({
    user: { kind: 'user', id: me.id, displayName: 'Ada' },
    roleTemplateIds: [roles.licenseAdministrator],
    access: 'assign-to-all',
    canLicenseRoleAssignableGroups: false,
  });
  expect(sent.every(({ scopes }) => scopes.join() === 'User.Read')).toBe(true);
  const roleCall = sent.find(({ url }) => url.includes('directoryRole'));
  expect(roleCall?.headers['consistencylevel']).toBe('eventual');
  expect(new URL(roleCall?.url ?? '').searchParams.get('$count')).toBe('true');
});

test('where the cast breaks, the roles are picked out of all memberships', async () => {
  const { directory, sent } = setup({
    [cast]: () => answer(500),
    '/me/transitiveMemberOf': () =>
      collection([
        { '@odata.type': '#microsoft.graph.group', id: guid(2), roleTemplateId: roles.globalAdministrator },
        { '@odata.type': '#microsoft.graph.directoryRole', roleTemplateId: roles.groupsAdministrator },
        { '@odata.type': '#microsoft.graph.directoryRole', roleTemplateId: null },
      ]),
  });
  await expect(directory.readMe()).resolves.toMatchObject({
    roleTemplateIds: [roles.groupsAdministrator],
    access: 'assign-to-groups',
  });
  // The whole app waits for it.
  expect(sent.filter(({ url }) => url.includes('directoryRole'))).toHaveLength(2);
});

test.each([400, 403, 404, 500, 501])(
  'roles that answer %i are not known, which hides nothing',
  async (status) => {
    const failing = { [cast]: () => answer(status), '/me/transitiveMemberOf': () => answer(status) };
    await expect(setup(failing).directory.readMe()).resolves.toMatchObject({
      roleTemplateIds: [],
      listedRoleIds: undefined,
      access: 'unverified',
    });
    const named = setup(failing, [roles.licenseAdministrator]);
    await expect(named.directory.readMe()).resolves.toMatchObject({ access: 'assign-to-all' });
  },
);

test.each([
  ['an administrative unit', { '@odata.type': '#microsoft.graph.administrativeUnit', id: guid(3) }],
  [
    'a role-assignable group',
    { '@odata.type': '#microsoft.graph.group', id: guid(3), isAssignableToRole: true },
  ],
])(
  'a person without a listed role and with %s may hold one that is not listed',
  async (_name, membership) => {
    const memberships = {
      [cast]: () => collection([]),
      '/me/transitiveMemberOf': () => collection([membership]),
    };
    const { directory } = setup(memberships);
    await expect(directory.readMe()).resolves.toMatchObject({ access: 'unverified', listedRoleIds: [] });
  },
);

test('a person without any sign of a role is offered their own apps, and so is a guest', async () => {
  const none = {
    [cast]: () => collection([]),
    '/me/transitiveMemberOf': () => collection([{ id: guid(3) }]),
  };
  await expect(setup(none).directory.readMe()).resolves.toMatchObject({ access: 'own-apps' });
  const guest = { '/me': () => answer(200, { ...me, userType: 'Guest' }), [cast]: () => answer(403) };
  await expect(setup(guest).directory.readMe()).resolves.toMatchObject({ access: 'own-apps' });
});

test('one odd role hides none of the others', async () => {
  const { directory } = setup({
    [cast]: () => collection([{ roleTemplateId: 7 }, { roleTemplateId: roles.userAdministrator }]),
  });
  await expect(directory.readMe()).resolves.toMatchObject({ access: 'assign-to-all' });
});

test('roles that the sign-in named count too, once each', async () => {
  const { directory } = setup({ [cast]: () => collection([{ roleTemplateId: roles.globalReader }]) }, [
    roles.userAdministrator,
    roles.globalReader.toUpperCase(),
  ]);
  const { access, roleTemplateIds } = await directory.readMe();
  expect(access).toBe('assign-to-all');
  expect([...roleTemplateIds].sort()).toEqual([roles.globalReader, roles.userAdministrator].sort());
});

test('any other failure is told, not taken for an ordinary member', async () => {
  const { directory } = setup({ [cast]: () => answer(429) });
  await expect(directory.readMe()).rejects.toMatchObject({ code: 'throttled' });
  const gone = setup({ '/me': () => answer(401), [cast]: () => collection([]) });
  await expect(gone.directory.readMe()).rejects.toMatchObject({ code: 'token-refused' });
});
