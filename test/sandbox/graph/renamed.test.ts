import { eventual, openEmulator } from './openEmulator';

function setup() {
  const { tenant, ask } = openEmulator();
  const person = tenant.users[60];
  if (!person) throw new Error('the tenant has no such person');
  const idsOf = async (query: string): Promise<readonly unknown[]> => {
    const { body } = await ask(`/users?${query}`, { headers: eventual });
    return (body.value ?? []).map(({ id }) => id);
  };
  const rename = (): void => {
    const mail = `zyxwick.quarrel@${tenant.defaultDomain}`;
    tenant.save({
      users: [{ ...person, displayName: 'Aa Zyxwick', mail, userPrincipalName: mail, proxyAddresses: [] }],
    });
  };
  return { person, tenant, ask, idsOf, rename };
}

const queries = [
  '$search="displayName:zyxwick"',
  '$search="mail:zyxwick"',
  "$count=true&$filter=startswith(displayName,'Aa Zyx')",
  "$filter=mail eq 'zyxwick.quarrel@vantholm.example'",
  '$count=true&$orderby=displayName&$top=1',
];

test.each(queries)('a renamed person is found by the new name after %s was asked before', async (query) => {
  const { person, idsOf, rename } = setup();
  const before = await idsOf(query);
  expect(before).not.toContain(person.id);
  rename();
  expect(await idsOf(query)).toEqual([person.id]);
});

test('a renamed person is no longer found by the old name', async () => {
  const { person, idsOf, rename } = setup();
  const query = `$filter=mail eq '${person.mail}'`;
  expect(await idsOf(query)).toEqual([person.id]);
  rename();
  expect(await idsOf(query)).toEqual([]);
});

test('a renamed person has the new user principal name in paths, and the old one is free', async () => {
  const { person, tenant, ask, rename } = setup();
  rename();
  expect((await ask(`/users/zyxwick.quarrel@${tenant.defaultDomain}`)).body['id']).toBe(person.id);
  expect((await ask(`/users/${person.userPrincipalName}`)).status).toBe(404);
});

test('an index that is read late follows a renamed person after its delay', async () => {
  const { tenant, ask, clock, emulator } = openEmulator();
  const person = tenant.users[61];
  const find = async (): Promise<number> =>
    (await ask('/users?$search="displayName:zyxwick"', { headers: eventual })).body.value?.length ?? 0;
  emulator.lag.indexInMs = 4_000;
  await find();
  if (person) tenant.save({ users: [{ ...person, displayName: 'Zyxwick Quarrel' }] });
  expect(await find()).toBe(0);
  clock.time += 5_000;
  expect(await find()).toBe(1);
});
