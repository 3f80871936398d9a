// More of the directory: people, getByIds, roles, expansions, links. D documented, O observed; each name ends with its source.
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import type { AskOptions } from '../../sandbox/graph/openEmulator';
import { allScopes, eventual, openEmulator } from '../../sandbox/graph/openEmulator';

const scopes = [
  ...allScopes,
  'People.Read',
  'People.Read.All',
  'Directory.Read.All',
  'RoleManagement.Read.Directory',
];

function setup() {
  const world = openEmulator();
  const ask = (line: string, options: AskOptions = {}) => world.ask(line, { scopes, ...options });
  return { ...world, ask };
}

test('people come ten at a time, with a class, and further ones by $skip (D, Graph: people)', async () => {
  const { ask } = setup();
  const { status, body } = await ask('/me/people', { as: 'member' });
  expect(status).toBe(200);
  expect(body.value).toHaveLength(10);
  expect(body.value?.[0]).toMatchObject({
    personType: { class: 'Person', subclass: 'OrganizationUser' },
    scoredEmailAddresses: [{ address: expect.any(String) as string }],
  });
  const next = String(body['@odata.nextLink']).replace('https://graph.microsoft.com/v1.0', '');
  expect(next).toContain('$skip=10');
  const more = (await ask(next, { as: 'member' })).body.value ?? [];
  const ids = [...(body.value ?? []), ...more].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('people are searched with slips of the pen, and not together with $skip (D, Graph: people)', async () => {
  const { ask } = setup();
  const all = (await ask('/me/people?$top=1000', { as: 'member' })).body.value ?? [];
  const known = all.find(({ surname }) => /^[A-Za-z]{6,}$/.test(String(surname)));
  const slip = String(known?.['surname']).replace(/^(..)./, '$1');
  const found = await ask(`/me/people?$search=${slip}&$top=50`, { as: 'member' });
  expect(found.body.value?.map(({ id }) => id)).toContain(known?.['id']);
  expect((await ask('/me/people?$search=a&$skip=1', { as: 'member' })).status).toBe(400);
  expect((await ask('/me/people?$top=1000', { as: 'member' })).status).toBe(200);
});

test('people are narrowed by the class of them (D, Graph: people)', async () => {
  const { ask } = setup();
  const filter = encodeURIComponent("personType/class eq 'Person'");
  const { body } = await ask(`/me/people?$filter=${filter}&$top=100`, { as: 'member' });
  expect(body.value?.length).toBeGreaterThan(10);
  expect(body.value?.every((person) => (person['personType'] as { class: string }).class === 'Person')).toBe(
    true,
  );
});

test.each([
  ['/me/people', ['People.Read'], 200],
  ['/me/people', ['User.Read'], 403],
])('%s with %j is %i (D, Graph: permissions reference)', async (line, given, status) => {
  expect((await setup().ask(line, { scopes: given })).status).toBe(status);
});

test("other people's people need People.Read.All (D, Graph: people)", async () => {
  const { ask, tenant } = setup();
  const line = `/users/${tenant.users[40]?.id}/people`;
  expect((await ask(line)).status).toBe(200);
  expect((await ask(line, { scopes: ['People.Read'] })).status).toBe(403);
});

test('getByIds gives what it knows, typed, and leaves out the rest (D, Graph: directoryObject getByIds)', async () => {
  const { ask, tenant } = setup();
  const user = tenant.users[30]?.id;
  const unknownId = '11111111-2222-4333-8444-555555555555';
  const get = (body: object, query = '') => ask(`POST /directoryObjects/getByIds${query}`, { body });
  const all = await get({ ids: [user, groupIds.it, unknownId] });
  expect(all.status).toBe(200);
  expect(all.body.value?.map((item) => [item['@odata.type'], item['id']])).toEqual([
    ['#microsoft.graph.user', user],
    ['#microsoft.graph.group', groupIds.it],
  ]);
  const groups = await get({ ids: [user, groupIds.it], types: ['group'] });
  expect(groups.body.value?.map(({ id }) => id)).toEqual([groupIds.it]);
});

test('getByIds is short without $select, whole with it, and cheaper too (D, Graph: known issues, throttling limits)', async () => {
  const { ask, tenant } = setup();
  const ids = [tenant.users[30]?.id];
  const short = await ask('POST /directoryObjects/getByIds', { body: { ids } });
  expect(short.body.value?.[0]).not.toHaveProperty('jobTitle');
  expect(short.headers['x-ms-resource-unit']).toBe('5');
  const whole = await ask('POST /directoryObjects/getByIds?$select=id,department', { body: { ids } });
  expect(whole.body.value?.[0]).toHaveProperty('department', tenant.users[30]?.department);
  expect(whole.headers['x-ms-resource-unit']).toBe('2');
});

test('getByIds takes a thousand ids and no more, and needs Directory.Read.All (D, Graph: directoryObject getByIds)', async () => {
  const { ask, tenant } = setup();
  const ids = Array.from({ length: 1_001 }, () => tenant.users[0]?.id);
  const line = 'POST /directoryObjects/getByIds';
  expect((await ask(line, { body: { ids } })).status).toBe(400);
  expect((await ask(line, { body: { ids: ids.slice(1) } })).status).toBe(200);
  expect((await ask(line, { body: { ids: [] }, scopes: allScopes })).status).toBe(403);
});

test('a group is a member of the groups around it, near and far (D, Graph: list memberOf of a group)', async () => {
  const { ask } = setup();
  const { body } = await ask(`/groups/${groupIds.stockholm}/memberOf`);
  expect(body.value?.map(({ id }) => id)).toContain(groupIds.nordic);
  const counted = await ask(`/groups/${groupIds.stockholm}/transitiveMemberOf/$count`, { headers: eventual });
  expect(Number(counted.raw)).toBeGreaterThanOrEqual(1);
});

test('activated roles are listed in one page, with their members (D, Graph: list directoryRoles)', async () => {
  const { ask, tenant } = setup();
  const { body } = await ask('/directoryRoles');
  expect(body.value).toHaveLength(tenant.roles.length);
  expect(body).not.toHaveProperty('@odata.nextLink');
  const [role] = body.value ?? [];
  const members = await ask(`/directoryRoles/${String(role?.['id'])}/members`);
  expect(members.body.value?.map(({ id }) => id)).toEqual([tenant.personas[0]?.userId]);
  expect((await ask('/directoryRoles', { scopes: allScopes })).status).toBe(403);
});

test('role assignments are found by their principal (D, Graph: list unifiedRoleAssignments)', async () => {
  const { ask, tenant } = setup();
  const admin = tenant.personas.find(({ key }) => key === 'license-admin');
  const filter = encodeURIComponent(`principalId eq '${admin?.userId}'`);
  const { body } = await ask(`/roleManagement/directory/roleAssignments?$filter=${filter}`);
  expect(body.value).toMatchObject([
    { principalId: admin?.userId, roleDefinitionId: admin?.roleTemplateIds[0], directoryScopeId: '/' },
  ]);
});

test('an expansion shows twenty objects and no link to the others (D, Graph: query parameters)', async () => {
  const { ask, tenant } = setup();
  const { body } = await ask(`/groups/${groupIds.fieldStaff}?$expand=members($select=id,displayName)`);
  expect(body['members']).toHaveLength(20);
  expect(body).not.toHaveProperty('members@odata.nextLink');
  expect((body['members'] as object[])[0]).toEqual({
    '@odata.type': '#microsoft.graph.user',
    id: tenant.group(groupIds.fieldStaff)?.memberIds[0],
    displayName: expect.any(String) as string,
  });
  const listed = await ask('/groups?$select=id&$expand=members&$top=5');
  expect(listed.body.value?.every((group) => Array.isArray(group['members']))).toBe(true);
  const person = await ask('/users?$select=id&$expand=memberOf&$top=1');
  expect(person.body.value?.[0]).toHaveProperty('memberOf');
});

test('expansions do not go with advanced queries, nor two at a time (D, Graph: query parameters, advanced queries)', async () => {
  const { ask } = setup();
  const advanced = await ask('/groups?$expand=members&$count=true', { headers: eventual });
  expect(advanced.body.error?.code).toBe('ExpandNotSupported');
  expect((await ask('/groups?$expand=members,memberOf')).status).toBe(400);
  expect((await ask('/users/0a11ce00-0000-4000-8000-000000000001?$expand=photo')).status).toBe(400);
});

test('groups with members in error are found, and the members with their reasons (D, Graph: group resource)', async () => {
  const { ask } = setup();
  const filter = encodeURIComponent('hasMembersWithLicenseErrors eq true');
  const { body } = await ask(`/groups?$filter=${filter}&$select=id`);
  const ids = body.value?.map(({ id }) => String(id)) ?? [];
  expect(ids.length).toBeGreaterThan(1);
  for (const id of ids) {
    const members = await ask(`/groups/${id}/membersWithLicenseErrors?$select=id,licenseAssignmentStates`);
    const states = members.body.value?.map(
      (member) => member['licenseAssignmentStates'] as { assignedByGroup: string; state: string }[],
    );
    expect(states?.length).toBeGreaterThan(0);
    for (const ofMember of states ?? [])
      expect(ofMember.some(({ assignedByGroup, state }) => assignedByGroup === id && state === 'Error')).toBe(
        true,
      );
  }
});

test('links carry the host that a proxy was asked for (D, Graph: paging)', async () => {
  const { ask } = setup();
  const { body } = await ask('/users?$top=1', {
    origin: 'http://127.0.0.1:5303',
    headers: { 'x-forwarded-host': 'graph.microsoft.com', 'x-forwarded-proto': 'https' },
  });
  expect(body['@odata.nextLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?/);
  const odd = await ask('/users?$top=1', {
    origin: 'http://127.0.0.1:5303',
    headers: { 'x-forwarded-host': 'a/b?c' },
  });
  expect(odd.body['@odata.nextLink']).toMatch(/^http:\/\/127\.0\.0\.1:5303\/v1\.0\//);
});

test('a page may be empty and still have a next one, and nobody is lost (D, Graph: paging)', async () => {
  const { ask, emulator, tenant } = setup();
  emulator.settings.hasEmptyPages = true;
  const sizes: number[] = [];
  const seen: unknown[] = [];
  let line: string | undefined = '/users?$select=id';
  while (line !== undefined) {
    const { body } = await ask(line);
    sizes.push(body.value?.length ?? -1);
    seen.push(...(body.value ?? []).map(({ id }) => id));
    line = (body['@odata.nextLink'] as string | undefined)?.replace('https://graph.microsoft.com/v1.0', '');
  }
  expect(sizes).toEqual([100, 0, 100, 0, 100, 0, 100]);
  expect(seen).toEqual(tenant.users.map(({ id }) => id));
});

test('overlapping writes of one person conflict, those of two do not (O, Graph: assignLicense; D, error responses)', async () => {
  const { ask, clock, emulator, tenant } = setup();
  emulator.settings.writesTakeInMs = 800;
  const body = { addLicenses: [], removeLicenses: [] };
  const write = (place: number) => ask(`POST /users/${tenant.users[place]?.id}/assignLicense`, { body });
  expect((await write(40)).status).toBe(200);
  expect(clock.waits).toEqual([800]);
  const { status, body: refused } = await write(40);
  expect(status).toBe(409);
  expect(refused.error).toMatchObject({
    code: 'Directory_ConcurrencyViolation',
    message: 'Error due to concurrent requests being made to the tenant. Please wait briefly and retry.',
  });
  expect((await write(41)).status).toBe(200);
  clock.time += 800;
  expect((await write(40)).status).toBe(200);
});

test('two items of one batch that write one person conflict (O, Graph: assignLicense)', async () => {
  const { ask, emulator, tenant } = setup();
  emulator.settings.writesTakeInMs = 800;
  const request = (id: string) => ({
    id,
    method: 'POST',
    url: `/users/${tenant.users[40]?.id}/assignLicense`,
    headers: { 'Content-Type': 'application/json' },
    body: { addLicenses: [], removeLicenses: [] },
  });
  const { body } = await ask('POST /$batch', { body: { requests: [request('1'), request('2')] } });
  const statuses = (body['responses'] as { status: number }[]).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 409]);
});

test('a key may stand in parentheses (D, OData: URL conventions)', async () => {
  const { ask, tenant } = openEmulator();
  const [person] = tenant.users;
  for (const key of [
    person?.id,
    person?.userPrincipalName,
    encodeURIComponent(String(person?.userPrincipalName)),
  ])
    expect((await ask(`/users('${key}')?$select=id`)).body['id']).toBe(person?.id);
  expect((await ask(`/groups('${groupIds.it}')/members?$select=id`)).status).toBe(200);
  expect((await ask("/users('it''s@nowhere.example')")).body.error?.message).toContain(
    "'it's@nowhere.example'",
  );
});

test('a photo is described by its size and type, and its absence by a GIF of one pixel (D, Graph: known issues)', async () => {
  const { ask, tenant } = openEmulator();
  const describe = async (hasPhoto: boolean) => {
    const person = tenant.users.find((user) => user.hasPhoto === hasPhoto && user.mail !== null);
    return (await ask(`/users/${person?.id}/photo`)).body;
  };
  expect(await describe(true)).toMatchObject({
    '@odata.mediaContentType': 'image/jpeg',
    id: '648X648',
    height: 648,
    width: 648,
  });
  expect(await describe(false)).toMatchObject({
    '@odata.mediaContentType': 'image/gif',
    id: '1X1',
    height: 1,
    width: 1,
  });
});
