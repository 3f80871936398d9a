import type { PrincipalRef } from '../../../src/base/principal';
import type { Change, LicensingCode, PoolRef } from '../../../src/licensing/types';
import { license } from '../../licensing/support/samples';
import { processingOf } from './licensingReads';
import type { Disturbance, LicensingCast, LicensingWorld } from './licensingWorld';

/** Gives a license of a pool. */
export function assign(
  principal: PrincipalRef,
  pool: PoolRef,
  disabledPlanIds: readonly string[] = [],
): Change {
  return { principal, add: [license(pool, ...disabledPlanIds)], remove: [] };
}

/** Removes a license of a pool. */
export function unassign(principal: PrincipalRef, pool: PoolRef): Change {
  return { principal, add: [], remove: [pool] };
}

/** Requirements for changes of every adapter: the outcome is true of the service. */
export function describeWrites(world: () => LicensingWorld): void {
  test('a license is given directly, and takes one seat', async () => {
    const { adapter, cast, paths, holders } = world();
    const before = holders(cast.plain.product).length;
    await expect(adapter.apply(assign(cast.newcomer, cast.plain))).resolves.toMatchObject({ kind: 'done' });
    expect(paths(cast.newcomer.id, cast.plain.product)).toEqual(['direct']);
    expect(holders(cast.plain.product)).toHaveLength(before + 1);
  });

  test('giving it again takes no second seat, and sets the plans', async () => {
    const { adapter, cast, holders } = world();
    const plans = [cast.groupedPlan];
    const held = async (): Promise<(readonly string[])[]> => {
      const [holding] = await adapter.readHoldings([cast.newcomer]);
      return (holding?.seats ?? []).map(({ disabledPlanIds }) => disabledPlanIds);
    };
    await adapter.apply(assign(cast.newcomer, cast.grouped, plans));
    expect(await held()).toEqual([plans]);
    const before = holders(cast.grouped.product).length;
    await expect(adapter.apply(assign(cast.newcomer, cast.grouped))).resolves.toMatchObject({ kind: 'done' });
    expect(await held()).toEqual([[]]);
    expect(holders(cast.grouped.product)).toHaveLength(before);
  });

  test('a license is taken, and its seat is free again', async () => {
    const { adapter, cast, holders } = world();
    await expect(adapter.apply(unassign(cast.holder, cast.plain))).resolves.toMatchObject({ kind: 'done' });
    expect(holders(cast.plain.product)).not.toContain(cast.holder.id);
  });

  test('taking what is not there is already so', async () => {
    const { adapter, cast } = world();
    const outcome = await adapter.apply(unassign(cast.newcomer, cast.plain));
    expect(outcome).toEqual({ kind: 'skipped', reason: 'no-change' });
  });

  test('an inherited license is not taken', async () => {
    const { adapter, cast, paths } = world();
    const outcome = await adapter.apply(unassign(cast.inheritor, cast.grouped));
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'inherited' });
    expect(paths(cast.inheritor.id, cast.grouped.product)).toEqual([cast.givingGroup.id]);
  });

  test('taking the direct path leaves the one through a group', async () => {
    const { adapter, cast, paths } = world();
    await expect(adapter.apply(unassign(cast.twice, cast.grouped))).resolves.toMatchObject({ kind: 'done' });
    expect(paths(cast.twice.id, cast.grouped.product)).toEqual([cast.givingGroup.id]);
  });

  test('a move gives and takes in one change', async () => {
    const { adapter, cast, paths } = world();
    const move = { ...assign(cast.holder, cast.other), remove: [cast.plain] };
    await expect(adapter.apply(move)).resolves.toMatchObject({ kind: 'done' });
    expect(paths(cast.holder.id, cast.other.product)).toEqual(['direct']);
    expect(paths(cast.holder.id, cast.plain.product)).toEqual([]);
  });

  test.each<[LicensingCode, (cast: LicensingCast) => Change]>([
    ['no-licenses-available', (cast) => assign(cast.newcomer, cast.full)],
    ['usage-location', (cast) => assign(cast.homeless, cast.plain)],
    ['usage-location', (cast) => assign(cast.expatriate, cast.prohibited)],
    ['product-not-owned', (cast) => assign(cast.newcomer, cast.unowned)],
    ['product-not-owned', (cast) => assign(cast.newcomer, cast.foreign)],
    [
      'product-not-owned',
      (cast) => ({ principal: cast.newcomer, add: [license(cast.plain), license(cast.foreign)], remove: [] }),
    ],
    ['product-not-owned', (cast) => ({ ...assign(cast.newcomer, cast.plain), remove: [cast.foreign] })],
    [
      'product-not-owned',
      (cast) => assign(cast.newcomer, { product: cast.plain.product, pool: cast.other.pool }),
    ],
    ['conflicting-plans', (cast) => assign(cast.conflicted, cast.conflicting)],
    ['missing-plans', (cast) => assign(cast.newcomer, cast.dependent)],
    ['principal-not-found', (cast) => assign(cast.unknownPerson, cast.plain)],
    ['group-not-licensable', (cast) => assign(cast.mailList, cast.plain)],
  ])('a change that the service refuses as %s changes nothing', async (reason, changeOf) => {
    const { adapter, cast, paths } = world();
    const change = changeOf(cast);
    await expect(adapter.apply(change)).resolves.toMatchObject({ kind: 'failed', reason });
    for (const { product } of change.add) expect(paths(change.principal.id, product)).toEqual([]);
  });

  test('an account that may only read changes nothing, and each refusal is an outcome', async () => {
    const { readerAdapter, cast, paths } = world();
    const change = assign(cast.newcomer, cast.plain);
    await expect(readerAdapter.apply(change)).resolves.toMatchObject({ kind: 'failed', reason: 'forbidden' });
    expect(paths(cast.newcomer.id, cast.plain.product)).toEqual([]);
  });

  test('a group is accepted at once, and its own members get it later', async () => {
    const { adapter, cast, holders, settle } = world();
    const before = holders(cast.grouped.product);
    const outcome = await adapter.apply(assign(cast.nestedGroup, cast.grouped));
    expect(outcome).toMatchObject({ kind: 'done', pending: true });
    const stateOf = async (): Promise<string | undefined> =>
      (await adapter.listGroups(cast.grouped.product)).find(({ group }) => group.id === cast.nestedGroup.id)
        ?.processing;
    expect(await stateOf()).not.toBe('complete');
    expect(holders(cast.grouped.product)).toEqual(before);

    settle();
    expect(await stateOf()).toBe(processingOf(world()));
    expect(new Set(holders(cast.grouped.product))).toEqual(new Set([...before, ...cast.nestedGroupMembers]));
  });

  test('what a group no longer carries, its members lose', async () => {
    const { adapter, cast, paths, settle } = world();
    const outcome = await adapter.apply(unassign(cast.givingGroup, cast.grouped));
    expect(outcome).toMatchObject({ kind: 'done', pending: true });
    settle();
    expect(paths(cast.inheritor.id, cast.grouped.product)).toEqual([]);
    expect(paths(cast.twice.id, cast.grouped.product)).toEqual(['direct']);
  });

  test('an answer may be lost after the service acted, and it is done all the same', async () => {
    const { adapter, cast, disturb, paths } = world();
    disturb('lost-answer');
    await expect(adapter.apply(assign(cast.newcomer, cast.plain))).resolves.toMatchObject({ kind: 'done' });
    expect(paths(cast.newcomer.id, cast.plain.product)).toEqual(['direct']);
    await expect(adapter.apply(unassign(cast.holder, cast.plain))).resolves.toMatchObject({ kind: 'done' });
    expect(paths(cast.holder.id, cast.plain.product)).toEqual([]);
  });

  test('the answer of a group may be lost too, and its members get it all the same', async () => {
    const { adapter, cast, disturb, holders, settle } = world();
    disturb('lost-answer');
    const outcome = await adapter.apply(assign(cast.nestedGroup, cast.plain));
    expect(outcome).toMatchObject({ kind: 'done', pending: true });
    settle();
    expect(holders(cast.plain.product)).toEqual(expect.arrayContaining([...cast.nestedGroupMembers]));
  });

  test.each<[Disturbance, LicensingCode]>([
    ['lost-request', 'outcome-unknown'],
    ['broken', 'outcome-unknown'],
    ['busy-for-ever', 'concurrent-change'],
  ])('when changes end as %s nothing is done, and it is told as %s', async (disturbance, reason) => {
    const { adapter, cast, disturb, paths } = world();
    disturb(disturbance);
    const given = await adapter.apply(assign(cast.newcomer, cast.plain));
    expect(given).toMatchObject({ kind: 'failed', reason });
    expect(paths(cast.newcomer.id, cast.plain.product)).toEqual([]);
    const taken = await adapter.apply(unassign(cast.holder, cast.plain));
    expect(taken).toMatchObject({ kind: 'failed', reason });
    expect(paths(cast.holder.id, cast.plain.product)).toEqual(['direct']);
  });

  test('another change under way is waited out', async () => {
    const { adapter, cast, disturb, paths } = world();
    disturb('busy-for-a-while');
    await expect(adapter.apply(assign(cast.newcomer, cast.plain))).resolves.toMatchObject({ kind: 'done' });
    expect(paths(cast.newcomer.id, cast.plain.product)).toEqual(['direct']);
  });

  test('a change that was stopped before it went out is cancelled', async () => {
    const { adapter, cast, paths } = world();
    const stopped = adapter.apply(assign(cast.newcomer, cast.plain), { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(paths(cast.newcomer.id, cast.plain.product)).toEqual([]);
  });

  test('a refusal for want of rights is the outcome of the person, and changes nothing', async () => {
    const { adapter, cast, disturb, paths } = world();
    disturb('forbidden');
    const change = assign(cast.newcomer, cast.plain);
    await expect(adapter.apply(change)).resolves.toMatchObject({ kind: 'failed', reason: 'forbidden' });
    expect(paths(cast.newcomer.id, cast.plain.product)).toEqual([]);
  });
}
