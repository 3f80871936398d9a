import type { PrincipalRef } from '../../../src/base/principal';
import type { ChangeStep, OwnedProduct, PoolRef } from '../../../src/licensing/types';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { assign, unassign } from './licensingWrites';
import { openCloudWorld, writePaths } from './openCloudWorld';

type World = ReturnType<typeof openCloudWorld>;

let world: World | undefined;

function setup(...settings: Parameters<typeof openCloudWorld>): World {
  world = openCloudWorld(...settings);
  return world;
}

afterEach(() => {
  world?.close();
  world = undefined;
});

/** The pools of the product with a plan of this name. */
async function poolsWith({ adapter }: World, planName: string): Promise<readonly PoolRef[]> {
  const products = await adapter.listProducts();
  const found = products.find(({ plans }) => plans.some(({ partName }) => partName === planName));
  return (found as OwnedProduct).pools.map(({ key }) => ({
    product: (found as OwnedProduct).key,
    pool: key,
  }));
}

async function heldBy({ adapter }: World, principal: PrincipalRef): Promise<readonly string[]> {
  const [holding] = await adapter.readHoldings([principal]);
  return (holding?.seats ?? []).map(({ pool }) => pool).toSorted();
}

async function takenOf({ adapter }: World, { product, pool }: PoolRef): Promise<number | undefined> {
  const products = await adapter.listProducts();
  const found = products.find(({ key }) => key === product);
  return found?.pools.find(({ key }) => key === pool)?.seats.assigned;
}

/** The calls that changed something, as they were answered. */
function writes({ sent }: World): readonly string[] {
  return sent.flatMap(({ body }) =>
    (
      JSON.parse(body ?? '{"requests":[]}') as { requests: { method: string; url: string }[] }
    ).requests.flatMap(({ method, url }) => (method === 'GET' || url.includes('getByIds') ? [] : [method])),
  );
}

test('two pools of one product take two seats, and each is freed by itself', async () => {
  const current = setup();
  const { adapter, cast } = current;
  const [first, second] = (await poolsWith(current, 'THORNWICK_LEDGER')) as [PoolRef, PoolRef];
  const before = [await takenOf(current, first), await takenOf(current, second)];
  for (const pool of [first, second])
    await expect(adapter.apply(assign(cast.newcomer, pool))).resolves.toMatchObject({ kind: 'done' });
  expect(await heldBy(current, cast.newcomer)).toEqual([first.pool, second.pool].toSorted());
  expect([await takenOf(current, first), await takenOf(current, second)]).toEqual(
    before.map((count = NaN) => count + 1),
  );
  const { product } = first;
  const { holders } = await adapter.listHolders({ product, only: [cast.newcomer.id] });
  expect(holders.map(({ seats }) => seats.length)).toEqual([2]);
  await adapter.apply(unassign(cast.newcomer, first));
  expect(await heldBy(current, cast.newcomer)).toEqual([second.pool]);
});

test('a person of two pools is one holder', async () => {
  const current = setup();
  const [{ product }] = (await poolsWith(current, 'THORNWICK_LEDGER')) as [PoolRef, PoolRef];
  const page = await current.adapter.listHolders({ product });
  expect(page.holders).toHaveLength(9);
  expect(page.total).toBe(9);
  expect(page.holders.filter(({ seats }) => seats.length === 2)).toHaveLength(3);
});

describe('a move is made in steps', () => {
  async function moveIn(current: World) {
    const [from] = (await poolsWith(current, 'THORNWICK_LEDGER')) as [PoolRef];
    const [to] = (await poolsWith(current, 'QUILLMARROW_INSIGHTS_CORE')) as [PoolRef];
    const { newcomer } = current.cast;
    await current.adapter.apply(assign(newcomer, from));
    const steps: ChangeStep[] = [];
    const move = { ...assign(newcomer, to), remove: [from] };
    const apply = () =>
      current.adapter.apply(move, {
        onStep: (step) => {
          steps.push(step);
          return Promise.resolve();
        },
      });
    const fail = (...patterns: string[]): void =>
      current.emulator.faults.set(
        patterns.map((pathPattern) => ({ kind: 'forbidden', rate: 1, pathPattern })),
      );
    return { from, to, move, steps, apply, fail, newcomer };
  }

  const kindsOf = (steps: readonly ChangeStep[]): readonly string[] =>
    steps.map(({ kind, license }) => `${kind} ${license.product.split(':')[0] ?? ''}`);

  test('with a free seat: it gives, then takes', async () => {
    const current = setup();
    const { to, move, steps, apply, newcomer } = await moveIn(current);
    expect(current.adapter.isOneStep(move)).toBe(false);
    await expect(apply()).resolves.toMatchObject({ kind: 'done' });
    expect(kindsOf(steps)).toEqual(['given offer', 'taken plans']);
    expect(steps.every(({ assignmentId }) => assignmentId !== undefined)).toBe(true);
    expect(await heldBy(current, newcomer)).toEqual([to.pool]);
  });

  test('without a free seat: nothing is taken, since that frees no seat of the other pool', async () => {
    const current = setup();
    const { from, to, steps, apply, newcomer } = await moveIn(current);
    const others = current.tenant.users.filter(
      ({ usageLocation, id }) => usageLocation && id !== newcomer.id,
    );
    for (const { id } of others.slice(100, 112))
      await current.adapter.apply(assign({ kind: 'user', id }, to));
    await expect(apply()).resolves.toMatchObject({ kind: 'failed', reason: 'no-licenses-available' });
    expect(steps).toEqual([]);
    expect(await heldBy(current, newcomer)).toEqual([from.pool]);
  });

  test('where taking fails, what was given is taken back', async () => {
    const current = setup();
    const { from, steps, apply, newcomer } = await moveIn(current);
    current.emulator.faults.set([
      { kind: 'forbidden', rate: 1, limit: 1, pathPattern: 'DELETE */assignments/*' },
    ]);
    const outcome = await apply();
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'forbidden' });
    expect(outcome).not.toHaveProperty('made');
    expect(kindsOf(steps)).toEqual(['given offer', 'taken offer']);
    expect(await heldBy(current, newcomer)).toEqual([from.pool]);
  });

  test('where taking back fails too, the outcome names what was made', async () => {
    const current = setup();
    const { from, to, steps, apply, fail, newcomer } = await moveIn(current);
    fail('DELETE */assignments/*');
    await expect(apply()).resolves.toMatchObject({
      kind: 'failed',
      reason: 'forbidden',
      made: { given: [to.pool], taken: [] },
    });
    expect(kindsOf(steps)).toEqual(['given offer']);
    expect(await heldBy(current, newcomer)).toEqual([from.pool, to.pool].toSorted());
  });

  test('what was given without its id, and does not show, is named when it cannot be taken back', async () => {
    const current = setup();
    const { adapter, cast, emulator, lateReadings, paths } = current;
    lateReadings();
    emulator.faults.set([
      { kind: 'lost-answer', rate: 1, limit: 1, pathPattern: 'POST */assignments' },
      { kind: 'forbidden', rate: 1, limit: 1, pathPattern: 'DELETE */assignments/*' },
    ]);
    const outcome = await adapter.apply({ ...assign(cast.holder, cast.other), remove: [cast.plain] });
    expect(outcome).toMatchObject({ kind: 'failed', made: { given: [cast.other.pool], taken: [] } });
    expect(paths(cast.holder.id, cast.other.product)).toEqual(['direct']);
  });

  test('a journal that fails stops it before the next step', async () => {
    const current = setup();
    const { from, to, move, newcomer } = await moveIn(current);
    const onStep = () => Promise.reject(new Error('no journal'));
    await expect(current.adapter.apply(move, { onStep })).rejects.toThrow('no journal');
    expect(await heldBy(current, newcomer)).toEqual([from.pool, to.pool].toSorted());
  });
});

describe('where plans conflict, the old license is taken first', () => {
  /** Moves from what conflicts; `onTaken` is called once that is taken. */
  async function moveFromConflict(onTaken: (current: World) => void) {
    const current = setup();
    const { adapter, cast } = current;
    const read = async () => (await adapter.readHoldings([cast.conflicted]))[0]?.seats ?? [];
    const before = await read();
    const direct = before.filter(({ path }) => path.kind === 'direct');
    const remove = direct.map(({ product, pool }) => ({ product, pool }));
    const steps: string[] = [];
    const move = { ...assign(cast.conflicted, cast.conflicting), remove };
    const outcome = await adapter.apply(move, {
      onStep: ({ kind }) => {
        steps.push(kind);
        if (kind === 'taken' && steps.length === remove.length) onTaken(current);
        return Promise.resolve();
      },
    });
    return { before, after: await read(), outcome, steps, remove };
  }

  const refuseGifts = ({ emulator }: World, limit?: number): void =>
    emulator.faults.set([
      { kind: 'forbidden', rate: 1, pathPattern: 'POST */assignments', ...(limit && { limit }) },
    ]);

  test('and then the new one is given', async () => {
    const { outcome, steps, remove } = await moveFromConflict(() => undefined);
    expect(outcome).toMatchObject({ kind: 'done' });
    expect(steps).toEqual([...remove.map(() => 'taken'), 'given']);
  });

  test('and given back as it was when the new one fails', async () => {
    const { outcome, steps, before, after } = await moveFromConflict((current) => refuseGifts(current, 1));
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'forbidden' });
    expect(outcome).not.toHaveProperty('made');
    expect(steps.at(-1)).toBe('given-back');
    expect(after).toEqual(before);
  });

  test('and named as taken when giving it back fails too', async () => {
    const { outcome, remove } = await moveFromConflict((current) => refuseGifts(current));
    const taken = remove.map(({ pool }) => pool);
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'forbidden', made: { given: [], taken } });
  });
});

test('people wait in the order in which they came, and the first gets a seat that is freed', async () => {
  const current = setup();
  const { adapter } = current;
  const [rooms] = (await poolsWith(current, 'MERROWFEN_ROOMS')) as [PoolRef];
  const before = (await adapter.listWaitingMembers(rooms.product))?.people ?? [];
  expect(before.length).toBeGreaterThan(1);
  expect(before.map(({ place }) => place)).toEqual(before.map((_, index) => index + 1));
  expect(before.every(({ since, pool }) => since !== undefined && pool === rooms.pool)).toBe(true);
  const { holders, total } = await adapter.listHolders({ product: rooms.product });
  expect(total).toBe(8);
  const waits = before[0]?.user.id ?? '';
  expect(holders.map(({ user }) => user.id)).not.toContain(waits);
  const [holding] = await adapter.readHoldings([{ kind: 'user', id: waits }]);
  expect(holding?.seats.filter(({ pool }) => pool === rooms.pool)).toMatchObject([
    { state: 'error', issue: 'not-enough-licenses', path: { kind: 'group', groupId: groupIds.it } },
  ]);
  const group = current.tenant.group(groupIds.it);
  const leaver = holders[0]?.user.id ?? '';
  if (group) {
    const memberIds = group.memberIds.filter((id) => id !== leaver);
    current.tenant.save({ groups: [{ ...group, memberIds }] });
  }
  await adapter.apply(assign(current.cast.newcomer, current.cast.plain));
  const after = (await adapter.listWaitingMembers(rooms.product))?.people ?? [];
  expect(after.map(({ user }) => user.id)).toEqual(before.slice(1).map(({ user }) => user.id));
});

test.each([
  ['PALEGROVE_SKETCH', 'only-buyer-assigns'],
  ['HOLLOWMERE_SCANNER', 'product-suspended'],
  ['FENNIMORE_KIOSK', 'assignee-not-supported'],
  ['BRAMBLECOURT_DESK', 'assignee-not-supported'],
])('a seat of %s is not given: %s', async (planName, reason) => {
  const current = setup();
  const [pool] = (await poolsWith(current, planName)) as [PoolRef];
  const outcome = await current.adapter.apply(assign(current.cast.newcomer, pool));
  expect(outcome).toMatchObject({ kind: 'failed', reason });
  expect(outcome).toHaveProperty('requestId');
});

test('who bought a personal pool gives its seats', async () => {
  const current = setup();
  const [pool] = (await poolsWith(current, 'PALEGROVE_SKETCH')) as [PoolRef];
  const outcome = await current.adapterOf('member').apply(assign(current.cast.newcomer, pool));
  expect(outcome).toMatchObject({ kind: 'done' });
});

test('giving is never sent twice before readings of a while did not show it', async () => {
  const current = setup();
  const { adapter, cast, disturb } = current;
  disturb('lost-answer');
  await expect(adapter.apply(assign(cast.newcomer, cast.plain))).resolves.toMatchObject({ kind: 'done' });
  expect(writes(current)).toEqual(['POST']);
  current.sent.length = 0;
  disturb('lost-request');
  await adapter.apply(assign(cast.newcomer, cast.other));
  expect(writes(current)).toEqual(['POST', 'POST']);
});

test('a service that asks for a wait is waited for', async () => {
  const current = setup();
  const { adapter, cast, emulator } = current;
  emulator.faults.set(
    writePaths.map((pathPattern) => ({ kind: 'throttle', rate: 1, limit: 1, pathPattern })),
  );
  await expect(adapter.apply(assign(cast.newcomer, cast.plain))).resolves.toMatchObject({ kind: 'done' });
  expect(emulator.faults.injected()).toHaveLength(1);
});

test('an account without the permission to read allotments is refused at the door, with what is missing', async () => {
  const { adapterOf } = setup();
  const adapter = adapterOf('license-admin', []);
  await expect(adapter.listProducts()).rejects.toMatchObject({
    code: 'forbidden',
    innerCode: 'missingRequiredPermission',
  });
});

test('the holders of a large product take a request for each page of assignments, and one for each page of details', async () => {
  const current = setup();
  const { adapter, cast, holders } = current;
  await adapter.listProducts();
  current.sent.length = 0;
  const read = (): readonly string[] =>
    current.sent.flatMap(({ body }) =>
      (JSON.parse(body ?? '{"requests":[]}') as { requests: { url: string }[] }).requests.map(({ url }) =>
        url.replace(/\?.*/, '').replace(/allotments\/[^/]+/, 'allotments/x'),
      ),
    );
  let page = await adapter.listHolders({ product: cast.plain.product });
  while (page.next !== undefined)
    page = await adapter.listHolders({ product: cast.plain.product, cursor: page.next });
  const count = (end: string): number => read().filter((url) => url.endsWith(end)).length;
  const people = holders(cast.plain.product).length;
  expect(people).toBeGreaterThan(10);
  expect(count('/allotments/x/assignments')).toBe(Math.ceil(people / 999));
  expect(count('/getByIds')).toBe(Math.ceil(people / 100));
  expect(count('/waitingMembers')).toBe(1);
});

test('what was given a moment ago and shows in no reading yet is taken by the id that its outcome told', async () => {
  const current = setup();
  const { adapter, cast, lateReadings, paths, sent } = current;
  lateReadings();
  const given = await adapter.apply(assign(cast.newcomer, cast.plain));
  expect(given).toEqual({ kind: 'done', ids: { [cast.plain.pool]: expect.any(String) as unknown } });
  const ids = given.kind === 'done' ? given.ids : undefined;
  const before = sent.length;
  const taken = await adapter.apply(unassign(cast.newcomer, cast.plain), {
    ignoreStaleReads: true,
    assignmentIds: ids,
  });
  expect(taken).toEqual({ kind: 'done' });
  // The pools, the reading, and the removal.
  expect(sent.length - before).toBe(3);
  expect(paths(cast.newcomer.id, cast.plain.product)).toEqual([]);
  // Without the id a reading has to show it.
  await adapter.apply(assign(cast.newcomer, cast.plain));
  const unknown = await adapter.apply(unassign(cast.newcomer, cast.plain), { ignoreStaleReads: true });
  expect(unknown).toMatchObject({ kind: 'failed', reason: 'outcome-unknown' });
});
