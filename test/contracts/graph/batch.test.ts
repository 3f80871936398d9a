// POST /$batch (D, Graph: JSON batching).
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { eventual, openEmulator } from '../../sandbox/graph/openEmulator';

interface ItemReply {
  id: string;
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

function setup() {
  const opened = openEmulator();
  const batch = async (requests: unknown) => {
    const reply = await opened.ask('POST /$batch', { body: { requests } });
    return { ...reply, items: (reply.body['responses'] ?? []) as ItemReply[] };
  };
  return { ...opened, batch };
}

const get = (id: string, url: string, more: object = {}) => ({ id, method: 'GET', url, ...more });

test('the batch is 200 even if every item fails, and each item has its own answer', async () => {
  const { batch } = setup();
  const { status, items } = await batch([get('a', '/users?$top=1000'), get('b', '/users/nobody@x.example')]);
  expect(status).toBe(200);
  expect(Object.fromEntries(items.map((item) => [item.id, item.status]))).toEqual({ a: 400, b: 404 });
});

test('urls may begin with a slash or not, and items have the headers that were seen (O)', async () => {
  const { batch } = setup();
  const { items } = await batch([get('1', '/me?$select=id'), get('2', 'me?$select=id')]);
  for (const item of items) {
    expect(item.status).toBe(200);
    expect(item.headers).toMatchObject({
      'Cache-Control': 'no-cache',
      'OData-Version': '4.0',
      'x-ms-resource-unit': '1',
      'Content-Type':
        'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
    });
  }
});

test('answers come in any order', async () => {
  const { batch } = setup();
  const ids = Array.from({ length: 20 }, (_, place) => String(place));
  const { items } = await batch(ids.map((id) => get(id, '/me?$select=id')));
  const answered = items.map(({ id }) => id);
  expect(answered).not.toEqual(ids);
  expect([...answered].sort()).toEqual([...ids].sort());
});

test('ConsistencyLevel belongs in the headers of the item', async () => {
  const { batch } = setup();
  const { items } = await batch([
    get('with', '/users/$count', { headers: { ConsistencyLevel: 'eventual' } }),
    get('without', '/users/$count'),
  ]);
  expect(items.find(({ id }) => id === 'with')).toMatchObject({ status: 200, body: '400' });
  expect(items.find(({ id }) => id === 'without')?.status).toBe(400);
});

test('twenty-one items are refused as a whole (O)', async () => {
  const { batch } = setup();
  const { status, body } = await batch(Array.from({ length: 21 }, (_, place) => get(String(place), '/me')));
  expect(status).toBe(400);
  expect(body.error?.message).toBe('Number of requests inside batch exceed the limit.');
});

test.each([
  ['ids that differ in case alone', [get('a', '/me'), get('A', '/me')]],
  ['a body without content type', [{ id: '1', method: 'POST', url: '/users/x/assignLicense', body: {} }]],
  ['no id', [{ method: 'GET', url: '/me' }]],
  ['a predecessor that does not come before', [get('1', '/me', { dependsOn: ['2'] }), get('2', '/me')]],
  ['no list', undefined],
])('%s refuse the whole batch', async (_, requests) => {
  const { batch } = setup();
  expect((await batch(requests)).status).toBe(400);
});

test('an item whose predecessor failed is 424, and so is what depends on it', async () => {
  const { batch } = setup();
  const { items } = await batch([
    get('1', '/users?$top=1000'),
    get('2', '/me', { dependsOn: ['1'] }),
    get('3', '/me', { dependsOn: ['2'] }),
    get('4', '/me'),
  ]);
  expect(Object.fromEntries(items.map((item) => [item.id, item.status]))).toEqual({
    1: 400,
    2: 424,
    3: 424,
    4: 200,
  });
});

test('a predecessor is known by its id in any case', async () => {
  const { batch } = setup();
  const { items } = await batch([
    get('First', '/users?$top=1000'),
    get('2', '/me', { dependsOn: ['FIRST'] }),
  ]);
  expect(items.find(({ id }) => id === '2')?.status).toBe(424);
});

test('a picture is base64 with its content type', async () => {
  const { batch, tenant } = setup();
  const person = tenant.users.find(({ hasPhoto, mail }) => hasPhoto && mail !== null);
  const { items } = await batch([get('p', `/users/${person?.id}/photos/48x48/$value`)]);
  expect(items[0]?.headers['Content-Type']).toBe('image/jpeg');
  expect(Buffer.from(String(items[0]?.body), 'base64').subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
});

test('licenses are assigned inside a batch, and seats run out from item to item', async () => {
  const { batch, tenant } = setup();
  const skuId = '8c3d069f-2bc2-490d-b1e5-d1f90a98b466';
  const free = tenant.freeSeats(skuId);
  const people = tenant.users.filter(
    ({ usageLocation, licenses }) =>
      usageLocation !== null && licenses.every((source) => source.skuId !== skuId),
  );
  const { items } = await batch(
    people.slice(0, free + 2).map(({ id }) => ({
      id,
      method: 'POST',
      url: `/users/${id}/assignLicense`,
      headers: { 'Content-Type': 'application/json' },
      body: { addLicenses: [{ skuId, disabledPlans: [] }], removeLicenses: [] },
    })),
  );
  expect(items.filter(({ status }) => status === 200)).toHaveLength(free);
  expect(items.filter(({ status }) => status === 400)).toHaveLength(2);
  expect(tenant.freeSeats(skuId)).toBe(0);
});

test('a version inside an item’s url and a batch inside a batch are not understood', async () => {
  const { batch } = setup();
  const { items } = await batch([
    get('1', '/v1.0/me'),
    { id: '2', method: 'POST', url: '/$batch', headers: { 'Content-Type': 'application/json' }, body: {} },
  ]);
  expect(items.every(({ status }) => status >= 400)).toBe(true);
});

test('links of an item carry the caller’s host', async () => {
  const { ask } = setup();
  const reply = await ask('POST /$batch', {
    origin: 'http://graph.localhost:5300',
    headers: eventual,
    body: { requests: [get('1', `/groups/${groupIds.fieldStaff}/members?$top=1&$select=id`)] },
  });
  const [item] = reply.body['responses'] as { body: Record<string, string> }[];
  expect(item?.body['@odata.nextLink']).toMatch(/^http:\/\/graph\.localhost:5300\/v1\.0\/groups\//);
});

test('an item begins when what it depends on is over, so that two writes of one person do not conflict (D, Graph: JSON batching)', async () => {
  const { ask, clock, emulator, tenant } = openEmulator();
  emulator.settings.writesTakeInMs = 800;
  clock.wait = (delayInMs) => {
    clock.time += delayInMs;
    return Promise.resolve();
  };
  const request = (id: string, dependsOn: readonly string[] = []) => ({
    id,
    method: 'PATCH',
    url: `/users/${tenant.users[40]?.id}`,
    headers: { 'Content-Type': 'application/json' },
    body: { usageLocation: 'SE' },
    dependsOn,
  });
  const { body } = await ask('POST /$batch', { body: { requests: [request('1'), request('2', ['1'])] } });
  expect((body['responses'] as { status: number }[]).map(({ status }) => status)).toEqual([204, 204]);
});
