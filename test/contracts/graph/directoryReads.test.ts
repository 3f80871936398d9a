// Rules that Microsoft documents (D) or that were observed on the service (O). Each name ends with its source.
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { eventual, openEmulator } from '../../sandbox/graph/openEmulator';

const unmodeledHeader = { 'client-request-id': 'ask-1' };

test('GET /me gives the eleven default properties and their context (D, Graph: get user)', async () => {
  const { ask } = openEmulator();
  const { status, body } = await ask('/me');
  expect(status).toBe(200);
  expect(Object.keys(body).sort()).toEqual(
    [
      '@odata.context',
      'businessPhones',
      'displayName',
      'givenName',
      'id',
      'jobTitle',
      'mail',
      'mobilePhone',
      'officeLocation',
      'preferredLanguage',
      'surname',
      'userPrincipalName',
    ].sort(),
  );
  expect(body['@odata.context']).toBe('https://graph.microsoft.com/v1.0/$metadata#users/$entity');
});

test('with $select the context names the properties (D, Graph: get user)', async () => {
  const { ask } = openEmulator();
  const { body } = await ask('/me?$select=id,displayName');
  expect(body).toEqual({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users(id,displayName)/$entity',
    id: '0a11ce00-0000-4000-8000-000000000001',
    displayName: 'Greta Almström',
  });
});

test('a person is found by id and by user principal name in any case (D, Graph: get user)', async () => {
  const { ask, tenant } = openEmulator();
  const person = tenant.users[30];
  expect((await ask(`/users/${person?.id}`)).body['id']).toBe(person?.id);
  const name = encodeURIComponent(person?.userPrincipalName.toUpperCase() ?? '');
  expect((await ask(`/users/${name}`)).body['id']).toBe(person?.id);
});

test('a list pages by 100, and by $top up to 999 (D, Graph: paging; O, page size refusal)', async () => {
  const { ask } = openEmulator();
  expect((await ask('/users')).body.value).toHaveLength(100);
  expect((await ask('/users?$top=999&$select=id')).body.value).toHaveLength(400);
  const { status, body } = await ask('/users?$top=1000');
  expect(status).toBe(400);
  expect(body.error).toMatchObject({
    code: 'Request_UnsupportedQuery',
    message: "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive.",
  });
});

test('following nextLink gives everyone once, and the last page has none (D, Graph: paging)', async () => {
  const { ask, tenant } = openEmulator();
  const seen: unknown[] = [];
  let line: string | undefined = '/users?$top=37&$select=id&$filter=accountEnabled eq true';
  while (line !== undefined) {
    const { body } = await ask(line.replaceAll(' ', '%20'));
    seen.push(...(body.value ?? []).map(({ id }) => id));
    const next = body['@odata.nextLink'] as string | undefined;
    expect(next ?? '').toMatch(
      next === undefined ? /^$/ : /^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?\$top=37&.*\$skiptoken=/,
    );
    line = next?.replace('https://graph.microsoft.com/v1.0', '');
  }
  expect(seen).toEqual(tenant.users.filter(({ accountEnabled }) => accountEnabled).map(({ id }) => id));
});

test('links carry the scheme and host that the caller used (D, Graph: paging)', async () => {
  const { ask } = openEmulator();
  const { body } = await ask('/users?$top=1', { origin: 'http://graph.localhost:5300' });
  expect(body['@odata.nextLink']).toMatch(/^http:\/\/graph\.localhost:5300\/v1\.0\/users\?/);
  expect(body['@odata.context']).toBe('http://graph.localhost:5300/v1.0/$metadata#users');
});

test('$count is on the first page only, and silently missing without the header (D, Graph: paging, advanced queries)', async () => {
  const { ask } = openEmulator();
  const first = await ask('/users?$count=true&$top=5', { headers: eventual });
  expect(first.body['@odata.count']).toBe(400);
  const next = String(first.body['@odata.nextLink']).replace('https://graph.microsoft.com/v1.0', '');
  expect((await ask(next, { headers: eventual })).body).not.toHaveProperty('@odata.count');
  const plain = await ask('/users?$count=true');
  expect(plain.status).toBe(200);
  expect(plain.body).not.toHaveProperty('@odata.count');
});

test('/users/$count is bare text with the header and refused without (D, Graph: advanced queries)', async () => {
  const { ask } = openEmulator();
  const counted = await ask('/users/$count', { headers: eventual });
  expect(counted).toMatchObject({ status: 200, raw: '400' });
  expect(counted.headers['Content-Type']).toBe('text/plain');
  const refused = await ask('/users/$count');
  expect(refused).toMatchObject({
    status: 400,
    body: { error: { code: 'Request_BadRequest', message: '$count is not currently supported.' } },
  });
});

test('mailbox properties cannot be selected in a list (D, Graph: delta query overview)', async () => {
  const { ask } = openEmulator();
  const { status, body } = await ask('/users?$select=id,skills');
  expect(status).toBe(501);
  expect(body.error).toMatchObject({
    code: 'NotImplemented',
    message: 'This operation target is not yet supported.',
  });
});

test('$expand=photo is not supported (D, Graph: query parameters)', async () => {
  const { ask } = openEmulator();
  expect((await ask('/users?$expand=photo')).body.error?.code).toBe('ExpandNotSupported');
});

test('license properties come only when selected (D, Graph: user resource)', async () => {
  const { ask, tenant } = openEmulator();
  const holder = tenant.users.find(({ licenses }) => licenses.length > 1);
  const plain = (await ask(`/users/${holder?.id}`)).body;
  expect(plain).not.toHaveProperty('assignedLicenses');
  const { body } = await ask(`/users/${holder?.id}?$select=assignedLicenses,licenseAssignmentStates`);
  expect(body['licenseAssignmentStates']).toHaveLength(holder?.licenses.length ?? 0);
  expect((body['licenseAssignmentStates'] as object[])[0]).toEqual({
    skuId: expect.any(String) as string,
    disabledPlans: expect.any(Array) as string[],
    assignedByGroup: null,
    state: 'Active',
    error: 'None',
    lastUpdatedDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
  });
});

test('a source in Error does not put the SKU into assignedLicenses (D, Graph: licenseAssignmentState)', async () => {
  const { ask, tenant } = openEmulator();
  const failed = tenant.users.find(({ licenses }) =>
    licenses.some(({ error }) => error === 'DependencyViolation'),
  );
  const skuId = failed?.licenses.find(({ error }) => error === 'DependencyViolation')?.skuId;
  const { body } = await ask(`/users/${failed?.id}?$select=assignedLicenses`);
  expect((body['assignedLicenses'] as { skuId: string }[]).map((license) => license.skuId)).not.toContain(
    skuId,
  );
});

test('roles come by a cast of transitiveMemberOf, with and without the advanced pair (D/O, Graph: list transitiveMemberOf)', async () => {
  const { ask } = openEmulator();
  for (const options of [{ headers: eventual }, {}]) {
    const { body } = await ask('/me/transitiveMemberOf/microsoft.graph.directoryRole?$count=true', {
      as: 'license-admin',
      ...options,
    });
    expect(body.value).toHaveLength(1);
    expect(body.value?.[0]).toMatchObject({ roleTemplateId: '4d6ac14f-3453-41d0-bef9-a3e0c569773a' });
  }
  const mixed = await ask('/me/transitiveMemberOf', { as: 'license-admin' });
  expect(
    mixed.body.value?.filter((item) => item['@odata.type'] === '#microsoft.graph.directoryRole'),
  ).toHaveLength(1);
});

test('members are typed directory objects, direct ones only; transitiveMembers holds the nested groups and their members (D, Graph: list members)', async () => {
  const { ask, tenant } = openEmulator();
  const direct = (await ask(`/groups/${groupIds.nordic}/members?$select=id`)).body.value ?? [];
  const nested = direct
    .filter((item) => item['@odata.type'] === '#microsoft.graph.group')
    .map(({ id }) => id);
  expect(nested).toEqual([groupIds.stockholm, groupIds.finland]);
  const all =
    (await ask(`/groups/${groupIds.nordic}/transitiveMembers?$select=id&$top=999`)).body.value ?? [];
  const ids = all.map(({ id }) => id);
  expect(ids).toEqual(
    expect.arrayContaining([...(tenant.group(groupIds.stockholm)?.memberIds ?? []), groupIds.stockholm]),
  );
  expect(new Set(ids).size).toBe(ids.length);
  const cast = await ask(
    `/groups/${groupIds.nordic}/transitiveMembers/microsoft.graph.user?$count=true&$select=id&$top=1`,
    { headers: eventual },
  );
  expect(cast.body['@odata.count']).toBe(
    all.filter((item) => item['@odata.type'] === '#microsoft.graph.user').length,
  );
});

test('members whose type the app may not read come with type and id alone (D, Graph: limited information)', async () => {
  const { ask } = openEmulator();
  const { body } = await ask(`/groups/${groupIds.it}/members`, { scopes: ['GroupMember.Read.All'] });
  expect(body.value?.[0]).toEqual({
    '@odata.type': '#microsoft.graph.user',
    id: expect.any(String) as string,
  });
});

test('hasMembersWithLicenseErrors filters and is never returned (D, Graph: group resource)', async () => {
  const { ask } = openEmulator();
  const { body } = await ask(
    '/groups?$filter=hasMembersWithLicenseErrors%20eq%20true&$select=id,hasMembersWithLicenseErrors',
  );
  expect(body.value?.map(({ id }) => id)).toContain(groupIds.shiftPlanners);
  expect(body.value?.map(({ id }) => id)).not.toContain(groupIds.it);
  expect(body.value?.every((group) => !('hasMembersWithLicenseErrors' in group))).toBe(true);
});

test('licenseProcessingState and assignedLicenses of a group come only when selected (D, Graph: group resource)', async () => {
  const { ask } = openEmulator();
  const plain = (await ask(`/groups/${groupIds.fieldStaff}`)).body;
  expect(plain).toMatchObject({ securityEnabled: true, groupTypes: [] });
  expect(plain).not.toHaveProperty('licenseProcessingState');
  const { body } = await ask(
    `/groups/${groupIds.fieldStaff}?$select=assignedLicenses,licenseProcessingState`,
  );
  expect(body['licenseProcessingState']).toEqual({ state: 'ProcessingComplete' });
  expect(body['assignedLicenses']).toHaveLength(1);
});

test('photos are JPEG by size, or 404 ImageNotFound (D/O, Graph: get profilePhoto)', async () => {
  const { ask, tenant } = openEmulator();
  const withPhoto = tenant.users.find(({ hasPhoto, mail }) => hasPhoto && mail !== null);
  const { status, headers, raw } = await ask(`/users/${withPhoto?.id}/photos/48x48/$value`);
  expect(status).toBe(200);
  expect(headers['Content-Type']).toBe('image/jpeg');
  expect([...(raw as Uint8Array).slice(0, 2), ...(raw as Uint8Array).slice(-2)]).toEqual([
    0xff, 0xd8, 0xff, 0xd9,
  ]);
  const without = tenant.users.find(({ hasPhoto, mail }) => !hasPhoto && mail !== null);
  expect(await ask(`/users/${without?.id}/photo/$value`)).toMatchObject({
    status: 404,
    body: { error: { code: 'ImageNotFound' } },
  });
  const noMailbox = tenant.users.find(({ mail }) => mail === null);
  expect((await ask(`/users/${noMailbox?.id}/photo/$value`)).body.error).toMatchObject({
    code: 'ErrorNonExistentMailbox',
    message: 'The SMTP address has no mailbox associated with it.',
  });
});

test('subscribedSkus take $select alone (D, Graph: subscribedSku)', async () => {
  const { ask, tenant } = openEmulator();
  const { body } = await ask('/subscribedSkus');
  expect(body.value).toHaveLength(tenant.skus.length);
  expect(body.value?.[0]).toMatchObject({
    id: `${tenant.id}_${tenant.skus[0]?.skuId}`,
    capabilityStatus: 'Enabled',
    prepaidUnits: { enabled: 100, warning: 0, suspended: 0, lockedOut: 0 },
    servicePlans: expect.arrayContaining([
      expect.objectContaining({ provisioningStatus: 'Success', appliesTo: 'User' }),
    ]) as object[],
  });
  expect(body).not.toHaveProperty('@odata.nextLink');
  expect((await ask("/subscribedSkus?$filter=skuPartNumber%20eq%20'X'")).status).toBe(400);
  expect((await ask('/subscribedSkus?$select=skuId')).body.value?.[0]).toEqual({
    skuId: tenant.skus[0]?.skuId,
  });
  expect((await ask(`/subscribedSkus/${tenant.id}_${tenant.skus[3]?.skuId}`)).body['skuPartNumber']).toBe(
    'QUORVEXA_VAULT',
  );
});

test('directory/subscriptions give each purchase with its next change (D, Graph: companySubscription)', async () => {
  const { ask } = openEmulator();
  const { body } = await ask('/directory/subscriptions');
  const ofExpenses = body.value?.filter(({ skuPartNumber }) => skuPartNumber === 'FRIBBLETORP_EXPENSES');
  expect(ofExpenses).toMatchObject([
    { status: 'Enabled', totalLicenses: 50, isTrial: false, nextLifecycleDateTime: '2027-01-31T00:00:00Z' },
    {
      status: 'Warning',
      totalLicenses: 20,
      ownerType: 'User',
      nextLifecycleDateTime: '2026-05-28T00:00:00Z',
    },
  ]);
});

test('licenseDetails have id, SKU, part number and plans (D, Graph: licenseDetails in the schema)', async () => {
  const { ask } = openEmulator();
  const { body } = await ask('/me/licenseDetails');
  expect(Object.keys(body.value?.[0] ?? {}).sort()).toEqual(['id', 'servicePlans', 'skuId', 'skuPartNumber']);
  expect(body['@odata.context']).toContain("#users('0a11ce00-0000-4000-8000-000000000001')/licenseDetails");
});

test('every answer has the request ids and the headers of the directory (D/O, Graph: error responses, traces)', async () => {
  const { ask } = openEmulator();
  const { headers } = await ask('/me?$select=id', { headers: unmodeledHeader });
  expect(headers['client-request-id']).toBe('ask-1');
  expect(headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers).toMatchObject({
    'OData-Version': '4.0',
    'Cache-Control': 'no-cache',
    'x-ms-resource-unit': '1',
  });
  expect(JSON.parse(headers['x-ms-ags-diagnostic'] ?? '')).toHaveProperty('ServerInfo');
  expect(headers['Access-Control-Expose-Headers']).not.toContain('Retry-After');
});

test.each([
  ['/users', '2'],
  ['/users?$select=id', '1'],
  ['/users?$top=5', '1'],
  ['/subscribedSkus', '3'],
  ['/me/licenseDetails', '2'],
  [`/groups/${groupIds.it}/members`, '3'],
  [`/groups/${groupIds.it}/transitiveMembers?$select=id`, '4'],
])('%s costs %s resource units (D, Graph: throttling limits)', async (line, cost) => {
  const { ask } = openEmulator();
  expect((await ask(line)).headers['x-ms-resource-unit']).toBe(cost);
});
