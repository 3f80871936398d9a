import { isSamePool } from '../pools';
import type { PoolRef, SeatPath } from '../types';

/** Returns the seat of this pool that is assigned directly; undefined if there is none. */
export function directSeat<S extends PoolRef & { readonly path: SeatPath }>(
  seats: readonly S[],
  pool: PoolRef,
): S | undefined {
  return seats.find((seat) => isSamePool(seat, pool) && seat.path.kind === 'direct');
}
