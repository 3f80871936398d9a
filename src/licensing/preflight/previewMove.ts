import type { Outcome } from '../../base/outcome';
import type { Permissions } from '../../base/permissions';
import type { Principal } from '../../base/principal';
import { predictOutcome } from '../changes/predictOutcome';
import { evaluatePermission } from '../policy/evaluatePermission';
import type { ProductKey } from '../keys';
import { defaultPool, directPools, seatsToGive } from '../pools';
import type { Change, Holding, LicensingCode, OwnedProduct, Seat, SeatPath } from '../types';
import type { PreflightLine } from './preflight';

/** One thing known of a line of a move before anything is sent. */
export type MoveFinding =
  /** Gets a seat of the new product and gives the old one back. */
  | { readonly kind: 'moves' }
  /** Has the new product already and keeps it as it is; only the old one is taken. */
  | { readonly kind: 'has-target'; readonly paths: readonly SeatPath[] }
  /** Besides the direct seat of the old product there are groups that give it, and those go on. */
  | { readonly kind: 'keeps-through-group'; readonly paths: readonly SeatPath[] }
  /** The old product comes from groups alone, and only leaving them takes it. */
  | { readonly kind: 'source-inherited'; readonly paths: readonly SeatPath[] }
  | { readonly kind: 'source-not-held' }
  | { readonly kind: 'usage-location-missing' }
  | { readonly kind: 'blocked-account' }
  | { readonly kind: 'guest' }
  /** From this line on no seat of the new product is left. */
  | { readonly kind: 'no-seat-left' }
  | { readonly kind: 'group-not-licensable' }
  | { readonly kind: 'not-permitted' };

/** What a line of a move comes to. */
export interface MoveLine {
  readonly principal: Principal;
  readonly findings: readonly MoveFinding[];
  readonly verdict: PreflightLine['verdict'];
  /** One call that gives and removes, so that a person always has a seat. */
  readonly change: Change;
  /** Set where nothing is sent. */
  readonly outcome?: Outcome<LicensingCode>;
}

/** Preview of a whole move. */
export interface MovePreflight {
  readonly lines: readonly MoveLine[];
  /** Seats of the new product that people ask for, lines stopped only for want of one included; groups are not counted. */
  readonly seatsNeeded: number;
  readonly seatsAvailable: number;
  /** `seatsNeeded - seatsAvailable`, at least 0. */
  readonly seatsMissing: number;
}

/** What is known when a move is previewed. */
export interface MoveInput extends Omit<Permissions, 'canManageGroups'> {
  /** The product that is removed, where it is held directly. */
  readonly from: OwnedProduct;
  /** The product that people get. */
  readonly target: OwnedProduct;
  /** Apps of the target that are off for those who get it; those who have it already keep theirs. */
  readonly disabledPlanIds: readonly string[];
  /** In the order in which they will be sent, each once. */
  readonly principals: readonly Principal[];
  /** What they hold now of both products, in any order; a missing one holds nothing. */
  readonly holdings: readonly Holding[];
}

/**
 * Previews a move before anything is sent, line by line in the order of sending. Plans of other products that conflict are
 * not known beforehand (Graph does not publish which do); such a person ends as `conflicting-plans` and keeps the old product.
 */
export function previewMove(input: MoveInput): MovePreflight {
  const holdings = new Map(input.holdings.map((holding) => [holding.principal.id, holding.seats]));
  const seatsAvailable = Math.max(0, seatsToGive(input.target));
  let seatsNeeded = 0;
  const lines = input.principals.map((principal) => {
    const seats = holdings.get(principal.id) ?? [];
    const previewed = previewLine(principal, seats, input, seatsAvailable - seatsNeeded);
    seatsNeeded += previewed.seats;
    return previewed.line;
  });
  return { lines, seatsNeeded, seatsAvailable, seatsMissing: Math.max(0, seatsNeeded - seatsAvailable) };
}

interface PreviewedLine {
  readonly line: MoveLine;
  readonly seats: number;
}

function previewLine(
  principal: Principal,
  seats: readonly Seat[],
  input: MoveInput,
  seatsLeft: number,
): PreviewedLine {
  const { from, disabledPlanIds } = input;
  const { kind, id } = principal;
  const change = {
    principal: { kind, id },
    add: [{ ...defaultPool(input.target), disabledPlanIds }],
    remove: directPools(seats, from.key, defaultPool(from)),
  };
  const target = workingPaths(seats, input.target.key);
  const held = heldFindings(seats, from.key, target);
  const unsent = (findings: readonly MoveFinding[], outcome: Outcome<LicensingCode>): MoveLine => {
    const verdict = outcome.kind === 'skipped' ? 'skip' : 'stop';
    return { principal, findings, verdict, change, outcome };
  };
  const isOfMove = ({ product }: Seat): boolean => product === from.key || product === input.target.key;
  const prediction = predictOutcome('move', change, seats.filter(isOfMove));
  if (prediction.kind === 'settled') return { line: unsent(held, prediction.outcome), seats: 0 };
  const isGiven = target.length === 0;
  const stop = stopOf(principal, isGiven, input);
  if (stop) return { line: unsent([stop.finding, ...held], stop.outcome), seats: 0 };

  const risks = risksOf(principal);
  const seatsAsked = principal.kind === 'user' && isGiven ? 1 : 0;
  if (seatsAsked > seatsLeft) {
    const findings: MoveFinding[] = [{ kind: 'no-seat-left' }, ...held, ...risks];
    return { line: unsent(findings, { kind: 'failed', reason: 'no-seats' }), seats: seatsAsked };
  }
  const findings: MoveFinding[] = isGiven ? [{ kind: 'moves' }, ...held, ...risks] : [...held, ...risks];
  const verdict = risks.length > 0 ? 'risk' : 'send';
  return { line: { principal, findings, verdict, change }, seats: seatsAsked };
}

function heldFindings(
  seats: readonly Seat[],
  from: ProductKey,
  target: readonly SeatPath[],
): readonly MoveFinding[] {
  const findings: MoveFinding[] = target.length > 0 ? [{ kind: 'has-target', paths: target }] : [];
  const groups = workingPaths(seats, from).filter(({ kind }) => kind === 'group');
  const isDirect = seats.some(({ product, path }) => product === from && path.kind === 'direct');
  if (groups.length > 0)
    findings.push({ kind: isDirect ? 'keeps-through-group' : 'source-inherited', paths: groups });
  else if (!isDirect) findings.push({ kind: 'source-not-held' });
  return findings;
}

function workingPaths(seats: readonly Seat[], product: ProductKey): SeatPath[] {
  return seats.flatMap((seat) => (seat.product === product && seat.state !== 'error' ? [seat.path] : []));
}

interface Stop {
  readonly finding: MoveFinding;
  readonly outcome: Outcome<LicensingCode>;
}

/** `isGiven`: the new product is to be given, which needs more than removing the old one. */
function stopOf(principal: Principal, isGiven: boolean, input: MoveInput): Stop | undefined {
  if (evaluatePermission(input, { kind: 'change-licenses-of', principal })) return stop('not-permitted');
  if (principal.kind === 'user')
    return isGiven && principal.usageLocation === undefined ? stop('usage-location-missing') : undefined;
  return principal.isSecurityEnabled ? undefined : stop('group-not-licensable');
}

function stop(kind: 'not-permitted' | 'group-not-licensable' | 'usage-location-missing'): Stop {
  const reason = kind === 'usage-location-missing' ? 'usage-location' : kind;
  return { finding: { kind }, outcome: { kind: 'failed', reason } };
}

function risksOf(principal: Principal): MoveFinding[] {
  if (principal.kind === 'group') return [];
  return [
    ...(principal.isBlocked ? [{ kind: 'blocked-account' } as const] : []),
    ...(principal.isGuest ? [{ kind: 'guest' } as const] : []),
  ];
}
