import type { ProductKey } from '../keys';
import type { Holding, Seat } from '../types';

/** True for a path that gives its person a seat for sure: one in error gives none, and one of unknown state may give none. */
export function isWorking({ state }: Pick<Seat, 'state'>): boolean {
  return state !== 'error' && state !== 'unknown';
}

/** True for a path that gives its person a seat, or may give one, since its state is not known. */
export function isPossiblyWorking({ state }: Pick<Seat, 'state'>): boolean {
  return state !== 'error';
}

/**
 * True if a principal has a seat of the product by any path; undefined where that is not known, since the state of a path
 * is unknown or paths could not be read.
 */
export function hasSeat(
  { seats, isIncomplete = false }: Pick<Holding, 'seats' | 'isIncomplete'>,
  product: ProductKey,
): boolean | undefined {
  const own = seats.filter((seat) => seat.product === product);
  if (own.some(isWorking)) return true;
  return isIncomplete || own.some(isPossiblyWorking) ? undefined : false;
}
