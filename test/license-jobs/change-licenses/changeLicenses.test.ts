import { AppError } from '../../../src/base/appError';
import { productIds } from '../../../src/sandbox/tenant/products';
import type { PrincipalRef } from '../../../src/base/principal';
import type { LicenseJobInput } from '../../../src/license-jobs/licenseJob';
import { createChangeLicenses } from '../../../src/license-jobs/change-licenses/changeLicenses';
import type { Holding, PoolRef } from '../../../src/licensing/types';
import type { HoldingOptions, LicensingAdapter } from '../../../src/licensing/licensingAdapter';
import { license, poolKeyOf, seat } from '../../licensing/support/samples';
import { fresh, inputOf, noSteps, openOperations, scopeOf, walk, walkBack } from '../openOperations';

const readNothing = (principals: readonly PrincipalRef[]): Promise<readonly Holding[]> =>
  Promise.resolve(principals.map((principal) => ({ principal, seats: [] })));

let close: (() => void) | undefined;

function setup() {
  const world = openOperations();
  close = world.close;
  const { cast, tenant } = world;
  const give = (pool: PoolRef, disabledPlanIds: readonly string[] = []) => ({
    add: [license(pool, ...disabledPlanIds)],
  });
  const plansOff = (userId: string, { pool }: PoolRef) =>
    tenant
      .user(userId)
      ?.licenses.find((source) => poolKeyOf(source.skuId) === pool && source.groupId === null)?.disabledPlans;
  const outcomesOf = (walked: Awaited<ReturnType<typeof walk>>) => walked.map(({ outcome }) => outcome);
  return { ...world, give, plansOff, outcomesOf, pool: cast.plain };
}

afterEach(() => {
  close?.();
  close = undefined;
});

test('assigning gives who has nothing, and leaves alone who has it by any path', async () => {
  const { cast, changeLicenses, give, outcomesOf, paths } = setup();
  const inputs = [cast.newcomer, cast.twice, cast.inheritor].map((one) => inputOf(one, give(cast.grouped)));
  const walked = await walk(changeLicenses, inputs, scopeOf({ kind: 'assign', pools: [cast.grouped] }));
  // Readings in bulk leave the name out, so it is read once more.
  const givingGroup = { id: cast.givingGroup.id, name: cast.givingGroupName };
  expect(outcomesOf(walked)).toEqual([
    { kind: 'done' },
    { kind: 'skipped', reason: 'no-change' },
    { kind: 'skipped', reason: 'inherited-from-group', groups: [givingGroup] },
  ]);
  expect(paths(cast.newcomer.id, cast.grouped.product)).toEqual(['direct']);
  expect(paths(cast.inheritor.id, cast.grouped.product)).toEqual([cast.givingGroup.id]);
});

test('what another job has just changed counts, where the reading is too early to show it', async () => {
  const { adapter, cast, give, outcomesOf, paths } = setup();
  const principal = cast.newcomer;
  await adapter.apply({ principal, ...give(cast.plain), remove: [] });
  const late = { ...adapter, readHoldings: readNothing };
  const removal = [inputOf(principal, { remove: [cast.plain] })];
  const scope = scopeOf({ kind: 'remove', pools: [cast.plain] });
  const timeForChanges = (count: number): number => count;
  const trusting = createChangeLicenses({ licensing: late, timeForChanges });
  expect(outcomesOf(await walk(trusting, removal, scope))).toMatchObject([{ kind: 'skipped' }]);
  const recentChanges = {
    readHoldings: async (read: () => Promise<readonly Holding[]>) =>
      (await read()).map((holding) => ({ ...holding, seats: [seat({ ...cast.plain })] })),
  };
  const knowing = createChangeLicenses({ licensing: late, recentChanges, timeForChanges });
  expect(outcomesOf(await walk(knowing, removal, scope))).toEqual([{ kind: 'done' }]);
  expect(paths(principal.id, cast.plain.product)).toEqual([]);
});

test('what is held is asked for by the pools of the change, so that it is compared with their door', async () => {
  const { adapter, cast } = setup();
  const asked: (HoldingOptions | undefined)[] = [];
  const readHoldings: LicensingAdapter['readHoldings'] = (principals, options) => {
    asked.push(options);
    return readNothing(principals);
  };
  const licensing = { ...adapter, readHoldings };
  const operation = createChangeLicenses({ licensing, timeForChanges: (count) => count });
  const inputs = [cast.newcomer, cast.holder].map((one) => inputOf(one, { remove: [cast.plain] }));
  const scope = scopeOf({ kind: 'remove', pools: [cast.plain] });
  await operation.precheck?.(inputs.map(fresh), scope);
  await operation.poll?.(inputs, scope);
  const expected = { products: [cast.plain.product], pools: [cast.plain] };
  expect(asked).toMatchObject([expected, expected]);
});

test('what was in error before is kept as such, since it took no seat', async () => {
  const { adapter, cast } = setup();
  const failed = seat({ ...cast.plain, state: 'error', issue: 'not-enough-licenses' });
  const readHoldings = (principals: readonly PrincipalRef[]): Promise<readonly Holding[]> =>
    Promise.resolve(principals.map((principal) => ({ principal, seats: [failed] })));
  const licensing = { ...adapter, readHoldings };
  const operation = createChangeLicenses({ licensing, timeForChanges: (count) => count });
  const removal = fresh(inputOf(cast.newcomer, { remove: [cast.plain] }));
  const [checked] =
    (await operation.precheck?.([removal], scopeOf({ kind: 'remove', pools: [cast.plain] }))) ?? [];
  expect(checked).toMatchObject({ kind: 'run', before: { seats: [{ ...cast.plain, isInError: true }] } });
});

test('a license whose apps could not be read is removed, and an undo does not switch them on', async () => {
  const { adapter, cast, outcomesOf, paths } = setup();
  const held = seat({ ...cast.plain, isIncomplete: true });
  const licensing = {
    ...adapter,
    readHoldings: (principals: readonly PrincipalRef[]): Promise<readonly Holding[]> =>
      Promise.resolve(principals.map((principal) => ({ principal, seats: [held] }))),
  };
  const operation = createChangeLicenses({ licensing, timeForChanges: (count) => count });
  const scope = scopeOf({ kind: 'remove', pools: [cast.plain] });
  const walked = await walk(operation, [inputOf(cast.holder, { remove: [cast.plain] })], scope);
  expect(outcomesOf(walked)).toEqual([{ kind: 'done' }]);
  expect(paths(cast.holder.id, cast.plain.product)).toEqual([]);
  expect(await walkBack(operation, walked, scope)).toEqual([]);
});

test('who has one of two products is given the other one, and keeps the apps that are off', async () => {
  const { adapter, cast, changeLicenses, give, paths, plansOff } = setup();
  const principal = cast.newcomer;
  await adapter.apply({ principal, ...give(cast.grouped, [cast.groupedPlan]), remove: [] });
  const both = { add: [...give(cast.grouped).add, ...give(cast.plain).add] };
  const scope = scopeOf({ kind: 'assign', pools: [cast.grouped, cast.plain] });
  const walked = await walk(changeLicenses, [inputOf(principal, both)], scope);
  expect(paths(principal.id, cast.plain.product)).toEqual(['direct']);
  expect(plansOff(principal.id, cast.grouped)).toEqual([cast.groupedPlan]);

  await walkBack(changeLicenses, walked, scope);
  expect(paths(principal.id, cast.plain.product)).toEqual([]);
  expect(plansOff(principal.id, cast.grouped)).toEqual([cast.groupedPlan]);
});

test('several products are given in one change a person, and taken back in one', async () => {
  const { cast, changeLicenses, emulator, give, outcomesOf, paths } = setup();
  const both = { add: [...give(cast.grouped).add, ...give(cast.plain).add] };
  const pools = [cast.grouped, cast.plain];
  const scope = scopeOf({ kind: 'assign', pools });
  const held = () =>
    [cast.newcomer, cast.inheritor].map(({ id }) => pools.map(({ product }) => paths(id, product)));
  const writes = () => emulator.writes.entries().length;
  const inputs = [cast.newcomer, cast.inheritor].map((one) => inputOf(one, both));
  const walked = await walk(changeLicenses, inputs, scope);
  expect(outcomesOf(walked)).toEqual([{ kind: 'done' }, { kind: 'done' }]);
  expect(held()).toEqual([
    [['direct'], ['direct']],
    [[cast.givingGroup.id], ['direct']],
  ]);
  expect(writes()).toBe(2);

  expect(outcomesOf(await walkBack(changeLicenses, walked, scope))).toEqual([
    { kind: 'done' },
    { kind: 'done' },
  ]);
  expect(held()).toEqual([
    [[], []],
    [[cast.givingGroup.id], []],
  ]);
  expect(writes()).toBe(4);
});

test('a person for whom one of several products has no seat gets none of them', async () => {
  const { cast, changeLicenses, give, outcomesOf, paths } = setup();
  const both = { add: [...give(cast.plain).add, ...give(cast.full).add] };
  const scope = scopeOf({ kind: 'assign', pools: [cast.plain, cast.full] });
  const walked = await walk(changeLicenses, [inputOf(cast.newcomer, both)], scope);
  expect(outcomesOf(walked)).toMatchObject([{ kind: 'failed', reason: 'no-licenses-available' }]);
  expect(paths(cast.newcomer.id, cast.plain.product)).toEqual([]);
});

test('who has a product that was suspended meanwhile is given the other one all the same', async () => {
  const { adapter, cast, changeLicenses, emulator, give, outcomesOf, paths } = setup();
  const [suspended, open] = [cast.plain, cast.grouped];
  await adapter.apply({ principal: cast.newcomer, ...give(suspended), remove: [] });
  emulator.actAsOtherAdmin('sku-suspended', { skuIds: [productIds.timesheets] });
  const both = { add: [...give(suspended).add, ...give(open).add] };
  const scope = scopeOf({ kind: 'assign', pools: [suspended, open] });
  const inputs = [cast.newcomer, cast.homeless].map((one) => inputOf(one, both));
  expect(outcomesOf(await walk(changeLicenses, inputs, scope))).toEqual([
    { kind: 'done' },
    { kind: 'failed', reason: 'product-suspended' },
  ]);
  expect(paths(cast.newcomer.id, open.product)).toEqual(['direct']);
});

test('an undo gives back what was removed, with the apps that were off', async () => {
  const { adapter, cast, changeLicenses, give, outcomesOf, paths, plansOff } = setup();
  const principal = cast.newcomer;
  await adapter.apply({ principal, ...give(cast.grouped, [cast.groupedPlan]), remove: [] });
  const scope = scopeOf({ kind: 'remove', pools: [cast.grouped] });
  const inputs = [principal, cast.inheritor].map((one) => inputOf(one, { remove: [cast.grouped] }));
  const walked = await walk(changeLicenses, inputs, scope);
  expect(outcomesOf(walked)).toEqual([
    { kind: 'done' },
    {
      kind: 'skipped',
      reason: 'inherited',
      groups: [{ id: cast.givingGroup.id, name: cast.givingGroupName }],
    },
  ]);
  expect(paths(principal.id, cast.grouped.product)).toEqual([]);

  expect(outcomesOf(await walkBack(changeLicenses, walked, scope))).toEqual([{ kind: 'done' }]);
  expect(plansOff(principal.id, cast.grouped)).toEqual([cast.groupedPlan]);
});

test('a move keeps what is there of the new product, and its undo brings back just what was before', async () => {
  const { adapter, cast, changeLicenses, give, outcomesOf, paths } = setup();
  const [from, to] = [cast.plain, cast.grouped];
  for (const principal of [cast.inheritor, cast.newcomer])
    await adapter.apply({ principal, ...give(from), remove: [] });
  const scope = scopeOf({ kind: 'move', pools: [from, to] });
  const inputs = [cast.inheritor, cast.newcomer].map((one) => inputOf(one, { ...give(to), remove: [from] }));
  const walked = await walk(changeLicenses, inputs, scope);
  expect(outcomesOf(walked)).toEqual([{ kind: 'done' }, { kind: 'done' }]);
  expect(paths(cast.inheritor.id, to.product)).toEqual([cast.givingGroup.id]);
  expect(paths(cast.inheritor.id, from.product)).toEqual([]);
  expect(paths(cast.newcomer.id, to.product)).toEqual(['direct']);

  const back = await walkBack(changeLicenses, walked, scope);
  expect(outcomesOf(back)).toEqual([{ kind: 'done' }, { kind: 'done' }]);
  expect(paths(cast.inheritor.id, from.product)).toEqual(['direct']);
  expect(paths(cast.inheritor.id, to.product)).toEqual([cast.givingGroup.id]);
  expect(paths(cast.newcomer.id, from.product)).toEqual(['direct']);
  expect(paths(cast.newcomer.id, to.product)).toEqual([]);
});

test('switched apps come back by an undo', async () => {
  const { adapter, cast, changeLicenses, give, plansOff } = setup();
  const principal = cast.newcomer;
  await adapter.apply({ principal, ...give(cast.grouped), remove: [] });
  const scope = scopeOf({ kind: 'replace-plans', pools: [cast.grouped] });
  const walked = await walk(
    changeLicenses,
    [inputOf(principal, give(cast.grouped, [cast.groupedPlan]))],
    scope,
  );
  expect(plansOff(principal.id, cast.grouped)).toEqual([cast.groupedPlan]);
  await walkBack(changeLicenses, walked, scope);
  expect(plansOff(principal.id, cast.grouped)).toEqual([]);
});

test('an undo right after the job works although readings still show the state of before', async () => {
  const { cast, changeLicenses, give, outcomesOf, paths, lateReadings, pool } = setup();
  lateReadings();
  const scope = scopeOf({ kind: 'assign', pools: [pool] });
  const walked = await walk(changeLicenses, [inputOf(cast.newcomer, give(pool))], scope);
  expect(outcomesOf(await walkBack(changeLicenses, walked, scope))).toEqual([{ kind: 'done' }]);
  expect(paths(cast.newcomer.id, pool.product)).toEqual([]);
});

test('a job that is run again writes nothing', async () => {
  const { cast, changeLicenses, emulator, give, pool } = setup();
  const scope = scopeOf({ kind: 'assign', pools: [pool] });
  const inputs = [inputOf(cast.newcomer, give(pool))];
  await walk(changeLicenses, inputs, scope);
  const before = emulator.writes.entries().length;
  await walk(changeLicenses, inputs, scope);
  expect(emulator.writes.entries()).toHaveLength(before);
});

test('of what was started before, that which shows is done and the rest is sent', async () => {
  const { adapter, cast, changeLicenses, give, pool } = setup();
  const scope = scopeOf({ kind: 'assign', pools: [pool] });
  const [done, open] = [inputOf(cast.newcomer, give(pool)), inputOf(cast.inheritor, give(pool))];
  await adapter.apply(done.change);
  const started = [done, open].map((input) => ({ input, before: { seats: [] }, wasStarted: true }));
  expect(await changeLicenses.precheck?.(started, scope)).toMatchObject([
    { kind: 'settled', outcome: { kind: 'done' } },
    { kind: 'run' },
  ]);
});

test('a removal that was started and shows is done, also where a group still gives the product', async () => {
  const { adapter, cast, changeLicenses } = setup();
  const scope = scopeOf({ kind: 'remove', pools: [cast.grouped] });
  const input = inputOf(cast.twice, { remove: [cast.grouped] });
  const [first] = (await changeLicenses.precheck?.([fresh(input)], scope)) ?? [];
  const before = first?.kind === 'run' ? first.before : undefined;
  await adapter.apply(input.change);
  expect(await changeLicenses.precheck?.([{ input, before, wasStarted: true }], scope)).toEqual([
    { kind: 'settled', outcome: { kind: 'done' } },
  ]);
});

test('a started undo is believed only when the reading has changed since', async () => {
  const { cast, changeLicenses, give, pool } = setup();
  const scope = scopeOf({ kind: 'remove', pools: [pool], isUndo: true });
  const input = inputOf(cast.holder, give(pool));
  const checked = (seats: readonly object[]) =>
    changeLicenses.precheck?.([{ input, before: { seats }, wasStarted: true }], scope);
  expect(await checked([])).toEqual([{ kind: 'settled', outcome: { kind: 'done' } }]);
  // It showed the license from the beginning, which may have been the one that the job took.
  expect(await checked([license(pool)])).toMatchObject([{ kind: 'run' }]);
});

test('of a product that is suspended nothing is given, and taking it is still possible', async () => {
  const { cast, changeLicenses, emulator, give, outcomesOf, pool } = setup();
  emulator.actAsOtherAdmin('sku-suspended', { skuIds: [productIds.timesheets] });
  const before = emulator.writes.entries().length;
  const scope = scopeOf({ kind: 'assign', pools: [pool] });
  const walked = await walk(changeLicenses, [inputOf(cast.newcomer, give(pool))], scope);
  expect(outcomesOf(walked)).toEqual([{ kind: 'failed', reason: 'product-suspended' }]);
  expect(emulator.writes.entries()).toHaveLength(before);
  const removal = scopeOf({ kind: 'remove', pools: [pool] }, { id: 'other' });
  const taken = await walk(changeLicenses, [inputOf(cast.holder, { remove: [pool] })], removal);
  expect(outcomesOf(taken)).toEqual([{ kind: 'done' }]);
});

test('a job that a suspended product refused gives licenses when it is retried after the renewal', async () => {
  const { cast, changeLicenses, emulator, give, outcomesOf, pool } = setup();
  emulator.actAsOtherAdmin('sku-suspended', { skuIds: [productIds.timesheets] });
  const scope = scopeOf({ kind: 'assign', pools: [pool] });
  const retry = async () =>
    outcomesOf(await walk(changeLicenses, [inputOf(cast.newcomer, give(pool))], scope));
  expect(await retry()).toMatchObject([{ kind: 'failed' }]);
  emulator.actAsOtherAdmin('sku-resumed', { skuIds: [productIds.timesheets] });
  expect(await retry()).toEqual([{ kind: 'done' }]);
});

test('who could not be read is neither given nor left out, and what was on its way stays open', async () => {
  const { adapter, cast, give, pool } = setup();
  const unread: LicensingAdapter = {
    ...adapter,
    readHoldings: (principals) =>
      Promise.resolve(principals.map((principal) => ({ principal, seats: [], isIncomplete: true }))),
  };
  const operation = createChangeLicenses({ licensing: unread, timeForChanges: () => 0 });
  const results = async (kind: 'assign' | 'remove', input: LicenseJobInput) => {
    const items = [false, true].map((wasStarted) => ({ input, before: { seats: [] }, wasStarted }));
    return operation.precheck?.(items, scopeOf({ kind, pools: [pool] }));
  };
  const left = ['unreadable', 'outcome-unknown'].map((reason) => ({
    kind: 'settled',
    outcome: { kind: 'failed', reason },
  }));
  expect(await results('remove', inputOf(cast.holder, { remove: [pool] }))).toEqual(left);
  expect(await results('assign', inputOf(cast.newcomer, give(pool)))).toEqual(left);
});

test('nobody is given a usage location', async () => {
  const { cast, changeLicenses, give, outcomesOf, pool, tenant } = setup();
  const scope = scopeOf({ kind: 'assign', pools: [pool] });
  const walked = await walk(changeLicenses, [inputOf(cast.homeless, give(pool))], scope);
  expect(outcomesOf(walked)).toMatchObject([{ kind: 'failed', reason: 'usage-location' }]);
  expect(tenant.user(cast.homeless.id)?.usageLocation).toBeNull();
});

test('the rest waits for want of a seat only where that was chosen', () => {
  const { changeLicenses } = setup();
  const shouldPauseAfter = (reason: 'no-licenses-available' | 'refused', stopsWithoutSeats: boolean) =>
    changeLicenses.shouldPauseAfter?.(
      { kind: 'failed', reason },
      scopeOf({ kind: 'assign', pools: [], stopsWithoutSeats }).header,
    );
  expect([
    shouldPauseAfter('no-licenses-available', true),
    shouldPauseAfter('no-licenses-available', false),
    shouldPauseAfter('refused', true),
  ]).toEqual([true, false, false]);
});

test('a stop before sending is told as nothing sent, and a refusal for want of rights is an outcome of the item', async () => {
  const { cast, changeLicenses, disturb, give, pool } = setup();
  const input = inputOf(cast.newcomer, give(pool));
  const terms = { kind: 'assign', pools: [pool] } as const;
  const stopped = changeLicenses.execute(input, {
    ...scopeOf(terms, { signal: AbortSignal.abort() }),
    ...noSteps,
  });
  await expect(stopped).rejects.toEqual(new AppError('cancelled'));
  disturb('forbidden');
  const outcome = await changeLicenses.execute(input, { ...scopeOf(terms), ...noSteps });
  expect(outcome).toMatchObject({ kind: 'failed', reason: 'forbidden' });
  expect(changeLicenses.rights?.isRefusal(outcome)).toBe(true);
});

test('a group is followed until Entra is through with its members, with the number that got nothing', async () => {
  const { cast, changeLicenses, give, lateReadings, emulator, outcomesOf, settle } = setup();
  const input = inputOf(cast.nestedGroup, give(cast.full));
  const scope = scopeOf({ kind: 'assign', pools: [cast.full] });
  const walked = await walk(changeLicenses, [input], scope);
  expect(outcomesOf(walked)).toEqual([{ kind: 'done', pending: true }]);
  expect(await changeLicenses.poll?.([input], scope)).toEqual([undefined]);
  settle();
  const shortfall = cast.nestedGroupMembers.filter(
    (id) => !emulator.writes.entries().some((entry) => entry.id === id && entry.effects.every(isWorking)),
  ).length;
  expect(shortfall).toBeGreaterThan(0);
  expect(await changeLicenses.poll?.([input], scope)).toEqual([{ kind: 'done', shortfall }]);

  // A reading of before shows the group complete, but not with this change.
  lateReadings();
  const removal = inputOf(cast.nestedGroup, { remove: [cast.full] });
  const taking = scopeOf({ kind: 'remove', pools: [cast.full] });
  await walk(changeLicenses, [removal], taking);
  settle();
  expect(await changeLicenses.poll?.([removal], taking)).toEqual([undefined]);
});

test('a group whose errors cannot be read is done, and said not to be known', async () => {
  const { cast, adapter, give, settle } = setup();
  const licensing: LicensingAdapter = {
    ...adapter,
    readGroupProgress: async (...asked) => ({
      ...(await adapter.readGroupProgress(...asked)),
      issues: undefined,
    }),
  };
  const changeLicenses = createChangeLicenses({ licensing, timeForChanges: (count) => count });
  const input = inputOf(cast.nestedGroup, give(cast.full));
  const scope = scopeOf({ kind: 'assign', pools: [cast.full] });
  await walk(changeLicenses, [input], scope);
  settle();
  expect(await changeLicenses.poll?.([input], scope)).toEqual([{ kind: 'done', isShortfallUnknown: true }]);
});

test('a group that was deleted meanwhile is followed no longer', async () => {
  const { cast, changeLicenses, give, pool } = setup();
  const gone = inputOf({ kind: 'group', id: cast.unknownPerson.id }, give(pool));
  expect(await changeLicenses.poll?.([gone], scopeOf({ kind: 'assign', pools: [pool] }))).toEqual([
    { kind: 'failed', reason: 'principal-not-found' },
  ]);
});

function isWorking(effect: { readonly what: string; readonly error?: string }): boolean {
  return effect.error === undefined;
}
