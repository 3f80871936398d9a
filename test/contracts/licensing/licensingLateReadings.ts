import type { Disturbance, LicensingWorld } from './licensingWorld';
import { assign, unassign } from './licensingWrites';

/** Requirements for changes of every adapter while reads show an older state: neither false failure nor false success. */
export function describeLateReadings(world: () => LicensingWorld): void {
  test('a change whose answer was lost, and which does not show, is done', async () => {
    const { adapter, cast, disturb, lateReadings, paths, holders } = world();
    const before = holders(cast.plain.product).length;
    lateReadings();
    disturb('lost-answer-once');
    await expect(adapter.apply(assign(cast.newcomer, cast.plain))).resolves.toMatchObject({ kind: 'done' });
    expect(paths(cast.newcomer.id, cast.plain.product)).toEqual(['direct']);
    expect(holders(cast.plain.product)).toHaveLength(before + 1);
    disturb('lost-answer-once');
    await expect(adapter.apply(unassign(cast.holder, cast.plain))).resolves.toMatchObject({ kind: 'done' });
    expect(paths(cast.holder.id, cast.plain.product)).toEqual([]);
  });

  test('a move whose answer was lost, and which does not show, gives and takes', async () => {
    const { adapter, cast, disturb, lateReadings, paths } = world();
    lateReadings();
    disturb('lost-answer-once');
    const move = { ...assign(cast.holder, cast.other), remove: [cast.plain] };
    await expect(adapter.apply(move)).resolves.toMatchObject({ kind: 'done' });
    expect(paths(cast.holder.id, cast.other.product)).toEqual(['direct']);
    expect(paths(cast.holder.id, cast.plain.product)).toEqual([]);
  });

  test('taking the direct path besides a group, unseen, is done', async () => {
    const { adapter, cast, disturb, lateReadings, paths } = world();
    lateReadings();
    disturb('lost-answer-once');
    await expect(adapter.apply(unassign(cast.twice, cast.grouped))).resolves.toMatchObject({ kind: 'done' });
    expect(paths(cast.twice.id, cast.grouped.product)).toEqual([cast.givingGroup.id]);
  });

  test('taking what went a moment ago, as after a crash, is done', async () => {
    const { adapter, cast, lateReadings, paths } = world();
    lateReadings();
    await adapter.apply(unassign(cast.holder, cast.plain));
    await expect(adapter.apply(unassign(cast.holder, cast.plain))).resolves.toMatchObject({ kind: 'done' });
    expect(paths(cast.holder.id, cast.plain.product)).toEqual([]);
  });

  test.each<[Disturbance, object]>([
    ['lost-request-once', { kind: 'done' }],
    ['lost-request', { kind: 'failed', reason: 'outcome-unknown' }],
  ])('a stale reading is no success where stale readings are ignored: %s', async (disturbance, end) => {
    const { adapter, cast, disturb, lateReadings, paths } = world();
    lateReadings();
    await adapter.apply(unassign(cast.holder, cast.plain));
    disturb(disturbance);
    const again = adapter.apply(assign(cast.holder, cast.plain), { ignoreStaleReads: true });
    await expect(again).resolves.toMatchObject(end);
    expect(paths(cast.holder.id, cast.plain.product).length > 0).toBe(disturbance === 'lost-request-once');
  });
}
