import type { Permissions } from '../../base/permissions';
import type { GroupComposition, Principal } from '../../base/principal';
import { evaluatePermission } from '../policy/evaluatePermission';
import type { ProductKey } from '../keys';
import { defaultPool, directPools } from '../pools';
import type { Holding, OwnedProduct, PoolRef, Seat } from '../types';

/** A group that gives a person the product, and what else it gives. */
export interface GivingGroup {
  readonly groupId: string;
  /** Undefined where the group's name may not be read. */
  readonly groupName: string | undefined;
  /** Other products that the person has through the same group, lost as well by leaving it. */
  readonly otherProducts: readonly ProductKey[];
}

/** Consequence of removing the product from one principal. Only the kinds with `isSent: true` are sent. */
export type RemovalConsequence =
  /** The direct seat goes back to the tenant. */
  | { readonly kind: 'frees-seat'; readonly isSent: true }
  /** The direct path goes, and the person keeps the seat through groups. */
  | { readonly kind: 'keeps-through-group'; readonly isSent: true; readonly groups: readonly GivingGroup[] }
  /** The group stops giving the product; `directUsers` members lose this path, where the number is known. */
  | { readonly kind: 'members-lose'; readonly isSent: true; readonly directUsers: number | undefined }
  /** It comes from groups alone, so only leaving them takes it away (Graph refuses a direct removal). */
  | { readonly kind: 'stays-inherited'; readonly isSent: false; readonly groups: readonly GivingGroup[] }
  | { readonly kind: 'nothing-held'; readonly isSent: false }
  /** The signed-in person's role does not cover this principal. */
  | { readonly kind: 'not-permitted'; readonly isSent: false };

/** A selected principal and the consequence of the removal for it. */
export interface RemovalLine {
  readonly principal: Principal;
  readonly consequence: RemovalConsequence;
  /** Pools of the product that the removal is about: those held directly, or the default one where none is. */
  readonly pools: readonly PoolRef[];
}

/** Facts that decide the consequence of a removal. */
export interface RemovalInput extends Omit<Permissions, 'canManageGroups'> {
  readonly principal: Principal;
  /** Seats of all products that the principal holds now. */
  readonly holding: Holding;
  readonly product: OwnedProduct;
  /** A group's members, where known. */
  readonly composition?: GroupComposition;
}

/** Previews the removal of a product from one principal. */
export function previewRemoval(input: RemovalInput): RemovalLine {
  const { principal, holding, product } = input;
  const pools = directPools(holding.seats, product.key, defaultPool(product));
  return { principal, pools, consequence: consequenceOf(input) };
}

function consequenceOf(input: RemovalInput): RemovalConsequence {
  const { principal, holding, product } = input;
  const seats = holding.seats.filter((seat) => seat.product === product.key);
  if (seats.length === 0) return { kind: 'nothing-held', isSent: false };
  if (evaluatePermission(input, { kind: 'change-licenses-of', principal }))
    return { kind: 'not-permitted', isSent: false };
  if (principal.kind === 'group') {
    return { kind: 'members-lose', isSent: true, directUsers: input.composition?.directUsers };
  }
  if (!seats.some(({ path }) => path.kind === 'direct')) {
    return { kind: 'stays-inherited', isSent: false, groups: givingGroups(seats, holding) };
  }
  const groups = givingGroups(
    seats.filter(({ state }) => state !== 'error'),
    holding,
  );
  return groups.length > 0
    ? { kind: 'keeps-through-group', isSent: true, groups }
    : { kind: 'frees-seat', isSent: true };
}

function givingGroups(seats: readonly Seat[], { seats: all }: Holding): GivingGroup[] {
  return seats.flatMap(({ product, path }) => {
    if (path.kind === 'direct') return [];
    const otherProducts = all
      .filter(
        (seat) =>
          seat.product !== product && seat.path.kind === 'group' && seat.path.groupId === path.groupId,
      )
      .map((seat) => seat.product);
    return [{ groupId: path.groupId, groupName: path.groupName, otherProducts }];
  });
}
