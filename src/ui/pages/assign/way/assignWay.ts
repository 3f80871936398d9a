import type { GroupPrincipal, Principal } from '../../../../base/principal';
import type { PreflightLine } from '../../../../licensing/preflight';
import { unsuitability } from '../../../../licensing/unsuitability';
import { isSent } from '../isSent';

/** How the people in the list come to their seats. */
export type AssignWay =
  | { readonly kind: 'direct' }
  /** Through a group that is made for it. */
  | { readonly kind: 'new-group'; readonly name: string }
  | { readonly kind: 'existing-group'; readonly group: GroupPrincipal | undefined };

/** From how many people on a group is offered. */
export const groupOfferedFrom = 500;

/** Longest name of a group that Entra takes (Graph: group, displayName). */
export const longestGroupName = 256;

/** Whether a list can go through a group, and what keeps it from it. */
export type GroupOffer =
  /** Too few people. */
  | 'none'
  | 'offered'
  /** Members of nested groups get nothing. */
  | 'groups-in-list'
  /** A group gives everyone in it all that it carries, and who has one of the products would come by it twice. */
  | 'several-products';

/** Whether the list, of those who are to get so many products, can go through a group. */
export function judgeGroupOffer(lines: readonly PreflightLine[], products: number): GroupOffer {
  const sent = lines.filter(isSent);
  const users = sent.filter(({ principal }) => principal.kind === 'user').length;
  if (users < groupOfferedFrom) return 'none';
  if (products > 1) return 'several-products';
  return users === sent.length ? 'offered' : 'groups-in-list';
}

/** Whether a way is complete, so that it can be gone. */
export function isWayReady(way: AssignWay): boolean {
  switch (way.kind) {
    case 'direct':
      return true;
    case 'new-group':
      return way.name.trim() !== '';
    case 'existing-group':
      return way.group !== undefined && unsuitability(way.group) === undefined;
  }
}

/** Whether a principal is a group. */
export function isGroup(principal: Principal): principal is GroupPrincipal {
  return principal.kind === 'group';
}
