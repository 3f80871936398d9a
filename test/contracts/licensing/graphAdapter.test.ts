import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import type { HttpRequest } from '../../../src/http/types';
import { preflightCost } from '../../../src/licensing/preflight/preflightCost';
import { describeLicensingAdapter } from './licensingContract';
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
  await adapter.listSkus();
  expect(pathsOf(sent)).toEqual(['/subscribedSkus', '/directory/subscriptions']);
});

test('holdings of a long list take a request for 15 people, or one for 999 holders', async () => {
  const { adapter, cast, people, sent } = setup();
  const asked = people().map((id) => ({ kind: 'user', id }) as const);
  await adapter.readHoldings(asked, { isBulk: true });
  expect(pathsOf(sent)).toHaveLength(Math.ceil(asked.length / 15));
  const before = pathsOf(sent).length;
  await adapter.readHoldings(asked, { skuIds: [cast.plainSku], isBulk: true });
  // The holders are counted, and then one page has them all; the third asks for groups with members in error.
  expect(pathsOf(sent).slice(before)).toEqual(['/users', '/users', '/groups']);
});

test('reading holdings takes as many requests as was foretold, and one more for each group that carries a product', async () => {
  const { adapter, cast, people, sent, tenant } = setup();
  const asked = people().map((id) => ({ kind: 'user', id }) as const);
  for (const skuIds of [[cast.plainSku], [cast.plainSku, cast.groupSku]]) {
    const holders = skuIds.map((skuId) => holdersOf(tenant, skuId));
    const carriers = tenant.groups.flatMap(({ licenses }) =>
      licenses.filter(({ skuId }) => skuIds.includes(skuId)),
    );
    const before = pathsOf(sent).length;
    await adapter.readHoldings(asked, { skuIds, isBulk: true });
    expect(pathsOf(sent).length - before).toBe(preflightCost(asked.length, holders).reads + carriers.length);
  }
});

function holdersOf(tenant: GraphWorld['tenant'], skuId: string): number {
  const held = Object.values(tenant.truth().holders);
  return held.filter((seats) => seats.some((each) => each.skuId === skuId)).length;
}

test('subscriptions are joined to their SKU', async () => {
  const { adapter } = setup();
  const skus = await adapter.listSkus();
  for (const { seats, subscriptions, capability } of skus) {
    expect(subscriptions.length).toBeGreaterThan(0);
    if (capability !== 'enabled') continue;
    expect(seats.total).toBe(subscriptions.reduce((sum, subscription) => sum + subscription.seats, 0));
  }
});

test('a role-assignable group is closed to a License Administrator and open to a Global Administrator', async () => {
  const { adapter, adapterOf, cast } = setup();
  const principal = { kind: 'group', id: groupIds.approvers } as const;
  const change = { principal, add: [{ skuId: cast.plainSku, disabledPlanIds: [] }], remove: [] };
  await expect(adapter.apply(change)).resolves.toMatchObject({ kind: 'failed', reason: 'forbidden' });
  await expect(adapterOf('global-admin').apply(change)).resolves.toEqual({ kind: 'done', pending: true });
});

test('a Groups Administrator licenses groups and no person', async () => {
  const { adapterOf, cast } = setup();
  const adapter = adapterOf('groups-admin');
  const add = [{ skuId: cast.plainSku, disabledPlanIds: [] }];
  const toGroup = await adapter.apply({ principal: cast.nestedGroup, add, remove: [] });
  expect(toGroup).toEqual({ kind: 'done', pending: true });
  const toUser = adapter.apply({ principal: cast.newcomer, add, remove: [] });
  await expect(toUser).rejects.toMatchObject({ code: 'forbidden' });
});

test.each(['member', 'guest'] as const)('a %s reads own seats', async (persona) => {
  const { adapter, adapterOf, cast, emulator } = setup();
  const own = adapterOf(persona);
  const before = await own.readOwnSeats();
  expect(before.some(({ skuId }) => skuId === cast.plainSku)).toBe(false);
  const self =
    persona === 'member' ? '0a11ce00-0000-4000-8000-000000000006' : '0a11ce00-0000-4000-8000-000000000007';
  const add = [{ skuId: cast.plainSku, disabledPlanIds: [] }];
  await adapter.apply({ principal: { kind: 'user', id: self }, add, remove: [] });
  emulator.settle();
  const after = await own.readOwnSeats();
  expect(after.find(({ skuId }) => skuId === cast.plainSku)).toMatchObject({
    path: { kind: 'direct' },
    state: 'active',
  });
});

test('a refusal carries the id of the request, for support', async () => {
  const { adapter, cast } = setup();
  const add = [{ skuId: cast.fullSku, disabledPlanIds: [] }];
  const outcome = await adapter.apply({ principal: cast.newcomer, add, remove: [] });
  expect(outcome).toMatchObject({
    kind: 'failed',
    requestId: expect.stringMatching(/^00000000-0000-4000-8000-\d+$/) as string,
  });
});

test('the disturbance of a while strikes, or waiting it out would prove nothing', async () => {
  const { adapter, cast, disturb, emulator } = setup();
  disturb('busy-for-a-while');
  const add = [{ skuId: cast.plainSku, disabledPlanIds: [] }];
  await adapter.apply({ principal: cast.newcomer, add, remove: [] });
  expect(emulator.faults.injected()).toHaveLength(2);
});

test('a license group is queued, then processed, then complete', async () => {
  const { adapter, cast, emulator } = setup();
  const add = [{ skuId: cast.plainSku, disabledPlanIds: [] }];
  await adapter.apply({ principal: cast.nestedGroup, add, remove: [] });
  expect(await adapter.listGroups(cast.plainSku)).toMatchObject([{ processing: 'queued' }]);
  emulator.settle();
  expect(await adapter.listGroups(cast.plainSku)).toMatchObject([
    { processing: 'complete', peopleWithIssues: 0 },
  ]);
});
