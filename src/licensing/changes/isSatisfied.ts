import type { Change, Seat } from '../types';
import { directSeat } from './directSeat';
import { isSameSet } from './isSameSet';

/** Whether these seats are what the change asks for: each given directly, with just these apps off, and none of the removed. */
export function isSatisfied(
  { add, remove }: Pick<Change, 'add' | 'remove'>,
  seats: readonly Seat[],
): boolean {
  return (
    remove.every((skuId) => !directSeat(seats, skuId)) &&
    add.every(({ skuId, disabledPlanIds }) => {
      const seat = directSeat(seats, skuId);
      return seat !== undefined && seat.state !== 'error' && isSameSet(seat.disabledPlanIds, disabledPlanIds);
    })
  );
}
