// cspell:ignore spznk
import type { DirectorySettings } from '../../../src/sandbox/graph/directorySettings';
import { productIds } from '../../../src/sandbox/tenant/products';
import { openCloudClient, type CloudClient } from './openCloudWorld';

let client: CloudClient | undefined;

function setup(settings: Partial<DirectorySettings> = {}): CloudClient {
  client = openCloudClient(settings);
  return client;
}

afterEach(() => {
  client?.close();
  client = undefined;
});

async function productWith(planName: string, settings: Partial<DirectorySettings> = {}) {
  const products = await setup(settings).adapterOf('license-admin').listProducts();
  return products.find(({ plans }) => plans.some(({ partName }) => partName === planName));
}

test.each([false, true])(
  'a product without a SKU has the key of its catalog id (wrapped singles: %s)',
  async (wrapsSingles) => {
    expect(await productWith('QUILLMARROW_INSIGHTS_CORE', { wrapsSingles })).toMatchObject({
      key: 'offer:G2ALO6SPZNK7:0001',
      identifiers: { skuId: undefined, partNumber: undefined, catalogId: 'G2ALO6SPZNK7:0001' },
      capability: 'enabled',
      isUserScoped: true,
      seats: { total: 12, assigned: 0, available: 12 },
      doors: ['cloud-licensing'],
      limits: ['group-processing', 'assignment-dates', 'issues'],
      pools: [{ capability: 'enabled', assignableTo: ['user', 'group'] }],
    });
  },
);

test('a product that has neither is known by its plans, and each purchase is a pool of its own', async () => {
  const ledger = await productWith('THORNWICK_LEDGER');
  expect(ledger?.key).toBe(
    `plans:${(ledger?.plans ?? [])
      .map(({ id }) => id)
      .sort()
      .join('+')}`,
  );
  expect(ledger).toMatchObject({ seats: { total: 25, assigned: 12, available: 13 }, capability: 'enabled' });
  expect(ledger?.pools.map(({ capability, seats }) => [capability, seats.assigned])).toEqual([
    ['enabled', 9],
    ['warning', 3],
  ]);
  expect(ledger?.pools.map(({ key }) => key.slice(0, 10))).toEqual(['allotment:', 'allotment:']);
});

test('a SKU of the directory has the key that the directory gives it, and errors are kept of it', async () => {
  const products = await setup().adapterOf('license-admin').listProducts();
  const expenses = products.find(({ key }) => key === `sku:${productIds.expenses}`);
  expect(expenses?.pools).toHaveLength(2);
  expect(expenses?.limits).toEqual(['group-processing', 'assignment-dates']);
  expect(products.some(({ isIncomplete }) => isIncomplete)).toBe(false);
});

test.each([
  ['BRAMBLECOURT_DESK', { isUserScoped: false, pools: [{ assignableTo: [] }] }],
  [
    'FENNIMORE_KIOSK',
    { isUserScoped: true, pools: [{ assignableTo: ['group'], subscriptions: [{ isTrial: true }] }] },
  ],
  ['PALEGROVE_SKETCH', { pools: [{ isPersonal: true }] }],
  ['HOLLOWMERE_SCANNER', { capability: 'suspended' }],
])('%s says who may have it, and whether it works', async (planName, expected) => {
  expect(await productWith(planName)).toMatchObject(expected);
});

test('dates are calendar dates at midnight', async () => {
  const insights = await productWith('QUILLMARROW_INSIGHTS_CORE');
  const [subscription] = insights?.pools[0].subscriptions ?? [];
  expect(subscription).toMatchObject({ status: 'enabled', isTrial: false, seats: 12 });
  for (const date of [subscription?.nextLifecycleAt, subscription?.createdAt])
    expect(date).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
});

test('the door asks for no more than the app has until an admin chose to, and then is open', async () => {
  const { adapterOf, sent } = setup();
  let mayAsk = false;
  const given: string[] = [];
  const adapter = adapterOf('license-admin', given, () => mayAsk);
  const door = async () => (await adapter.readDoors()).get('cloud-licensing');
  expect(await door()).toEqual({ kind: 'needs-consent' });
  expect(await door()).toEqual({ kind: 'needs-consent' });
  expect(sent.map(({ scopes }) => scopes)).toEqual([['User.Read.All']]);
  mayAsk = true;
  given.push('Directory.Read.All');
  expect(await door()).toEqual({ kind: 'open' });
  expect(sent.at(-1)?.scopes).toEqual(['Directory.Read.All']);
});

test('where the permission was given already, the door is open without asking for it', async () => {
  const { adapterOf, sent } = setup();
  const adapter = adapterOf('license-admin', ['Directory.Read.All'], () => false);
  expect((await adapter.readDoors()).get('cloud-licensing')).toEqual({ kind: 'open' });
  expect(sent.map(({ scopes }) => scopes)).toEqual([['User.Read.All']]);
});

test('a tenant without cloud licensing closes the door, which is asked once', async () => {
  const { adapterOf, sent } = setup({ doors: 'directory' });
  const adapter = adapterOf('license-admin');
  const closed = { kind: 'closed', because: 'bad-request' };
  expect((await adapter.readDoors()).get('cloud-licensing')).toEqual(closed);
  expect((await adapter.readDoors()).get('cloud-licensing')).toEqual(closed);
  expect(sent).toHaveLength(1);
});

test('a broken service leaves the door unknown, and the next reading asks again', async () => {
  const { adapterOf, emulator } = setup();
  emulator.faults.set([{ kind: 'server-error', rate: 1, pathPattern: 'GET */allotments' }]);
  const adapter = adapterOf('license-admin');
  expect((await adapter.readDoors()).get('cloud-licensing')).toEqual({
    kind: 'unknown',
    because: 'service-unavailable',
  });
  emulator.faults.set([]);
  expect((await adapter.readDoors()).get('cloud-licensing')).toEqual({ kind: 'open' });
});
