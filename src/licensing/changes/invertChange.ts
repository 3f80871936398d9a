import { isSamePool } from '../pools';
import type { Change, HeldLicense, PoolRef, Seat } from '../types';
import { isSameSet } from './isSameSet';

/**
 * Returns the change that restores what a principal held directly `before` this one, from the same pools and with the apps
 * that were off. Undefined if nothing changed, or if the apps that were off are not known (`isIncomplete`), since they would
 * all be switched on. It cannot restore seats of a group, nor data that the vendor deleted meanwhile.
 */
export function invertChange(
  change: Change,
  before: { readonly seats: readonly (HeldLicense & Pick<Seat, 'isIncomplete'>)[] },
): Change | undefined {
  const heldBefore = (pool: PoolRef) => before.seats.find((seat) => isSamePool(seat, pool));
  const remove = change.add
    .filter((license) => !heldBefore(license))
    .map(({ product, pool }) => ({ product, pool }));
  const replaced = change.add.flatMap((license) => {
    const held = heldBefore(license);
    return held && !isSameSet(held.disabledPlanIds, license.disabledPlanIds) ? [held] : [];
  });
  const taken = change.remove.flatMap((pool) => heldBefore(pool) ?? []);
  const restored = [...replaced, ...taken];
  if (restored.some(({ isIncomplete }) => isIncomplete)) return undefined;
  const add = restored.map(({ product, pool, disabledPlanIds }) => ({
    product,
    pool,
    disabledPlanIds,
  }));
  if (add.length === 0 && remove.length === 0) return undefined;
  return { principal: change.principal, add, remove };
}
