import type { GroupPrincipal, Principal } from '../../base/principal';
import { groupUnsuitability } from '../../licensing/policy/groupUnsuitability';
import { isSent, type PreflightLine } from '../../licensing/preflight/preflight';

/** Method by which the people in the list get their seats. */
export type AssignmentMethod =
  | { readonly kind: 'direct' }
  /** Through a group that the job creates. */
  | { readonly kind: 'new-group'; readonly name: string }
  | { readonly kind: 'existing-group'; readonly group: GroupPrincipal | undefined };

/** Smallest number of people for which a group is offered. */
const groupOfferedFrom = 500;

/** Longest name of a group, in characters (Graph: group, displayName). */
export const maxGroupNameLength = 256;

/** Availability of a group for a list, or the reason why there is none. */
export type GroupOffer =
  /** Too few people. */
  | 'none'
  | 'offered'
  /** Members of nested groups get nothing. */
  | 'groups-in-list'
  /** A group gives all members all its products, and people who have one of them would get it twice. */
  | 'several-products';

/** Evaluates whether a list that gets this number of products can go through a group. */
export function evaluateGroupOffer(lines: readonly PreflightLine[], products: number): GroupOffer {
  const groups = lines.some((line) => isSent(line) && line.principal.kind === 'group');
  if (countForGroup(lines) < groupOfferedFrom) return 'none';
  if (products > 1) return 'several-products';
  return groups ? 'groups-in-list' : 'offered';
}

/** Counts the people who can get a license through a group: those who are sent, and those whose license is only for groups. */
export function countForGroup(lines: readonly PreflightLine[]): number {
  return lines.filter(
    (line) =>
      line.principal.kind === 'user' && (isSent(line) || line.findings[0]?.kind === 'only-for-groups'),
  ).length;
}

/** True if everything that the method needs is chosen. */
export function isMethodReady(method: AssignmentMethod): boolean {
  switch (method.kind) {
    case 'direct':
      return true;
    case 'new-group':
      return method.name.trim() !== '';
    case 'existing-group':
      return method.group !== undefined && groupUnsuitability(method.group) === undefined;
  }
}

/** True for a group. */
export function isGroup(principal: Principal): principal is GroupPrincipal {
  return principal.kind === 'group';
}
