import { AppError } from '../../../src/base/appError';
import type { PrincipalRef } from '../../../src/base/principal';
import { createDoors, type Doors } from '../../../src/licensing/createDoors';
import type { Door, DoorState } from '../../../src/licensing/door';
import { poolSpaces, productSpaces, toPoolKey, toProductKey } from '../../../src/licensing/keys';
import type { HoldingOptions, LicensingAdapter } from '../../../src/licensing/licensingAdapter';
import type { Change, ChangeStep, OwnedProduct, PoolRef } from '../../../src/licensing/types';
import { guid, license, refOf, user } from '../../licensing/support/samples';
import { describeLicensingAdapter } from './licensingContract';
import { assign, unassign } from './licensingWrites';
import { createMemoryAdapter, type MemoryConnection } from './memoryAdapter';
import { createMemoryService, type MemoryProduct } from './memoryService';
import { openMemoryWorld } from './openMemoryWorld';

const spaces = { product: productSpaces.sku, pool: poolSpaces.directory };
const crm = refOf(1);
const suite = refOf(2);
const crmPools = ['MFRGGZDFMZTWQ2LK', 'NRWW63TPOBYXE43U'].map((id) => ({
  ...crm,
  pool: toPoolKey(poolSpaces.allotment, id),
}));
const offer = {
  product: toProductKey(productSpaces.offer, 'G2ALO6SPZNK7:0001'),
  pool: toPoolKey(poolSpaces.allotment, 'OV3HO6DZPIZDGNBV'),
};
const people = Array.from({ length: 8 }, (_, number) => user(number));
const person: PrincipalRef = { kind: 'user', id: guid(3) };

/** A door over a service in memory, whose next changes and reads can be made to fail. */
function openDoor(door: Door, products: readonly MemoryProduct[], keys: MemoryConnection['spaces'] = spaces) {
  const service = createMemoryService({ users: people, groups: [], products });
  const calls: string[] = [];
  const faults: { state: DoorState; refuses?: (change: Change) => boolean } = { state: { kind: 'open' } };
  const send: MemoryConnection['send'] = (change) =>
    Promise.resolve(faults.refuses?.(change) ? 'refused' : service.change(change));
  const memory = createMemoryAdapter({
    service,
    accountId: guid(3),
    read: () => service.seats(),
    send,
    spaces: keys,
  });
  const whenOpen =
    <Args extends readonly unknown[], Result>(name: string, read: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> => {
      calls.push(name);
      const { state } = faults;
      if (state.kind === 'open') return read(...args);
      return Promise.reject(new AppError(state.kind === 'needs-consent' ? 'forbidden' : state.because));
    };
  const adapter: LicensingAdapter = {
    ...memory,
    readDoors: () => Promise.resolve(new Map([[door, faults.state]])),
    listProducts: whenOpen('listProducts', (signal?: AbortSignal) => memory.listProducts(signal)),
    readHoldings: whenOpen('readHoldings', (principals: readonly PrincipalRef[], options?: HoldingOptions) =>
      memory.readHoldings(principals, options),
    ),
    readOwnSeats: whenOpen('readOwnSeats', (signal?: AbortSignal) => memory.readOwnSeats(signal)),
    apply: (change, options) => {
      calls.push('apply');
      return memory.apply(change, options);
    },
  };
  return { adapter, service, calls, faults };
}

/** Opens a tenant with a product of the directory, one of both doors with two pools in cloud licensing, and one of cloud licensing alone. */
function openTenant() {
  const directory = openDoor('directory', [
    { key: crm.product, pools: [{ key: crm.pool, total: 9 }] },
    { key: suite.product, pools: [{ key: suite.pool, total: 5 }] },
  ]);
  const [first, second] = crmPools.map(({ pool }) => ({ key: pool, total: 4 }));
  const products: MemoryProduct[] = [{ key: offer.product, pools: [{ key: offer.pool, total: 3 }] }];
  if (first && second) products.push({ key: crm.product, pools: [first, second] });
  // Keys of both kinds are its own, as they are of the real one.
  const cloud = openDoor('cloud-licensing', products, { pool: poolSpaces.allotment });
  return { directory, cloud, doors: createDoors({ directory: directory.adapter, cloud: cloud.adapter }) };
}

const keysOf = (products: readonly OwnedProduct[]) => products.map(({ key }) => key);

async function seatsOf(doors: Doors, principal: PrincipalRef = person) {
  const [holding] = await doors.readHoldings([principal]);
  return { pools: holding?.seats.map(({ pool }) => pool), isIncomplete: holding?.isIncomplete };
}

describeLicensingAdapter('the joined doors', () => {
  const world = openMemoryWorld();
  const withDoor = (adapter: LicensingAdapter): LicensingAdapter => {
    const directory = openDoor('directory', [{ key: crm.product, pools: [{ key: crm.pool, total: 9 }] }]);
    return createDoors({ directory: directory.adapter, cloud: adapter });
  };
  return {
    ...world,
    adapter: withDoor(world.adapter),
    readerAdapter: withDoor(world.readerAdapter),
    cast: {
      ...world.cast,
      foreign: {
        product: toProductKey(productSpaces.catalogue, 'example'),
        pool: toPoolKey('vendor', 'contract'),
      },
    },
  };
});

test('a product of both doors is listed once, and comes through cloud licensing where it has several pools', async () => {
  const { doors } = openTenant();
  const products = await doors.listProducts();
  expect(keysOf(products)).toEqual([crm.product, suite.product, offer.product]);
  expect(products[0]).toMatchObject({
    doors: ['cloud-licensing', 'directory'],
    pools: crmPools.map(({ pool }) => ({ key: pool })),
    seats: { total: 8 },
  });
  expect(products[1]).toMatchObject({ pools: [{ key: suite.pool }], seats: { total: 5 } });
});

test('each product is read through its door, and a person has the seats of both', async () => {
  const { doors, directory, cloud } = openTenant();
  directory.service.change(assign(person, suite));
  // The directory shows the pools of both purchases as one.
  directory.service.change(assign(person, crm));
  for (const pool of [...crmPools, offer]) cloud.service.change(assign(person, pool));
  await doors.listProducts();
  const all = [suite, ...crmPools, offer].map(({ pool }) => pool);
  expect((await seatsOf(doors)).pools).toEqual(all);
  const { holders } = await doors.listHolders({ product: crm.product });
  expect(holders[0]?.seats.map(({ pool }) => pool)).toEqual(crmPools.map(({ pool }) => pool));
  expect((await doors.readOwnSeats()).map(({ product }) => product)).toContain(offer.product);
  const [only] = await doors.readHoldings([person], { products: [offer.product] });
  expect(only?.seats).toHaveLength(1);
});

test('a door that is closed or lacks permissions is asked once, and again when it is told to', async () => {
  for (const state of [{ kind: 'needs-consent' }, { kind: 'closed', because: 'not-found' }] as const) {
    const { doors, cloud } = openTenant();
    cloud.faults.state = state;
    expect(keysOf(await doors.listProducts())).toEqual([crm.product, suite.product]);
    await doors.listProducts();
    expect(cloud.calls).toEqual(['listProducts']);
    expect((await doors.readDoors()).get('cloud-licensing')).toEqual(state);
    expect(await seatsOf(doors)).toMatchObject({ isIncomplete: undefined });
    cloud.faults.state = { kind: 'open' };
    doors.askAgain();
    expect(keysOf(await doors.listProducts())).toContain(offer.product);
  }
});

test('a product of a door that lacks permissions is not one that the person has no role for', async () => {
  const { doors, cloud } = openTenant();
  cloud.faults.state = { kind: 'needs-consent' };
  await doors.listProducts();
  const { product } = offer;
  await expect(doors.listHolders({ product })).rejects.toMatchObject({ code: 'consent-needed' });
});

test('a door that answers again right after a failure is listed, and never open without its products', async () => {
  for (const failures of [1, 2]) {
    const { doors, cloud } = openTenant();
    let left = failures;
    const adapter: LicensingAdapter = {
      ...cloud.adapter,
      listProducts: (signal) => {
        left -= 1;
        return left >= 0
          ? Promise.reject(new AppError('service-unavailable'))
          : cloud.adapter.listProducts(signal);
      },
    };
    const joined = createDoors({ directory: openTenant().directory.adapter, cloud: adapter });
    const listed = keysOf(await joined.listProducts());
    const state = (await joined.readDoors()).get('cloud-licensing')?.kind;
    expect([listed.includes(offer.product), state]).toEqual(
      failures === 1 ? [true, 'open'] : [false, 'unknown'],
    );
    expect(keysOf(await doors.listProducts())).toContain(offer.product);
  }
});

test('a door that fails for a moment is asked again; meanwhile its products stay, and holdings are incomplete', async () => {
  const { doors, directory, cloud } = openTenant();
  directory.service.change(assign(person, suite));
  cloud.service.change(assign(person, offer));
  await doors.listProducts();
  cloud.faults.state = { kind: 'unknown', because: 'service-unavailable' };
  expect(keysOf(await doors.listProducts())).toEqual([crm.product, suite.product, offer.product]);
  expect(await seatsOf(doors)).toEqual({ pools: [suite.pool], isIncomplete: true });
  const [own] = await doors.readHoldings([person], { products: [suite.product] });
  expect(own?.isIncomplete).toBeUndefined();
  await expect(doors.readHoldings([person], { products: [offer.product] })).rejects.toMatchObject({
    code: 'service-unavailable',
  });
  await doors.readOwnSeats();
  expect((await doors.readDoors()).get('cloud-licensing')?.kind).toBe('unknown');
  cloud.faults.state = { kind: 'open' };
  await doors.listProducts();
  expect(await seatsOf(doors)).toEqual({ pools: [suite.pool, offer.pool], isIncomplete: undefined });
});

test('a change is compared with the door of its pools, through whichever its product is listed by now', async () => {
  const { doors, directory, cloud } = openTenant();
  directory.service.change(assign(person, crm));
  cloud.service.change(assign(person, offer));
  await doors.listProducts();
  const read = async (pools: readonly PoolRef[]) => {
    const products = [...new Set(pools.map(({ product }) => product))];
    const [holding] = await doors.readHoldings([person], { products, pools });
    return { pools: holding?.seats.map(({ pool }) => pool), isIncomplete: holding?.isIncomplete };
  };
  // A job of the time before the product had two allotments.
  expect((await read([crm])).pools).toEqual([crm.pool]);
  expect((await read(crmPools)).pools).toEqual([]);
  expect((await read([crm, offer])).pools).toEqual([crm.pool, offer.pool]);
  // A job of allotments, after cloud licensing was closed.
  cloud.faults.state = { kind: 'closed', because: 'not-found' };
  await doors.listProducts();
  expect(await read([...crmPools, suite])).toEqual({ pools: [], isIncomplete: true });
  await expect(read(crmPools)).rejects.toMatchObject({ code: 'not-found' });
});

test('holdings are incomplete where cloud licensing could never be read', async () => {
  const { doors, cloud } = openTenant();
  cloud.faults.state = { kind: 'unknown', because: 'offline' };
  await doors.listProducts();
  expect(await seatsOf(doors)).toMatchObject({ isIncomplete: true });
});

test('products that were read already are joined without reading them again', async () => {
  const { doors, directory } = openTenant();
  const listed = await directory.adapter.listProducts();
  directory.calls.length = 0;
  expect(keysOf(await doors.join(listed))).toEqual([crm.product, suite.product, offer.product]);
  expect(directory.calls).toEqual([]);
});

test('a product is found without a list, and only cloud licensing is asked where that is enough', async () => {
  const { doors, cloud, directory } = openTenant();
  cloud.faults.state = { kind: 'closed', because: 'not-found' };
  await doors.listGroups(suite.product);
  expect(cloud.calls).toEqual(['listProducts']);
  expect(directory.calls).toEqual([]);
  await expect(doors.listHolders({ product: offer.product })).rejects.toMatchObject({ code: 'not-found' });
});

describe('a change of pools of both doors', () => {
  const move: Change = { principal: person, add: [license(offer)], remove: [suite] };

  async function applyMove(refuses: (door: Door, change: Change) => boolean) {
    const { doors, directory, cloud } = openTenant();
    directory.service.change(assign(person, suite, ['plan']));
    await doors.listProducts();
    directory.faults.refuses = (change) => refuses('directory', change);
    cloud.faults.refuses = (change) => refuses('cloud-licensing', change);
    const steps: ChangeStep[] = [];
    const outcome = await doors.apply(move, {
      onStep: (step) => {
        steps.push(step);
        return Promise.resolve();
      },
    });
    const { pools } = await seatsOf(doors);
    return { outcome, pools, steps: steps.map(({ kind, license: { pool } }) => [kind, pool]), all: steps };
  }

  test('is not one step, and gives before it takes', async () => {
    const { doors } = openTenant();
    expect(doors.isOneStep(move)).toBe(false);
    expect(doors.isOneStep(assign(person, offer))).toBe(true);
    expect(doors.isOneStep(unassign(person, suite))).toBe(true);
    const { outcome, pools, steps, all } = await applyMove(() => false);
    expect(outcome).toMatchObject({ kind: 'done' });
    expect(pools).toEqual([offer.pool]);
    expect(steps).toEqual([
      ['given', offer.pool],
      ['taken', suite.pool],
    ]);
    expect(all[1]?.license.disabledPlanIds).toEqual(['plan']);
  });

  test('takes nothing if giving fails', async () => {
    const { outcome, pools, steps } = await applyMove((door) => door === 'cloud-licensing');
    expect(outcome).toEqual({ kind: 'failed', reason: 'refused' });
    expect(pools).toEqual([suite.pool]);
    expect(steps).toEqual([]);
  });

  test('undoes what it gave if taking fails', async () => {
    const { outcome, pools, steps } = await applyMove((door) => door === 'directory');
    expect(outcome).toEqual({ kind: 'failed', reason: 'refused' });
    expect(pools).toEqual([suite.pool]);
    expect(steps).toEqual([
      ['given', offer.pool],
      ['taken', offer.pool],
    ]);
  });

  test('names what stays changed if that fails too', async () => {
    const { outcome, pools } = await applyMove((_door, { remove }) => remove.length > 0);
    expect(outcome).toEqual({
      kind: 'failed',
      reason: 'refused',
      made: { given: [offer.pool], taken: [] },
    });
    expect(pools).toEqual([suite.pool, offer.pool]);
  });

  test.each<readonly [string, Door | undefined, readonly string[]]>([
    ['made', undefined, [offer.pool]],
    ['undone where the second part fails', 'directory', [suite.pool]],
  ])('that is stopped between its parts is still %s', async (_what, refusing, pools) => {
    const { doors, directory } = openTenant();
    directory.service.change(assign(person, suite));
    directory.faults.refuses = () => refusing === 'directory';
    const stop = new AbortController();
    const { kind } = await doors.apply(move, {
      signal: stop.signal,
      onStep: () => {
        stop.abort();
        return Promise.resolve();
      },
    });
    expect(kind).toBe(refusing ? 'failed' : 'done');
    expect((await seatsOf(doors)).pools).toEqual(pools);
  });
});
