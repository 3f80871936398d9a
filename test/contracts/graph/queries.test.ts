// Default and advanced queries (D, Graph: advanced query capabilities on directory objects).
import { asciiFold } from '../../../src/sandbox/tenant/asciiFold';
import { productIds } from '../../../src/sandbox/tenant/products';
import { eventual, openEmulator } from '../../sandbox/graph/openEmulator';

const filter = (text: string, more = ''): string => `/users?$filter=${encodeURIComponent(text)}${more}`;
const advanced = { headers: eventual };
const needsMore = (operator: string): string =>
  `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`;

test.each([
  "displayName eq 'Greta Almström'",
  "startsWith(displayName,'Gr')",
  "startswith(userPrincipalName,'greta')",
  "department in ('IT','Sales')",
  "surname ge 'M' and surname le 'N'",
  "mail eq 'greta.almstrom@vantholm.example'",
  'accountEnabled eq false',
  "userType eq 'Guest'",
  "id in ('0a11ce00-0000-4000-8000-000000000001')",
  `assignedLicenses/any(x:x/skuId eq ${productIds.rota})`,
  "usageLocation eq 'SE'",
])('a plain query answers %s', async (text) => {
  const { ask } = openEmulator();
  const reply = await ask(filter(text));
  expect(reply.status).toBe(200);
  expect(reply.body.value?.length).toBeGreaterThan(0);
});

test.each([
  "displayName ne 'x'",
  "not startsWith(displayName,'A')",
  'usageLocation eq null',
  "endsWith(mail,'.example')",
  "endsWith(userPrincipalName,'vantholm.example')",
  'accountEnabled ne true',
  "companyName eq 'Vantholm Works'",
  "startsWith(officeLocation,'S')",
  'assignedLicenses/$count eq 0',
  'assignedLicenses/$count ne 0',
  `not assignedLicenses/any(x:x/skuId eq ${productIds.rota})`,
])('%s is for advanced queries alone', async (text) => {
  const { ask } = openEmulator();
  for (const reply of [
    await ask(filter(text)),
    await ask(filter(text, '&$count=true')),
    await ask(filter(text), advanced),
  ]) {
    expect(reply.status).toBe(400);
    expect(reply.body.error?.code).toBe('Request_UnsupportedQuery');
  }
  const reply = await ask(filter(text, '&$count=true'), advanced);
  expect(reply.status).toBe(200);
  expect(reply.body['@odata.count']).toBeGreaterThan(0);
});

test('endsWith without the pair names what is missing (O)', async () => {
  const { ask } = openEmulator();
  expect((await ask(filter("endsWith(mail,'x')"))).body.error?.message).toBe(needsMore('endsWith'));
});

test('a property that is not indexed is refused by name (D)', async () => {
  const { ask } = openEmulator();
  const { body, status } = await ask(
    `/groups?$filter=${encodeURIComponent('createdDateTime ge 2020-01-01T00:00:00Z')}`,
  );
  expect(status).toBe(400);
  expect(body.error).toMatchObject({
    code: 'Request_UnsupportedQuery',
    message:
      "Unsupported or invalid query filter clause specified for property 'createdDateTime' of resource 'Group'.",
  });
});

test('licenseAssignmentStates cannot be filtered, by no query (D)', async () => {
  const { ask } = openEmulator();
  const text = 'licenseAssignmentStates/any(x:x/skuId eq 380a1ac4-6023-4ee4-aace-600fcbad50c4)';
  expect((await ask(filter(text, '&$count=true'), advanced)).body.error?.code).toBe(
    'Request_UnsupportedQuery',
  );
});

test('the skuId in a filter is a GUID without quotes (D)', async () => {
  const { ask } = openEmulator();
  expect((await ask(filter(`assignedLicenses/any(x:x/skuId eq '${productIds.rota}')`))).status).toBe(400);
});

test.each([
  ['users', `assignedLicenses/any(x:x/skuId eq ${productIds.rota}) or userType eq 'Guest'`],
  ['users', `accountEnabled eq false and assignedLicenses/any(x:x/skuId eq ${productIds.rota})`],
  ['users', `not (usageLocation eq 'SE' and assignedLicenses/any(x:x/skuId eq ${productIds.rota}))`],
  ['groups', `assignedLicenses/any(x:x/skuId eq ${productIds.rota}) and securityEnabled eq true`],
])('a condition on licenses has no other beside it (O): %s %s', async (list, text) => {
  const { ask } = openEmulator();
  const url = `/${list}?$filter=${encodeURIComponent(text)}&$count=true`;
  for (const reply of [await ask(url, advanced), ...(text.includes('not') ? [] : [await ask(url)])]) {
    expect(reply.status).toBe(400);
    expect(reply.body.error).toMatchObject({
      code: 'Request_UnsupportedQuery',
      message: 'Complex query on property assignedLicenses is not supported.',
    });
  }
});

test('groups are filtered by license with any() and by SKU, and not by its absence (D)', async () => {
  const { ask } = openEmulator();
  const groups = (text: string, more = ''): string => `/groups?$filter=${encodeURIComponent(text)}${more}`;
  const any = await ask(groups('assignedLicenses/any()', '&$select=id,assignedLicenses'));
  expect(any.body.value?.length).toBeGreaterThan(3);
  const one = await ask(
    groups(`assignedLicenses/any(x:x/skuId eq ${productIds.rota})`, '&$select=displayName'),
  );
  expect(one.body.value).toEqual([{ displayName: 'Shift Planners' }]);
  const none = await ask(
    groups(`not assignedLicenses/any(x:x/skuId eq ${productIds.rota})`, '&$count=true'),
    advanced,
  );
  expect(none.body.error?.code).toBe('Request_UnsupportedQuery');
});

test('$search needs the header, and the header is enough (D)', async () => {
  const { ask } = openEmulator();
  const line = '/users?$search=%22displayName:almström%22&$select=displayName';
  expect((await ask(line)).body.error).toMatchObject({
    code: 'Request_UnsupportedQuery',
    message:
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
  });
  expect((await ask(line, advanced)).body.value).toEqual([{ displayName: 'Greta Almström' }]);
});

test('$search finds by several properties, and $filter narrows it (D)', async () => {
  const { ask } = openEmulator();
  const search = `$search=${encodeURIComponent('"displayName:li" OR "mail:li"')}&$count=true&$top=999&$select=displayName,mail,userType`;
  const all = (await ask(`/users?${search}`, advanced)).body.value ?? [];
  expect(all.length).toBeGreaterThan(2);
  const guests =
    (await ask(`/users?${search}&$filter=${encodeURIComponent("userType eq 'Guest'")}`, advanced)).body
      .value ?? [];
  expect(guests).toEqual(all.filter(({ userType }) => userType === 'Guest'));
});

test('$orderby with $filter or $search is for advanced queries, and sorts there (D)', async () => {
  const { ask } = openEmulator();
  const line = filter("startsWith(displayName,'A')", '&$orderby=displayName%20desc&$select=displayName');
  expect((await ask(line)).body.error?.code).toBe('Request_UnsupportedQuery');
  const names =
    (await ask(`${line}&$count=true`, advanced)).body.value?.map(({ displayName }) => String(displayName)) ??
    [];
  expect(names.length).toBeGreaterThan(2);
  expect(names.every((name) => name.startsWith('A') || name.startsWith('a'))).toBe(true);
  const keys = names.map((name) => asciiFold(name).toLowerCase());
  expect(keys).toEqual([...keys].sort().reverse());
});

test('sorted pages follow one another without gap or repetition (D, Graph: paging)', async () => {
  const { ask, tenant } = openEmulator();
  const names: string[] = [];
  let line: string | undefined = '/users?$orderby=displayName&$top=150&$select=id';
  while (line !== undefined) {
    const { body } = await ask(line);
    names.push(...(body.value ?? []).map(({ id }) => String(id)));
    line = (body['@odata.nextLink'] as string | undefined)?.replace('https://graph.microsoft.com/v1.0', '');
  }
  expect(new Set(names).size).toBe(tenant.users.length);
});

test('$skip is not supported on directory objects (D, Graph: paging)', async () => {
  const { ask } = openEmulator();
  expect((await ask('/users?$skip=10')).status).toBe(400);
});

test('a filter has at most fifteen alternatives (O, the sentence; D, Graph: query parameters)', async () => {
  const { ask, tenant } = openEmulator();
  const clauses = tenant.users.map(({ id }) => `id eq '${id}'`);
  const some = (count: number): string => clauses.slice(0, count).join(' or ');
  expect((await ask(filter(some(15)))).body.value).toHaveLength(15);
  for (const text of [some(18), `accountEnabled eq true and (${some(18)})`])
    expect((await ask(filter(text))).body.error).toMatchObject({
      code: 'Request_UnsupportedQuery',
      message:
        "Too many child clauses specified in search filter expression containing 'OR' operators: 18. Max allowed: 15.",
    });
});

test('account names are filtered by advanced queries alone, employee IDs and lists of addresses by any (D)', async () => {
  const { ask, tenant } = openEmulator();
  const user = tenant.users.find(
    (each) => each.onPremisesSamAccountName !== null && each.proxyAddresses.length > 1,
  );
  const ids = async (text: string, isAdvanced = false): Promise<unknown> => {
    const line = filter(text, '&$select=id&$count=true');
    const { body } = isAdvanced ? await ask(line, advanced) : await ask(line);
    return body.value ?? body.error;
  };
  const account = `onPremisesSamAccountName in ('${user?.onPremisesSamAccountName?.toUpperCase() ?? ''}')`;
  expect(await ids(account)).toMatchObject({
    code: 'Request_UnsupportedQuery',
    message:
      "Unsupported or invalid query filter clause specified for property 'onPremisesSamAccountName' of resource 'User'.",
  });
  expect(await ids(account, true)).toEqual([{ id: user?.id }]);
  expect(await ids(`employeeId in ('${user?.employeeId ?? ''}')`)).toEqual([{ id: user?.id }]);
  const address = user?.proxyAddresses[1]?.replace('smtp:', 'SMTP:') ?? '';
  expect(
    await ids(`proxyAddresses/any(x:x eq '${address}') or proxyAddresses/any(x:x eq 'smtp:no@one.example')`),
  ).toEqual([{ id: user?.id }]);
  expect(await ids("otherMails/any(o:o eq 'home1@mailbox.example')")).toHaveLength(2);
  expect(await ids("proxyAddresses eq 'smtp:no@one.example'")).toMatchObject({
    code: 'Request_UnsupportedQuery',
  });
});
