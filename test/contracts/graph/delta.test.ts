// Delta queries. Each name ends with its grade (D documented) and source; what is inferred stands in inferredDirectory.test.ts.
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../../src/sandbox/tenant/products';
import type { AskOptions, Reply } from '../../sandbox/graph/openEmulator';
import { allScopes, openEmulator } from '../../sandbox/graph/openEmulator';

const scopes = [...allScopes, 'Group.ReadWrite.All'];
const root = 'https://graph.microsoft.com/v1.0';
const day = 86_400_000;

function setup() {
  const world = openEmulator();
  const ask = (line: string, options: AskOptions = {}) =>
    world.ask(line.replace(root, ''), { scopes, ...options });
  /** Follows a round to its end. */
  const round = async (line: string, options: AskOptions = {}) => {
    const items: Record<string, unknown>[] = [];
    let reply = await ask(line, options);
    for (;;) {
      items.push(...(reply.body.value ?? []));
      const next = reply.body['@odata.nextLink'] as string | undefined;
      if (next === undefined) break;
      reply = await ask(next, options);
    }
    return { items, link: linkOf(reply), last: reply };
  };
  const latest = async (line: string): Promise<string> =>
    linkOf(await ask(`${line}${line.includes('?') ? '&' : '?'}$deltatoken=latest`));
  const move = (id: string | undefined, usageLocation: string) =>
    ask(`PATCH /users/${id}`, { body: { usageLocation } });
  return { ...world, ask, round, latest, move };
}

function linkOf(reply: Reply): string {
  return String(reply.body['@odata.deltaLink']);
}

test('a first round gives everyone over several pages and ends with a deltaLink (D, Graph: delta query overview)', async () => {
  const { round, tenant } = setup();
  const { items, link } = await round('/users/delta?$select=displayName');
  expect(items.map(({ id }) => id)).toEqual(tenant.users.map(({ id }) => id));
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(['displayName', 'id']);
  expect(link).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\/delta\?\$deltatoken=/);
});

test('without a change a round is empty and its deltaLink is a new one (D, Graph: delta query for users)', async () => {
  const { ask, latest } = setup();
  const link = await latest('/users/delta');
  const { body } = await ask(link);
  expect(body.value).toEqual([]);
  expect(body['@odata.deltaLink']).not.toBe(link);
});

test('a change is told once, with what was selected at first (D, Graph: delta query overview)', async () => {
  const { ask, latest, move, tenant } = setup();
  const link = await latest('/users/delta?$select=displayName,usageLocation');
  const person = tenant.users[50];
  await move(person?.id, 'NZ');
  await move(person?.id, 'FJ');
  const { body } = await ask(link);
  expect(body.value).toEqual([{ id: person?.id, displayName: person?.displayName, usageLocation: 'FJ' }]);
  expect((await ask(linkOf({ body } as Reply))).body.value).toEqual([]);
});

test('a change of what was not selected is not told (D, Graph: delta query overview)', async () => {
  const { ask, latest, move, tenant } = setup();
  const link = await latest('/users/delta?$select=displayName');
  await move(tenant.users[51]?.id, 'NZ');
  expect((await ask(link)).body.value).toEqual([]);
});

test('Prefer: return=minimal gives the changed properties alone and says that it was applied (D, Graph: delta query overview)', async () => {
  const { ask, latest, move, tenant } = setup();
  const link = await latest('/users/delta?$select=displayName,usageLocation');
  const person = tenant.users[52];
  await move(person?.id, 'NZ');
  const { body, headers } = await ask(link, { headers: { prefer: 'return=minimal' } });
  expect(body.value).toEqual([{ id: person?.id, usageLocation: 'NZ' }]);
  expect(headers['Preference-Applied']).toBe('return=minimal');
});

test('who was deleted comes with the id and the reason alone (D, Graph: delta query for users)', async () => {
  const { ask, latest, tenant } = setup();
  const link = await latest('/users/delta');
  const id = tenant.users[53]?.id;
  await ask(`DELETE /users/${id}`);
  expect((await ask(link)).body.value).toEqual([{ id, '@removed': { reason: 'changed' } }]);
});

test('a filter names at most fifty objects by id, and is kept in the token (D, Graph: delta query overview)', async () => {
  const { ask, round, move, tenant } = setup();
  const [first, second] = [tenant.users[54]?.id, tenant.users[55]?.id];
  const filter = encodeURIComponent(`id eq '${first}' or id eq '${second}'`);
  const { items, link } = await round(`/users/delta?$filter=${filter}`);
  expect(items.map(({ id }) => id)).toEqual([first, second]);
  await move(tenant.users[56]?.id, 'NZ');
  await move(second, 'NZ');
  expect((await ask(link)).body.value?.map(({ id }) => id)).toEqual([second]);
  const many = tenant.users.slice(0, 51).map(({ id }) => `id eq '${id}'`);
  expect((await ask(`/users/delta?$filter=${encodeURIComponent(many.join(' or '))}`)).status).toBe(400);
  expect((await ask("/users/delta?$filter=displayName%20eq%20'x'")).status).toBe(400);
});

test.each(['$top=5', '$orderby=displayName', '$expand=memberOf', '$search="displayName:a"'])(
  '%s is not for delta queries (D, Graph: delta query overview)',
  async (option) => {
    const { ask } = setup();
    expect((await ask(`/users/delta?${option}`)).status).toBe(400);
  },
);

test('mailbox properties cannot be followed (D, Graph: delta query overview)', async () => {
  const { ask } = setup();
  expect((await ask('/users/delta?$select=skills')).body.error).toMatchObject({ code: 'NotImplemented' });
});

test('a token lives seven days (D, Graph: delta query overview)', async () => {
  const { ask, clock, latest } = setup();
  const link = await latest('/users/delta');
  clock.time += 7 * day - 1;
  expect((await ask(link)).status).toBe(200);
  clock.time += 1;
  const { status, body } = await ask(link);
  expect(Math.floor(status / 10)).toBe(40);
  expect(body.error?.code).toBe('syncStateNotFound');
});

test('after a reset of the service, 410 says where to start anew (D, Graph: delta query overview)', async () => {
  const { ask, clock, emulator, latest, round, tenant } = setup();
  const link = await latest('/users/delta?$select=displayName');
  clock.time += 1;
  emulator.settings.deltasResetAt = clock.time;
  const { status, headers } = await ask(link);
  expect(status).toBe(410);
  expect(headers['Location']).toMatch(/\/users\/delta\?.*\$deltatoken=$/);
  expect((await round(headers['Location'] ?? '')).items).toHaveLength(tenant.users.length);
});

test('groups tell who joined and who left, with the type of each (D, Graph: delta query for groups)', async () => {
  const { ask, latest, round, tenant } = setup();
  const full = await round('/groups/delta?$select=displayName,members');
  const members = full.items
    .filter(({ id }) => id === groupIds.nordic)
    .flatMap((item) => item['members@delta'] as { id: string }[]);
  expect(members.map(({ id }) => id)).toEqual(tenant.group(groupIds.nordic)?.memberIds);
  expect(members[0]).toMatchObject({ '@odata.type': '#microsoft.graph.group' });

  const link = await latest('/groups/delta?$select=displayName,members');
  const [leaver] = tenant.group(groupIds.it)?.memberIds ?? [];
  const joiner = tenant.users.find(({ id }) => !tenant.group(groupIds.it)?.memberIds.includes(id))?.id;
  await ask(`DELETE /groups/${groupIds.it}/members/${leaver}/$ref`);
  await ask(`POST /groups/${groupIds.it}/members/$ref`, {
    body: { '@odata.id': `${root}/directoryObjects/${joiner}` },
  });
  expect((await ask(link)).body.value).toEqual([
    {
      id: groupIds.it,
      displayName: 'IT',
      'members@delta': [
        { '@odata.type': '#microsoft.graph.user', id: leaver, '@removed': { reason: 'deleted' } },
        { '@odata.type': '#microsoft.graph.user', id: joiner },
      ],
    },
  ]);
});

test('a group with many members comes in several parts (D, Graph: delta query for groups)', async () => {
  const { round, tenant } = setup();
  const { items } = await round('/groups/delta?$select=members');
  const parts = items.filter(({ id }) => id === groupIds.fieldStaff);
  const ids = parts.flatMap((item) => item['members@delta'] as { id: string }[]).map(({ id }) => id);
  expect(ids).toEqual(tenant.group(groupIds.fieldStaff)?.memberIds);
});

test('a change after the first page of a round is told in that round or the next (D, Graph: delta query overview)', async () => {
  const { ask, move, tenant } = setup();
  const first = await ask('/users/delta?$select=usageLocation');
  const id = tenant.users[0]?.id;
  await move(id, 'NZ');
  let reply = first;
  for (let next; (next = reply.body['@odata.nextLink'] as string | undefined);) reply = await ask(next);
  const next = await ask(linkOf(reply));
  expect(next.body.value).toEqual([{ id, usageLocation: 'NZ' }]);
});

test('the deltaLink keeps what was told when changes are told again, and a replay does no harm (D, Graph: delta query overview)', async () => {
  const { ask, emulator, latest, move, tenant } = setup();
  await move(tenant.users[60]?.id, 'NZ');
  const link = await latest('/users/delta?$select=usageLocation');
  await move(tenant.users[61]?.id, 'NZ');
  emulator.settings.deltaReplays = 1;
  const { body } = await ask(link);
  expect(body.value?.map(({ id }) => id)).toEqual([tenant.users[60]?.id, tenant.users[61]?.id]);
});

test.each([
  ['/users/delta', ['User.Read.All'], 200],
  ['/users/delta', ['User.ReadBasic.All'], 403],
  ['/groups/delta', ['GroupMember.Read.All'], 200],
  ['/groups/delta', ['User.Read.All'], 403],
])('%s with %j is %i (D, Graph: permissions reference)', async (line, given, status) => {
  const { ask } = setup();
  expect((await ask(line, { scopes: given })).status).toBe(status);
});

test('the full name of the function is served too (D, Graph: delta query for groups)', async () => {
  const { ask } = setup();
  expect((await ask('/users/microsoft.graph.delta()?$select=id')).status).toBe(200);
});

test('a page is as large as Prefer asks for (D, Graph: paging)', async () => {
  const { ask } = setup();
  const { body } = await ask('/users/delta?$select=id', { headers: { prefer: 'odata.maxpagesize=7' } });
  expect(body.value).toHaveLength(7);
});

test('a change of licenses is told to who selects them (I: that it surfaces)', async () => {
  const { ask, latest, tenant } = setup();
  const link = await latest('/users/delta?$select=assignedLicenses');
  const person = tenant.users.find(
    ({ licenses, usageLocation }) => licenses.length === 0 && usageLocation === 'SE',
  );
  await ask(`POST /users/${person?.id}/assignLicense`, {
    body: { addLicenses: [{ skuId: productIds.timesheets }], removeLicenses: [] },
  });
  expect((await ask(link)).body.value).toMatchObject([
    { id: person?.id, assignedLicenses: [{ skuId: productIds.timesheets }] },
  ]);
});
