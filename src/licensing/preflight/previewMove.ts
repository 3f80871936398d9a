import type { Outcome } from '../../base/outcome';
import type { Permissions } from '../../base/permissions';
import type { GroupPrincipal, Principal } from '../../base/principal';
import { predictOutcome } from '../changes/predictOutcome';
import { evaluatePermission } from '../policy/evaluatePermission';
import type { ProductKey } from '../keys';
import { defaultPool, directPools, seatsToGive } from '../pools';
import type { Change, Holding, LicensingCode, OwnedProduct, Seat, SeatPath } from '../types';
import { unknownGroup, type GroupReading } from './groupReading';
import type { PreflightLine } from './preflight';

/** One thing known of a line of a move before anything is sent. */
export type MoveFinding =
  /**
   * Gets a seat of the new product and gives the direct one of the old product back. `hasTarget`: has the new product already
   * and keeps it as it is. `keptThrough`: groups that go on giving the old product.
   */
  | { readonly kind: 'moves'; readonly hasTarget: boolean; readonly keptThrough: readonly SeatPath[] }
  /** The group gives its members the new product in place of the old one. */
  | {
      readonly kind: 'group-moves';
      readonly directUsers: number;
      /** Members who get a seat of the new product, who have it already, and for whom no seat is left. */
      readonly gaining: number;
      readonly keeping: number;
      readonly lacking: number;
    }
  /** The group moves, and what its members hold is not known, or not even how many they are. */
  | { readonly kind: 'group-unread'; readonly directUsers: number | undefined }
  /** The old product comes from groups alone, and only leaving them takes it. */
  | { readonly kind: 'source-inherited'; readonly hasTarget: boolean; readonly paths: readonly SeatPath[] }
  | { readonly kind: 'source-not-held'; readonly hasTarget: boolean }
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
  /** Set where nothing is sent: skipped where it stays as it is, failed where something can be put right first. */
  readonly outcome?: Outcome<LicensingCode>;
}

/** Preview of a whole move. */
export interface MovePreflight {
  readonly lines: readonly MoveLine[];
  /** Seats of the new product, one a person, lines stopped only for want of one included; groups as far as they were read. */
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
  /** The groups among them by their id, as far as known. */
  readonly groups: ReadonlyMap<string, GroupReading>;
}

/**
 * Previews a move before anything is sent, line by line in the order of sending. Plans of other products that conflict are
 * not known beforehand (Graph does not publish which do); such a person ends as `conflicting-plans` and keeps the old product.
 */
export function previewMove(input: MoveInput): MovePreflight {
  const holdings = new Map(input.holdings.map((holding) => [holding.principal.id, holding.seats]));
  const seats: MoveSeats = {
    available: Math.max(0, seatsToGive(input.target)),
    needed: 0,
    taking: new Set(),
  };
  const lines = input.principals.map((principal) =>
    previewLine(principal, holdings.get(principal.id) ?? [], input, seats),
  );
  const { needed: seatsNeeded, available: seatsAvailable } = seats;
  return { lines, seatsNeeded, seatsAvailable, seatsMissing: Math.max(0, seatsNeeded - seatsAvailable) };
}

/** Seats of the new product while the lines are previewed. */
interface MoveSeats {
  readonly available: number;
  needed: number;
  /** Ids of those who are counted. */
  readonly taking: Set<string>;
}

function previewLine(
  principal: Principal,
  held: readonly Seat[],
  input: MoveInput,
  seats: MoveSeats,
): MoveLine {
  const { from, disabledPlanIds } = input;
  const { kind, id } = principal;
  const change = {
    principal: { kind, id },
    add: [{ ...defaultPool(input.target), disabledPlanIds }],
    remove: directPools(held, from.key, defaultPool(from)),
  };
  const hasTarget = held.some((seat) => seat.product === input.target.key && isWorking(seat));
  const unsent = (finding: MoveFinding, outcome: Outcome<LicensingCode>): MoveLine => {
    const verdict = outcome.kind === 'skipped' ? 'skip' : 'stop';
    return { principal, findings: [finding], verdict, change, outcome };
  };
  const isOfMove = ({ product }: Seat): boolean => product === from.key || product === input.target.key;
  const prediction = predictOutcome('move', change, held.filter(isOfMove));
  if (prediction.kind === 'settled') {
    const paths = groupPaths(held, from.key);
    return unsent(
      paths.length > 0
        ? { kind: 'source-inherited', hasTarget, paths }
        : { kind: 'source-not-held', hasTarget },
      prediction.outcome,
    );
  }
  const stop = stopOf(principal, !hasTarget, input);
  if (stop) return unsent(stop.finding, stop.outcome);
  if (principal.kind === 'user' && !hasTarget && !takeSeat(principal.id, seats))
    return unsent({ kind: 'no-seat-left' }, { kind: 'failed', reason: 'no-seats' });
  const keptThrough = groupPaths(held.filter(isWorking), from.key);
  const found: MoveFinding =
    principal.kind === 'group' && !hasTarget
      ? moveMembers(principal, input, seats)
      : { kind: 'moves', hasTarget, keptThrough };
  const risks = risksOf(principal);
  const isRisk =
    risks.length > 0 || found.kind === 'group-unread' || (found.kind === 'group-moves' && found.lacking > 0);
  return { principal, findings: [found, ...risks], verdict: isRisk ? 'risk' : 'send', change };
}

/** Counts somebody who needs a seat of the new product; false where none is left. */
function takeSeat(userId: string, seats: MoveSeats): boolean {
  const id = userId.toLowerCase();
  if (seats.taking.has(id)) return true;
  seats.needed += 1;
  if (seats.needed > seats.available) return false;
  seats.taking.add(id);
  return true;
}

/** Entra serves the members of a group as far as the seats go; who gets none loses the old product all the same. */
function moveMembers({ id }: GroupPrincipal, { groups, target }: MoveInput, seats: MoveSeats): MoveFinding {
  const { members, directUsers } = groups.get(id) ?? unknownGroup;
  if (!members) return { kind: 'group-unread', directUsers };
  const lacksIt = members.filter(
    (member) => !member.seats.some((seat) => seat.product === target.key && isWorking(seat)),
  );
  const gaining = lacksIt.filter(({ principal }) => takeSeat(principal.id, seats)).length;
  return {
    kind: 'group-moves',
    directUsers: members.length,
    gaining,
    keeping: members.length - lacksIt.length,
    lacking: lacksIt.length - gaining,
  };
}

const isWorking = ({ state }: Seat): boolean => state !== 'error';

function groupPaths(seats: readonly Seat[], product: ProductKey): SeatPath[] {
  return seats.flatMap((seat) => (seat.product === product && seat.path.kind === 'group' ? [seat.path] : []));
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
  const outcome =
    kind === 'usage-location-missing'
      ? ({ kind: 'failed', reason: 'usage-location' } as const)
      : ({ kind: 'skipped', reason: kind } as const);
  return { finding: { kind }, outcome };
}

function risksOf(principal: Principal): MoveFinding[] {
  if (principal.kind === 'group') return [];
  return [
    ...(principal.isBlocked ? [{ kind: 'blocked-account' } as const] : []),
    ...(principal.isGuest ? [{ kind: 'guest' } as const] : []),
  ];
}
