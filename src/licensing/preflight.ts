import type { GroupPrincipal, Principal, UserPrincipal } from '../base/principal';
import type { Product } from './product';
import type { Holding, SeatPath } from './types';

/** One thing known of a line before anything is sent. */
export type PreflightFinding =
  | { readonly kind: 'gets-seat' }
  | { readonly kind: 'has-already'; readonly paths: readonly SeatPath[] }
  /** Holds it through a group; a direct license would be a second path to the same seat. */
  | { readonly kind: 'has-through-group'; readonly paths: readonly SeatPath[] }
  | { readonly kind: 'usage-location-missing' }
  | { readonly kind: 'blocked-account' }
  | { readonly kind: 'guest' }
  /** From this line on no seat is left. */
  | { readonly kind: 'no-seat-left' }
  | { readonly kind: 'group-members'; readonly directUsers: number; readonly nestedGroups: number }
  | { readonly kind: 'group-not-licensable' }
  | { readonly kind: 'role-assignable-group' }
  /** The signed-in person's role covers groups only. */
  | { readonly kind: 'not-permitted' };

/** What a line comes to. */
export interface PreflightLine {
  readonly principal: Principal;
  readonly findings: readonly PreflightFinding[];
  /**
   * `send`: will be sent. `skip`: nothing to do, is not sent. `stop`: the service would refuse; is not sent.
   * `risk`: is sent, and the service may refuse it.
   */
  readonly verdict: 'send' | 'risk' | 'skip' | 'stop';
}

/** The whole list, judged together. */
export interface Preflight {
  readonly lines: readonly PreflightLine[];
  /** Most seats that the list can take, lines stopped only for want of a seat included; groups count their direct members. */
  readonly seatsNeeded: number;
  readonly seatsAvailable: number;
  /** `seatsNeeded - seatsAvailable`, at least 0. */
  readonly seatsMissing: number;
}

/** What the signed-in person is offered, as the directory words it. */
export type Access = 'assign-to-all' | 'assign-to-groups' | 'read' | 'own-apps';

/** Who is in a group, as group-based licensing sees it: first level only. */
export interface GroupSize {
  readonly directUsers: number;
  readonly nestedGroups: number;
}

/** What is known when a list is judged. */
export interface PreflightQuestion {
  readonly product: Product;
  /** In the order in which they will be sent, each once. */
  readonly principals: readonly Principal[];
  /** What the principals hold now, in any order; a missing one holds nothing. */
  readonly holdings: readonly Holding[];
  /** Members of the groups in the list, by group id, as far as known. */
  readonly compositions: ReadonlyMap<string, GroupSize>;
  readonly access: Access;
  readonly canLicenseRoleAssignableGroups: boolean;
}

/**
 * Judges a list before anything is sent, line by line in the order of sending.
 * A person who holds the product through a group is skipped: a direct license would be a second path to the same seat.
 * A path in error counts as none, since it gives no seat.
 */
export function judgePreflight(question: PreflightQuestion): Preflight {
  // Most of a long list hold nothing.
  const holdings = new Map<string, Holding>();
  for (const holding of question.holdings) {
    if (holding.seats.length > 0) holdings.set(holding.principal.id, holding);
  }
  const seatsAvailable = Math.max(0, question.product.sku?.seats.available ?? 0);
  let seatsNeeded = 0;
  let seatsOfUsers = 0;
  const lines = question.principals.map((principal): PreflightLine => {
    const left: SeatsLeft = { atLeast: seatsAvailable - seatsNeeded, atMost: seatsAvailable - seatsOfUsers };
    const { findings, verdict, seats } = judgeLine(principal, holdings.get(principal.id), question, left);
    seatsNeeded += seats;
    if (principal.kind === 'user') seatsOfUsers += seats;
    return { principal, findings, verdict };
  });
  return {
    lines,
    seatsNeeded,
    seatsAvailable,
    seatsMissing: Math.max(0, seatsNeeded - seatsAvailable),
  };
}

/** Seats left at a line: a group before it may take one for each member, or none where all hold the product already. */
interface SeatsLeft {
  readonly atLeast: number;
  readonly atMost: number;
}

/** A line with the seats that it asks for. */
interface JudgedLine extends PreflightLine {
  readonly seats: number;
}

function judgeLine(
  principal: Principal,
  holding: Holding | undefined,
  question: PreflightQuestion,
  left: SeatsLeft,
): JudgedLine {
  const held = heldFindings(holding, question.product.sku?.skuId);
  if (held.length > 0) return { principal, findings: held, verdict: 'skip', seats: 0 };
  const stops = principal.kind === 'user' ? userStops(principal, question) : groupStops(principal, question);
  return principal.kind === 'user'
    ? judgeUser(principal, stops, left)
    : judgeGroup(principal, stops, question.compositions.get(principal.id), left.atLeast);
}

function heldFindings(holding: Holding | undefined, skuId: string | undefined): PreflightFinding[] {
  if (!holding) return [];
  const paths = holding.seats
    .filter((seat) => seat.skuId === skuId && seat.state !== 'error')
    .map(({ path }) => path);
  if (paths.length === 0) return [];
  const isDirect = paths.some(({ kind }) => kind === 'direct');
  return [{ kind: isDirect ? 'has-already' : 'has-through-group', paths }];
}

function userStops(user: UserPrincipal, { access }: PreflightQuestion): PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  if (access !== 'assign-to-all') findings.push({ kind: 'not-permitted' });
  if (user.usageLocation === undefined) findings.push({ kind: 'usage-location-missing' });
  return findings;
}

/** Entra: group-based licensing takes security-enabled groups only, and guards role-assignable ones. */
function groupStops(group: GroupPrincipal, question: PreflightQuestion): PreflightFinding[] {
  const findings: PreflightFinding[] = [];
  if (!group.isSecurityEnabled) findings.push({ kind: 'group-not-licensable' });
  if (group.isRoleAssignable) {
    if (!question.canLicenseRoleAssignableGroups) findings.push({ kind: 'role-assignable-group' });
  } else if (question.access !== 'assign-to-all' && question.access !== 'assign-to-groups') {
    findings.push({ kind: 'not-permitted' });
  }
  return findings;
}

function judgeUser(user: UserPrincipal, stops: readonly PreflightFinding[], left: SeatsLeft): JudgedLine {
  const risks: PreflightFinding[] = [];
  if (user.isBlocked) risks.push({ kind: 'blocked-account' });
  if (user.isGuest) risks.push({ kind: 'guest' });
  if (stops.length > 0) return { principal: user, findings: [...stops, ...risks], verdict: 'stop', seats: 0 };
  if (left.atLeast < 1) {
    // What a group takes is an estimate, and an estimate must not keep anyone from being sent.
    const verdict = left.atMost < 1 ? 'stop' : 'risk';
    return { principal: user, findings: [{ kind: 'no-seat-left' }, ...risks], verdict, seats: 1 };
  }
  const findings: PreflightFinding[] = [{ kind: 'gets-seat' }, ...risks];
  return { principal: user, findings, verdict: risks.length > 0 ? 'risk' : 'send', seats: 1 };
}

/** Entra takes a group of any size and serves its members as far as the seats go, so want of seats is a risk only. */
function judgeGroup(
  group: GroupPrincipal,
  stops: readonly PreflightFinding[],
  size: GroupSize | undefined,
  seatsLeft: number,
): JudgedLine {
  const members: PreflightFinding[] = size ? [{ kind: 'group-members', ...size }] : [];
  if (stops.length > 0)
    return { principal: group, findings: [...stops, ...members], verdict: 'stop', seats: 0 };
  const seats = size?.directUsers ?? 0;
  if (seats <= seatsLeft) return { principal: group, findings: members, verdict: 'send', seats };
  return { principal: group, findings: [...members, { kind: 'no-seat-left' }], verdict: 'risk', seats };
}
