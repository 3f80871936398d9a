import * as fc from 'fast-check';
import { doubleSeats } from '../../../src/licensing/changes/doubleSeats';
import { isSatisfied } from '../../../src/licensing/changes/isSatisfied';
import { invertChange } from '../../../src/licensing/changes/invertChange';
import { undoLimits } from '../../../src/license-jobs/undoLimits';
import type { Change, Seat } from '../../../src/licensing/types';
import { groupSeat, guid, ref, refOf, seat, skuId } from '../support/samples';

const principal = { kind: 'user', id: guid(1) } as const;
const other = guid(901);
const [planA, planB] = [guid(1001), guid(1002)];

function change(add: Record<string, readonly string[]>, remove: readonly string[] = []): Change {
  return {
    principal,
    add: Object.entries(add).map(([id, disabledPlanIds]) => ({ ...refOf(id), disabledPlanIds })),
    remove: remove.map(refOf),
  };
}

test('a goal is held with just these apps off, in any order, and nothing of the removed', () => {
  const held = seat({ disabledPlanIds: [planB, planA] });
  expect(isSatisfied(change({ [skuId]: [planA, planB] }), [held])).toBe(true);
  expect(isSatisfied(change({ [skuId]: [planA] }), [held])).toBe(false);
  expect(isSatisfied(change({}, [skuId]), [held])).toBe(false);
  expect(isSatisfied(change({}, [other]), [held])).toBe(true);
});

test('what a group gives, and what is in error, is no direct license', () => {
  expect(isSatisfied(change({ [skuId]: [] }), [groupSeat(5)])).toBe(false);
  expect(isSatisfied(change({}, [skuId]), [groupSeat(5)])).toBe(true);
  expect(isSatisfied(change({ [skuId]: [] }), [seat({ state: 'error' })])).toBe(false);
});

test('an undo gives back what was taken with the apps that were off, and takes what was given', () => {
  const before = { seats: [{ ...ref, disabledPlanIds: [planA] }] };
  expect(invertChange(change({ [other]: [] }, [skuId]), before)).toEqual(
    change({ [skuId]: [planA] }, [other]),
  );
  expect(invertChange(change({ [skuId]: [planB] }), before)).toEqual(change({ [skuId]: [planA] }));
});

test('an undo takes all that one change gave, and leaves what was there before', () => {
  const given = change({ [skuId]: [], [other]: [planA], [guid(902)]: [] });
  const before = { seats: [{ ...refOf(guid(902)), disabledPlanIds: [] }] };
  expect(invertChange(given, before)).toEqual(change({}, [skuId, other]));
});

test('there is nothing to undo where it was so before', () => {
  const before = { seats: [{ ...ref, disabledPlanIds: [planA, planB] }] };
  expect(invertChange(change({ [skuId]: [planB, planA] }), before)).toBeUndefined();
  expect(invertChange(change({}, [other]), before)).toBeUndefined();
});

test('a license whose apps could not be read is not given back with all of them on', () => {
  const before = { seats: [{ ...ref, disabledPlanIds: [], isIncomplete: true }] };
  expect(invertChange(change({}, [skuId]), before)).toBeUndefined();
  // The person would end without a license.
  expect(invertChange(change({ [other]: [] }, [skuId]), before)).toBeUndefined();
  expect(invertChange(change({ [other]: [] }), before)).toEqual(change({}, [other]));
});

/** Returns the seats after a change that the service accepts. */
function applied({ add, remove }: Change, seats: readonly Seat[]): Seat[] {
  const named = new Set([...add, ...remove].map((each) => each.product));
  const kept = seats.filter((each) => !named.has(each.product));
  return [...kept, ...add.map((each) => seat(each))];
}

test('a change and its undo together change nothing', () => {
  const plans = fc.uniqueArray(fc.constantFrom(planA, planB));
  const holding = fc.dictionary(fc.constantFrom(skuId, other, guid(902)), plans);
  const scenario = fc.record({
    held: holding,
    add: holding,
    remove: fc.uniqueArray(fc.constantFrom(skuId, other, guid(902))),
  });
  fc.assert(
    fc.property(scenario, ({ held, add, remove }) => {
      const seats = Object.entries(held).map(([id, off]) => seat({ ...refOf(id), disabledPlanIds: off }));
      const made = change(
        add,
        remove.filter((id) => held[id] && !add[id]),
      );
      const undo = invertChange(made, { seats });
      const after = undo ? applied(undo, applied(made, seats)) : applied(made, seats);
      const described = (all: readonly Seat[]) =>
        all.map((each) => `${each.pool} ${each.disabledPlanIds.toSorted().join()}`).toSorted();
      expect(described(after)).toEqual(described(seats));
    }),
  );
});

test('what an undo cannot bring back is said for each kind of job', () => {
  expect(undoLimits('replace-plans')).toEqual([]);
  expect(undoLimits('remove')).toContain('needs-free-seats');
  expect(undoLimits('through-group')).toContain('group-stays');
});

test('seats of one product from several pools are double, and those that no group gives can be freed', () => {
  const second = { product: ref.product, pool: refOf(other).pool };
  expect(doubleSeats([seat(), groupSeat(5)])).toEqual([]);
  expect(doubleSeats([seat(), seat(refOf(other))])).toEqual([]);
  expect(doubleSeats([seat(), seat({ ...second, state: 'error' })])).toEqual([]);
  expect(doubleSeats([seat(), seat({ ...second, state: 'unknown' })])).toEqual([]);
  const pools = [ref.pool, second.pool];
  expect(doubleSeats([seat(), seat(second)])).toEqual([{ product: ref.product, pools, removable: pools }]);
  // The group would go on giving the seat of the first pool.
  expect(doubleSeats([seat(), groupSeat(5), seat(second)])).toEqual([
    { product: ref.product, pools, removable: [second.pool] },
  ]);
});
