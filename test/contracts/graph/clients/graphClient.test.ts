// Microsoft's own JavaScript client, unmodified and with its default middleware, over HTTP.
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  GraphError,
  PageIterator,
} from '@microsoft/microsoft-graph-client';
import type { PageCollection } from '@microsoft/microsoft-graph-client';
import type { User } from '@microsoft/microsoft-graph-types';
import { productIds } from '../../../../src/sandbox/tenant/products';
import { serveEmulator } from './serveEmulator';

const plainFetch = globalThis.fetch;
let service: Awaited<ReturnType<typeof serveEmulator>>;

beforeAll(async () => {
  service = await serveEmulator();
});
afterAll(() => service.close());
beforeEach(() => {
  // The client takes the global: its requests reach the local service, their address says graph.microsoft.com.
  globalThis.fetch = (input, init) => {
    const asked = new Request(input, init);
    const { host, pathname, search } = new URL(asked.url);
    const headers = new Headers(asked.headers);
    headers.set('x-forwarded-host', host);
    headers.set('x-forwarded-proto', 'https');
    const { body, method } = init ?? {};
    return plainFetch(service.origin + pathname + search, { method: method ?? asked.method, headers, body });
  };
});
afterEach(() => {
  globalThis.fetch = plainFetch;
  service.emulator.faults.set([]);
});

async function setup() {
  const token = await service.tokenOf();
  const client = Client.init({ authProvider: (done) => done(null, token) });
  const person = service.tenant.users.find(
    ({ licenses, usageLocation, userType }) =>
      usageLocation !== null &&
      userType === 'Member' &&
      !licenses.some(({ skuId }) => skuId === productIds.flowFree),
  );
  return { client, person };
}

test('it reads a person with what it selects', async () => {
  const { client } = await setup();
  const me = (await client.api('/me').select(['id', 'displayName']).get()) as User;
  expect(me).toEqual({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users(id,displayName)/$entity',
    id: '0a11ce00-0000-4000-8000-000000000001',
    displayName: 'Greta Almström',
  });
});

test('its page iterator follows the links to the last page', async () => {
  const { client } = await setup();
  const first = (await client.api('/users').select('id').top(30).get()) as PageCollection;
  expect(first['@odata.nextLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?/);
  const ids = new Set<string>();
  await new PageIterator(client, first, (user: User) => Boolean(ids.add(user.id ?? ''))).iterate();
  expect(ids.size).toBe(200);
});

test('it searches with the header of advanced queries', async () => {
  const { client } = await setup();
  const found = (await client
    .api('/users')
    .header('ConsistencyLevel', 'eventual')
    .search('"displayName:greta"')
    .count(true)
    .get()) as PageCollection;
  expect(found.value.map((user: User) => user.displayName)).toContain('Greta Almström');
  expect(found['@odata.count']).toBe(found.value.length);
});

test('it assigns and removes a license', async () => {
  const { client, person } = await setup();
  const assign = (body: object) =>
    client.api(`/users/${person?.id}/assignLicense`).post(body) as Promise<User>;
  const given = await assign({ addLicenses: [{ skuId: productIds.flowFree }], removeLicenses: [] });
  expect(given.assignedLicenses?.map(({ skuId }) => skuId)).toContain(productIds.flowFree);
  const taken = await assign({ addLicenses: [], removeLicenses: [productIds.flowFree] });
  expect(taken.assignedLicenses?.map(({ skuId }) => skuId)).not.toContain(productIds.flowFree);
});

test('an error comes as its error class, with code and request id', async () => {
  const { client, person } = await setup();
  const request = client
    .api(`/users/${person?.id}/assignLicense`)
    .post({ addLicenses: [], removeLicenses: [productIds.flowFree] }) as Promise<unknown>;
  const refused = await request.catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(GraphError);
  expect(refused).toMatchObject({
    statusCode: 400,
    code: 'Request_BadRequest',
    message: 'User does not have a corresponding license.',
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  });
});

test('it reads a photo as bytes', async () => {
  const { client } = await setup();
  const holder = service.tenant.users.find(({ hasPhoto }) => hasPhoto);
  const photo = (await client.api(`/users/${holder?.id}/photo/$value`).get()) as Blob;
  const [first, second] = new Uint8Array(await photo.arrayBuffer());
  expect([first, second]).toEqual([0xff, 0xd8]);
});

test('it packs and unpacks a batch', async () => {
  const { client } = await setup();
  const batch = new BatchRequestContent([
    { id: '1', request: new Request('https://graph.microsoft.com/me?$select=id', { method: 'GET' }) },
    { id: '2', request: new Request('https://graph.microsoft.com/users?$top=1000', { method: 'GET' }) },
  ]);
  const answer = new BatchResponseContent(
    (await client.api('/$batch').post(await batch.getContent())) as ConstructorParameters<
      typeof BatchResponseContent
    >[0],
  );
  expect(answer.getResponseById('1').status).toBe(200);
  expect(answer.getResponseById('2').status).toBe(400);
});

test('it waits and repeats what was throttled, writes too', async () => {
  const { client, person } = await setup();
  service.emulator.faults.set([{ kind: 'throttle-zero', rate: 1, limit: 2 }]);
  const given = (await client
    .api(`/users/${person?.id}/assignLicense`)
    .post({ addLicenses: [{ skuId: productIds.flowFree }], removeLicenses: [] })) as User;
  expect(given.assignedLicenses?.map(({ skuId }) => skuId)).toContain(productIds.flowFree);
  expect(service.emulator.faults.injected()).toHaveLength(2);
});

test('it asks beta for what only beta has', async () => {
  const { client } = await setup();
  const { value } = (await client
    .api('/admin/cloudLicensing/allotments')
    .version('beta')
    .get()) as PageCollection;
  expect(JSON.stringify(value)).toContain('QUILLMARROW_INSIGHTS');
});
