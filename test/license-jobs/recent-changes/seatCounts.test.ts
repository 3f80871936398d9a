import { createSeatCounts } from '../../../src/license-jobs/recent-changes/seatCounts';
import type { LicenseChange } from '../../../src/license-jobs/recent-changes/licenseChanges';
import { changesOf } from '../../../src/license-jobs/recent-changes/licenseChanges';
import type { LicenseJobBefore } from '../../../src/license-jobs/licenseJob';
import { toPlannedItem } from '../../../src/license-jobs/licenseJob';
import type { Pool } from '../../../src/licensing/types';
import { license, owned, ref, refOf, user } from '../../licensing/support/samples';

const second = { product: ref.product, pool: refOf(902).pool };
const poolOf = (key: Pool['key']): Pool => ({
  key,
  capability: 'enabled',
  seats: { total: 10, assigned: 5, available: 5 },
  subscriptions: [],
});
const product = owned({
  seats: { total: 20, assigned: 10, available: 10 },
  pools: [poolOf(ref.pool), poolOf(second.pool)],
});

function change(pool: LicenseChange['pool'], seats: number): LicenseChange {
  const { principal } = toPlannedItem(user(1), { add: [], remove: [] }).input;
  return { product: ref.product, pool, jobId: 'a', principal, disabledPlanIds: undefined, at: 100, seats };
}

test.each([
  ['one pool', [change(second.pool, -1)], [5, 4]],
  ['both pools', [change(ref.pool, 1), change(second.pool, -2)], [6, 3]],
] as const)(
  'seats that a reading does not show yet are counted in %s that gave or got them',
  (_name, changes, pools) => {
    const counts = createSeatCounts(() => 200);
    const counted = { changes, planned: [{ at: 0, assigned: 10 }], isGroupAtWork: false };
    const corrected = counts.correct(product, counted, 150);
    expect(corrected.pools.map(({ seats }) => seats.assigned)).toEqual(pools);
    expect(corrected.seats.assigned).toBe(pools[0] + pools[1]);
  },
);

test('a license of one pool frees a seat although a group gives one of another pool', () => {
  const seatsOf = (before: Partial<LicenseJobBefore>) => {
    const planned = toPlannedItem(user(1), { add: [], remove: [ref] });
    const item = {
      ...planned,
      progress: 'settled',
      before: { seats: [license()], ...before },
      outcome: { kind: 'done' },
      doneAt: 1,
    } as const;
    const items = { length: 1, at: () => item, [Symbol.iterator]: () => [item].values() };
    const header = {
      id: 'a',
      operation: 'change-licenses',
      subject: { kind: 'remove', products: [] },
      owner: { tenantId: 't', accountId: 'a', name: undefined },
      plannedAt: 0,
      size: 1,
      undoOf: undefined,
    } as const;
    return changesOf({ header, items }).changes.map(({ seats }) => seats);
  };
  expect(seatsOf({ inheritedPools: [second.pool] })).toEqual([-1]);
  expect(seatsOf({ inheritedPools: [ref.pool] })).toEqual([0]);
  // As earlier versions kept it.
  expect(seatsOf({ inherited: [ref.product] })).toEqual([0]);
});
