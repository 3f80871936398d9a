import type { Principal } from '../base/principal';
import type { Access, GroupSize } from './preflight';
import type { Holding, SeatPath } from './types';

/** A group that gives a person the product, and what else it gives. */
export interface GivingGroup {
  readonly groupId: string;
  /** Undefined where the group's name may not be read. */
  readonly groupName: string | undefined;
  /** Other SKUs that the person has through the same group, lost as well by leaving it. */
  readonly otherSkuIds: readonly string[];
}

/** What taking the product from one principal would do. Only the kinds with `isSent: true` are sent. */
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

/** What the judgement needs to know. */
export interface RemovalQuestion {
  readonly principal: Principal;
  /** What the principal holds now, of all SKUs. */
  readonly holding: Holding;
  readonly skuId: string;
  readonly access: Access;
  readonly canLicenseRoleAssignableGroups: boolean;
  /** A group's members, where known. */
  readonly composition?: GroupSize;
}

/** Says what removing the product from one principal would do. */
export function judgeRemoval(question: RemovalQuestion): RemovalConsequence {
  const { principal, holding, skuId } = question;
  const seats = holding.seats.filter((seat) => seat.skuId === skuId);
  if (seats.length === 0) return { kind: 'nothing-held', isSent: false };
  if (!isPermitted(question)) return { kind: 'not-permitted', isSent: false };
  if (principal.kind === 'group') {
    return { kind: 'members-lose', isSent: true, directUsers: question.composition?.directUsers };
  }
  if (!seats.some(({ path }) => path.kind === 'direct')) {
    return { kind: 'stays-inherited', isSent: false, groups: givingGroups(seats, question) };
  }
  const groups = givingGroups(
    seats.filter(({ state }) => state !== 'error'),
    question,
  );
  return groups.length > 0
    ? { kind: 'keeps-through-group', isSent: true, groups }
    : { kind: 'frees-seat', isSent: true };
}

function isPermitted({ principal, access, canLicenseRoleAssignableGroups }: RemovalQuestion): boolean {
  if (principal.kind === 'user') return access === 'assign-to-all';
  if (principal.isRoleAssignable) return canLicenseRoleAssignableGroups;
  return access === 'assign-to-all' || access === 'assign-to-groups';
}

function givingGroups(
  seats: readonly { readonly path: SeatPath }[],
  { holding, skuId }: RemovalQuestion,
): GivingGroup[] {
  return seats.flatMap(({ path }) => {
    if (path.kind === 'direct') return [];
    const otherSkuIds = holding.seats
      .filter(
        (seat) => seat.skuId !== skuId && seat.path.kind === 'group' && seat.path.groupId === path.groupId,
      )
      .map((seat) => seat.skuId);
    return [{ groupId: path.groupId, groupName: path.groupName, otherSkuIds }];
  });
}
