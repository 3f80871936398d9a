import type { PrincipalRef } from '../../../src/base/principal';
import type { Change, LicensingCode } from '../../../src/licensing/types';
import type { Disturbance, LicensingCast, LicensingWorld } from './licensingWorld';

/** Gives a SKU. */
export function assign(
  principal: PrincipalRef,
  skuId: string,
  disabledPlanIds: readonly string[] = [],
): Change {
  return { principal, add: [{ skuId, disabledPlanIds }], remove: [] };
}

/** Takes a SKU. */
export function unassign(principal: PrincipalRef, skuId: string): Change {
  return { principal, add: [], remove: [skuId] };
}

/** What every adapter's changes must hold to: the outcome told is the truth of the service. */
export function describeWrites(world: () => LicensingWorld): void {
  test('a license is given directly, and takes one seat', async () => {
    const { adapter, cast, paths, holders } = world();
    const before = holders(cast.plainSku).length;
    await expect(adapter.apply(assign(cast.newcomer, cast.plainSku))).resolves.toEqual({ kind: 'done' });
    expect(paths(cast.newcomer.id, cast.plainSku)).toEqual(['direct']);
    expect(holders(cast.plainSku)).toHaveLength(before + 1);
  });

  test('giving it again takes no second seat, and sets the plans anew', async () => {
    const { adapter, cast, holders } = world();
    const plans = [cast.groupSkuPlan];
    const held = async (): Promise<(readonly string[])[]> => {
      const [holding] = await adapter.readHoldings([cast.newcomer]);
      return (holding?.seats ?? []).map(({ disabledPlanIds }) => disabledPlanIds);
    };
    await adapter.apply(assign(cast.newcomer, cast.groupSku, plans));
    expect(await held()).toEqual([plans]);
    const before = holders(cast.groupSku).length;
    await expect(adapter.apply(assign(cast.newcomer, cast.groupSku))).resolves.toEqual({ kind: 'done' });
    expect(await held()).toEqual([[]]);
    expect(holders(cast.groupSku)).toHaveLength(before);
  });

  test('a license is taken, and its seat is free again', async () => {
    const { adapter, cast, holders } = world();
    await expect(adapter.apply(unassign(cast.holder, cast.plainSku))).resolves.toEqual({ kind: 'done' });
    expect(holders(cast.plainSku)).not.toContain(cast.holder.id);
  });

  test('taking what is not there is already so', async () => {
    const { adapter, cast } = world();
    const outcome = await adapter.apply(unassign(cast.newcomer, cast.plainSku));
    expect(outcome).toEqual({ kind: 'skipped', reason: 'already-so' });
  });

  test('an inherited license is not taken', async () => {
    const { adapter, cast, paths } = world();
    const outcome = await adapter.apply(unassign(cast.inheritor, cast.groupSku));
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'inherited' });
    expect(paths(cast.inheritor.id, cast.groupSku)).toEqual([cast.givingGroup.id]);
  });

  test('taking the direct path leaves the one through a group', async () => {
    const { adapter, cast, paths } = world();
    await expect(adapter.apply(unassign(cast.twice, cast.groupSku))).resolves.toEqual({ kind: 'done' });
    expect(paths(cast.twice.id, cast.groupSku)).toEqual([cast.givingGroup.id]);
  });

  test('a move gives and takes in one change', async () => {
    const { adapter, cast, paths } = world();
    const move = { ...assign(cast.holder, cast.otherSku), remove: [cast.plainSku] };
    await expect(adapter.apply(move)).resolves.toEqual({ kind: 'done' });
    expect(paths(cast.holder.id, cast.otherSku)).toEqual(['direct']);
    expect(paths(cast.holder.id, cast.plainSku)).toEqual([]);
  });

  test.each<[LicensingCode, (cast: LicensingCast) => Change]>([
    ['no-seats', (cast) => assign(cast.newcomer, cast.fullSku)],
    ['usage-location', (cast) => assign(cast.homeless, cast.plainSku)],
    ['usage-location', (cast) => assign(cast.expatriate, cast.prohibitedSku)],
    ['sku-not-owned', (cast) => assign(cast.newcomer, cast.unownedSku)],
    ['conflicting-plans', (cast) => assign(cast.rival, cast.rivalSku)],
    ['missing-plans', (cast) => assign(cast.newcomer, cast.dependentSku)],
    ['principal-not-found', (cast) => assign(cast.nobody, cast.plainSku)],
    ['group-not-licensable', (cast) => assign(cast.mailList, cast.plainSku)],
  ])('a change that the service refuses as %s changes nothing', async (reason, changeOf) => {
    const { adapter, cast, paths } = world();
    const change = changeOf(cast);
    await expect(adapter.apply(change)).resolves.toMatchObject({ kind: 'failed', reason });
    expect(paths(change.principal.id, change.add[0]?.skuId ?? '')).toEqual([]);
  });

  test('who may only read changes nothing, and is told so as what concerns the session', async () => {
    const { readerAdapter, cast, paths } = world();
    const change = assign(cast.newcomer, cast.plainSku);
    await expect(readerAdapter.apply(change)).rejects.toMatchObject({ code: 'forbidden' });
    expect(paths(cast.newcomer.id, cast.plainSku)).toEqual([]);
  });

  test('a group is accepted at once, and its own members get it later', async () => {
    const { adapter, cast, holders, settle } = world();
    const before = holders(cast.groupSku);
    const outcome = await adapter.apply(assign(cast.nestedGroup, cast.groupSku));
    expect(outcome).toEqual({ kind: 'done', pending: true });
    const stateOf = async (): Promise<string | undefined> =>
      (await adapter.listGroups(cast.groupSku)).find(({ group }) => group.id === cast.nestedGroup.id)
        ?.processing;
    expect(await stateOf()).not.toBe('complete');
    expect(holders(cast.groupSku)).toEqual(before);

    settle();
    expect(await stateOf()).toBe('complete');
    expect(new Set(holders(cast.groupSku))).toEqual(new Set([...before, ...cast.nestedGroupMembers]));
  });

  test('what a group no longer carries, its members lose', async () => {
    const { adapter, cast, paths, settle } = world();
    const outcome = await adapter.apply(unassign(cast.givingGroup, cast.groupSku));
    expect(outcome).toEqual({ kind: 'done', pending: true });
    settle();
    expect(paths(cast.inheritor.id, cast.groupSku)).toEqual([]);
    expect(paths(cast.twice.id, cast.groupSku)).toEqual(['direct']);
  });

  test('an answer may be lost after the service acted, and it is done all the same', async () => {
    const { adapter, cast, disturb, paths } = world();
    disturb('lost-answer');
    await expect(adapter.apply(assign(cast.newcomer, cast.plainSku))).resolves.toEqual({ kind: 'done' });
    expect(paths(cast.newcomer.id, cast.plainSku)).toEqual(['direct']);
    await expect(adapter.apply(unassign(cast.holder, cast.plainSku))).resolves.toEqual({ kind: 'done' });
    expect(paths(cast.holder.id, cast.plainSku)).toEqual([]);
  });

  test('the answer of a group may be lost too, and its members get it all the same', async () => {
    const { adapter, cast, disturb, holders, settle } = world();
    disturb('lost-answer');
    const outcome = await adapter.apply(assign(cast.nestedGroup, cast.plainSku));
    expect(outcome).toEqual({ kind: 'done', pending: true });
    settle();
    expect(holders(cast.plainSku)).toEqual(expect.arrayContaining([...cast.nestedGroupMembers]));
  });

  test.each<[Disturbance, LicensingCode]>([
    ['lost-request', 'outcome-unknown'],
    ['broken', 'outcome-unknown'],
    ['busy-for-ever', 'concurrent-change'],
  ])('when changes end as %s nothing is done, and it is told as %s', async (disturbance, reason) => {
    const { adapter, cast, disturb, paths } = world();
    disturb(disturbance);
    const given = await adapter.apply(assign(cast.newcomer, cast.plainSku));
    expect(given).toMatchObject({ kind: 'failed', reason });
    expect(paths(cast.newcomer.id, cast.plainSku)).toEqual([]);
    const taken = await adapter.apply(unassign(cast.holder, cast.plainSku));
    expect(taken).toMatchObject({ kind: 'failed', reason });
    expect(paths(cast.holder.id, cast.plainSku)).toEqual(['direct']);
  });

  test('another change under way is waited out', async () => {
    const { adapter, cast, disturb, paths } = world();
    disturb('busy-for-a-while');
    await expect(adapter.apply(assign(cast.newcomer, cast.plainSku))).resolves.toEqual({ kind: 'done' });
    expect(paths(cast.newcomer.id, cast.plainSku)).toEqual(['direct']);
  });

  test('a change that was stopped before it went out is cancelled', async () => {
    const { adapter, cast, paths } = world();
    const stopped = adapter.apply(assign(cast.newcomer, cast.plainSku), { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(paths(cast.newcomer.id, cast.plainSku)).toEqual([]);
  });

  test('a role that was taken away stops everything, and changes nothing', async () => {
    const { adapter, cast, disturb, paths } = world();
    disturb('forbidden');
    const change = assign(cast.newcomer, cast.plainSku);
    await expect(adapter.apply(change)).rejects.toMatchObject({ code: 'forbidden' });
    expect(paths(cast.newcomer.id, cast.plainSku)).toEqual([]);
  });
}
