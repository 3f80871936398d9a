// What common clients write and the documentation's own samples don't: every one of these is met in public code.
import { productIds } from '../../../src/sandbox/tenant/products';
import { eventual, openEmulator } from '../../sandbox/graph/openEmulator';
import { moreScopes } from './openOwnEmulator';

function setup() {
  const opened = openEmulator();
  const person = opened.tenant.users.find(
    ({ licenses, usageLocation }) =>
      usageLocation !== null && !licenses.some(({ skuId }) => skuId === productIds.flowFree),
  );
  return { ...opened, person };
}

test.each(['memberOf', 'transitiveMemberOf'])(
  '%s takes a cast by the alias of the namespace',
  async (list) => {
    const { ask, tenant } = setup();
    const member = tenant.groups.find(({ memberIds }) => tenant.user(memberIds[0] ?? ''))?.memberIds[0];
    const by = (cast: string) =>
      ask(`/users/${member}/${list}/${cast}?$count=true&$select=id`, { headers: eventual });
    const [full, short] = [await by('microsoft.graph.group'), await by('graph.group')];
    expect(short.status).toBe(200);
    expect(short.body.value).toEqual(full.body.value);
    expect(short.body.value?.length).toBeGreaterThan(0);
    expect((await by('graph.nothing')).status).toBe(400);
  },
);

test.each(['microsoft.graph.assignLicense', 'graph.assignLicense', 'MICROSOFT.GRAPH.ASSIGNLICENSE'])(
  'an action may be named %s',
  async (action) => {
    const { ask, person } = setup();
    const body = { addLicenses: [{ skuId: productIds.flowFree }], removeLicenses: [] };
    expect((await ask(`POST /users/${person?.id}/${action}`, { body })).status).toBe(200);
    expect((await ask(`GET /users/${person?.id}/${action}`)).status).toBe(405);
  },
);

test('getByIds and delta may be named in full', async () => {
  const { ask, person } = setup();
  const line = 'POST /directoryObjects/microsoft.graph.getByIds';
  const { body } = await ask(line, { scopes: moreScopes, body: { ids: [person?.id], types: ['user'] } });
  expect(body.value).toHaveLength(1);
  expect((await ask('/users/microsoft.graph.delta()?$select=id')).status).toBe(200);
});

test('deleted items take the alias, too', async () => {
  const { ask } = setup();
  const by = async (cast: string) =>
    (await ask(`/directory/deletedItems/${cast}`, { scopes: moreScopes })).status;
  expect([await by('microsoft.graph.user'), await by('graph.user')]).toEqual([200, 200]);
});

test('items of a batch may be numbered, and depend on numbers', async () => {
  const { ask } = setup();
  const requests = [
    { id: 1, method: 'GET', url: '/me?$select=id' },
    { id: 2, method: 'GET', url: '/users/nobody@x.example', dependsOn: [1] },
    { id: 3, method: 'GET', url: '/me', dependsOn: [2] },
  ];
  const { body } = await ask('POST /$batch', { body: { requests } });
  const items = body['responses'] as { id: string; status: number }[];
  expect(Object.fromEntries(items.map(({ id, status }) => [id, status]))).toEqual({ 1: 200, 2: 404, 3: 424 });
  expect(items.every(({ id }) => typeof id === 'string')).toBe(true);
});

test('properties of a body may be written in another case, in a batch too', async () => {
  const { ask, person, tenant } = setup();
  const AddLicenses = [{ SkuId: productIds.flowFree, DisabledPlans: [] }];
  const line = `/users/${person?.id}/assignLicense`;
  expect((await ask(`POST ${line}`, { body: { AddLicenses, RemoveLicenses: [] } })).status).toBe(200);
  expect(tenant.user(person?.id ?? '')?.licenses.some(({ skuId }) => skuId === productIds.flowFree)).toBe(
    true,
  );
  const item = {
    id: '1',
    method: 'POST',
    url: line,
    headers: { 'Content-Type': 'application/json' },
    body: { AddLicenses: [], RemoveLicenses: [productIds.flowFree] },
  };
  const { body } = await ask('POST /$batch', { body: { requests: [item] } });
  expect((body['responses'] as { status: number }[])[0]?.status).toBe(200);
  expect((await ask(`PATCH /users/${person?.id}`, { body: { UsageLocation: 'SE' } })).status).toBe(204);
});
