import type { Change, Seat } from '../types';
import { directSeat } from './directSeat';
import { isSameSet } from './isSameSet';
import { isWorking } from './seatStates';

/** True if the seats already are as after the change: each license assigned directly with exactly these apps off, and none of the removed ones. */
export function isSatisfied(
  { add, remove }: Pick<Change, 'add' | 'remove'>,
  seats: readonly Seat[],
): boolean {
  return (
    remove.every((pool) => !directSeat(seats, pool)) &&
    add.every((license) => {
      const seat = directSeat(seats, license);
      return (
        seat !== undefined &&
        isWorking(seat) &&
        !seat.isIncomplete &&
        isSameSet(seat.disabledPlanIds, license.disabledPlanIds)
      );
    })
  );
}
