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

/** Whether the list can go through a group: `groups-in-list` since members of nested groups get nothing. */
export function judgeGroupOffer(lines: readonly PreflightLine[]): 'none' | 'offered' | 'groups-in-list' {
  const sent = lines.filter(isSent);
  const users = sent.filter(({ principal }) => principal.kind === 'user').length;
  if (users < groupOfferedFrom) return 'none';
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
