import type { Seat, SeatPath } from '../types';

/** The seat of the SKU that was given to this principal itself; undefined where there is none. */
export function directSeat<S extends { readonly skuId: string; readonly path: SeatPath }>(
  seats: readonly S[],
  skuId: Seat['skuId'],
): S | undefined {
  return seats.find((seat) => seat.skuId === skuId && seat.path.kind === 'direct');
}
