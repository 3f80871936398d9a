import type { Change, Seat } from '../types';
import { isSameSet } from './isSameSet';

/**
 * The change that brings back what a principal held directly `before` this one, with the apps that were switched off.
 * Undefined where nothing is to be brought back: everything was so before. What a group gives, and what the vendor
 * deleted meanwhile, is beyond it.
 */
export function invertChange(
  change: Change,
  before: { readonly seats: readonly Pick<Seat, 'skuId' | 'disabledPlanIds'>[] },
): Change | undefined {
  const heldBefore = (skuId: string) => before.seats.find((seat) => seat.skuId === skuId);
  const remove = change.add.map(({ skuId }) => skuId).filter((skuId) => !heldBefore(skuId));
  const replaced = change.add.flatMap(({ skuId, disabledPlanIds }) => {
    const held = heldBefore(skuId);
    return held && !isSameSet(held.disabledPlanIds, disabledPlanIds) ? [held] : [];
  });
  const taken = change.remove.flatMap((skuId) => heldBefore(skuId) ?? []);
  const add = [...replaced, ...taken].map(({ skuId, disabledPlanIds }) => ({ skuId, disabledPlanIds }));
  if (add.length === 0 && remove.length === 0) return undefined;
  return { principal: change.principal, add, remove };
}
