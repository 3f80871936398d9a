import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../../src/sandbox/tenant/products';
import type { HttpRequest } from '../../../src/http/types';
import { preflightCost } from '../../../src/licensing/preflight/preflightCost';
import { productKeyOf, refOf } from '../../licensing/support/samples';
import { describeLicensingAdapter } from './licensingContract';
import { assign } from './licensingWrites';
import { openGraphWorld, type GraphWorld } from './openGraphWorld';

describeLicensingAdapter('the adapter over Microsoft Graph v1.0', openGraphWorld);

let world: GraphWorld | undefined;

function setup(): GraphWorld {
  world = openGraphWorld();
  return world;
}

afterEach(() => {
  world?.close();
  world = undefined;
});

/** Paths of the calls, also of those inside batches. */
function pathsOf(sent: readonly HttpRequest[]): readonly string[] {
  const urls = sent.flatMap(({ url, body }) => {
    if (!url.endsWith('/$batch')) return [url.replace('https://graph.microsoft.com/v1.0', '')];
    return (JSON.parse(body ?? '') as { requests: { url: string }[] }).requests.map((item) => item.url);
  });
  return urls.map((url) => url.replace(/\?.*/, ''));
}

test('the start page takes two requests', async () => {
  const { adapter, sent } = setup();
  await adapter.listProducts();
  expect(pathsOf(sent)).toEqual(['/subscribedSkus', '/directory/subscriptions']);
});

test('holdings of a long list take a request for 15 people, or one for 999 holders', async () => {
  const { adapter, cast, people, sent } = setup();
  const asked = people().map((id) => ({ kind: 'user', id }) as const);
  await adapter.readHoldings(asked, { isBulk: true });
  expect(pathsOf(sent)).toHaveLength(Math.ceil(asked.length / 15));
  const before = pathsOf(sent).length;
  await adapter.readHoldings(asked, { products: [cast.plain.product], isBulk: true });
  // The holders are counted, and then one page has them all; the third asks for groups with members in error.
  expect(pathsOf(sent).slice(before)).toEqual(['/users', '/users', '/groups']);
});

test('reading holdings takes as many requests as predicted, and one more for each group that carries a product', async () => {
  const { adapter, people, sent, tenant } = setup();
  const asked = people().map((id) => ({ kind: 'user', id }) as const);
  for (const skuIds of [[productIds.timesheets], [productIds.timesheets, productIds.learn]]) {
    const holders = skuIds.map((skuId) => holdersOf(tenant, skuId));
    const carriers = tenant.groups.flatMap(({ licenses }) =>
      licenses.filter(({ skuId }) => skuIds.some((id) => id === skuId)),
    );
    const before = pathsOf(sent).length;
    await adapter.readHoldings(asked, { products: skuIds.map(productKeyOf), isBulk: true });
    expect(pathsOf(sent).length - before).toBe(preflightCost(asked.length, holders).reads + carriers.length);
  }
});

function holdersOf(tenant: GraphWorld['tenant'], skuId: string): number {
  const held = Object.values(tenant.groundTruth().holders);
  return held.filter((seats) => seats.some((each) => each.skuId === skuId)).length;
}

test('each SKU is a product with one pool, named by its SKU id', async () => {
  const { adapter, tenant } = setup();
  const products = await adapter.listProducts();
  expect(products).toHaveLength(tenant.skus.length);
  for (const { key, identifiers, pools } of products) {
    const { skuId = '', partNumber } = identifiers;
    expect(tenant.sku(skuId)?.partNumber).toBe(partNumber);
    expect([{ product: key, pool: pools[0].key }]).toEqual([refOf(skuId)]);
    expect(pools).toHaveLength(1);
  }
});

test('subscriptions are joined to the pool of their SKU', async () => {
  const { adapter } = setup();
  const products = await adapter.listProducts();
  for (const { seats, pools, capability } of products) {
    const [{ subscriptions = [] }] = pools;
    expect(subscriptions.length).toBeGreaterThan(0);
    if (capability !== 'enabled') continue;
    expect(seats.total).toBe(
      subscriptions.reduce((sum, subscription) => sum + (subscription.seats ?? NaN), 0),
    );
  }
});

test('a role-assignable group is closed to a License Administrator and open to a Global Administrator', async () => {
  const { adapter, adapterOf, cast } = setup();
  const principal = { kind: 'group', id: groupIds.approvers } as const;
  const change = assign(principal, cast.plain);
  await expect(adapter.apply(change)).resolves.toMatchObject({ kind: 'failed', reason: 'forbidden' });
  await expect(adapterOf('global-admin').apply(change)).resolves.toEqual({ kind: 'done', pending: true });
});

test('a Groups Administrator licenses groups and no person', async () => {
  const { adapterOf, cast } = setup();
  const adapter = adapterOf('groups-admin');
  const toGroup = await adapter.apply(assign(cast.nestedGroup, cast.plain));
  expect(toGroup).toEqual({ kind: 'done', pending: true });
  const toUser = await adapter.apply(assign(cast.newcomer, cast.plain));
  expect(toUser).toMatchObject({ kind: 'failed', reason: 'forbidden' });
});

test.each(['member', 'guest'] as const)('a %s reads own seats', async (persona) => {
  const { adapter, adapterOf, cast, emulator } = setup();
  const own = adapterOf(persona);
  const before = await own.readOwnSeats();
  expect(before.some(({ product }) => product === cast.plain.product)).toBe(false);
  const self =
    persona === 'member' ? '0a11ce00-0000-4000-8000-000000000006' : '0a11ce00-0000-4000-8000-000000000007';
  await adapter.apply(assign({ kind: 'user', id: self }, cast.plain));
  emulator.settle();
  const after = await own.readOwnSeats();
  expect(after.find(({ product }) => product === cast.plain.product)).toMatchObject({
    path: { kind: 'direct' },
    state: 'active',
  });
});

test('a refusal carries the id of the request, for support', async () => {
  const { adapter, cast } = setup();
  const outcome = await adapter.apply(assign(cast.newcomer, cast.full));
  expect(outcome).toMatchObject({
    kind: 'failed',
    requestId: expect.stringMatching(/^00000000-0000-4000-8000-\d+$/) as string,
  });
});

test('the disturbance of a while does disturb, or waiting it out would prove nothing', async () => {
  const { adapter, cast, disturb, emulator } = setup();
  disturb('busy-for-a-while');
  await adapter.apply(assign(cast.newcomer, cast.plain));
  expect(emulator.faults.injected()).toHaveLength(2);
});

test('a license group is queued, then processed, then complete', async () => {
  const { adapter, cast, emulator } = setup();
  await adapter.apply(assign(cast.nestedGroup, cast.plain));
  expect(await adapter.listGroups(cast.plain.product)).toMatchObject([{ processing: 'queued' }]);
  emulator.settle();
  expect(await adapter.listGroups(cast.plain.product)).toMatchObject([
    { processing: 'complete', peopleWithIssues: 0 },
  ]);
});
