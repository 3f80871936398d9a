import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { Outcome } from '../../base/outcome';
import type { Principal } from '../../base/principal';
import { predictOutcome } from '../changes/predictOutcome';
import { groupsOf } from '../changes/groupsOf';
import { hasSeat, isPossiblyWorking, isWorking } from '../changes/seatStates';
import { evaluatePermission } from '../policy/evaluatePermission';
import type { ProductKey } from '../keys';
import {
  canGiveTo,
  defaultPool,
  directPools,
  poolsToGiveFrom,
  poolToGiveFrom,
  seatsToGive,
  withChosenPool,
} from '../pools';
import type { Change, Holding, LicensingCode, OwnedProduct, Seat, SeatPath } from '../types';
import { countMoved, tellLosses } from './countMoved';
import { moveMembers, takeSeat, type MoveSeats } from './moveMembers';
import type { MoveFinding, MoveInput, MoveLine, MovePreflight } from './movePreflight';
import { isLocationMissing } from './preflightStops';

/**
 * Previews a move. A target with several pools gives from the one that was chosen, else from the one that suits the selection best, as
 * when it is assigned.
 */
export function* previewMoveFromBestPool(input: MoveInput): Steps<MovePreflight> {
  const preflight = yield* previewMove(input);
  const { target, principals } = input;
  if (target.chosenPool !== undefined || target.pools.length === 1) return preflight;
  const kinds = [...new Set(principals.map(({ kind }) => kind))];
  const [best] = poolsToGiveFrom(target, preflight.seatsNeeded, kinds);
  if (!best || best.key === defaultPool(target).pool) return preflight;
  return yield* previewMove({ ...input, target: withChosenPool(target, best.key) });
}

/**
 * Previews a move before anything is sent, line by line in the order of sending. Plans of other products that conflict are
 * not known beforehand (Graph does not publish which do); such a person ends as `conflicting-plans` and keeps the old product.
 */
export function* previewMove(input: MoveInput): Steps<MovePreflight> {
  const holdings = new Map<string, Holding>();
  yield* forEachInSteps(input.holdings, (holding) => holdings.set(holding.principal.id, holding));
  const plans: MovePlan[] = [];
  const movedGroups = new Set<string>();
  yield* forEachInSteps(input.principals, (principal) => {
    const plan = planMove(principal, holdings.get(principal.id) ?? { principal, seats: [] }, input);
    plans.push(plan);
    if (principal.kind === 'group' && !plan.unsent) movedGroups.add(principal.id.toLowerCase());
  });
  const seats: MoveSeats = {
    available: Math.max(0, seatsToGive(input.target) ?? Infinity),
    needing: new Set(),
    taking: new Set(),
    lacking: new Map(),
    others: new Map(),
  };
  const served: MoveLine[] = [];
  yield* forEachInSteps(plans, (plan) => served.push(previewLine(plan, { input, seats, movedGroups })));
  const lines = yield* tellLosses(served, { lacking: seats.lacking, groupIds: movedGroups }, input);
  const seatsNeeded = seats.needing.size;
  const seatsAvailable = seats.available;
  const seatsMissing = Math.max(0, seatsNeeded - seatsAvailable);
  const people = yield* countMoved({ lines, holdings, gaining: seats.taking.size }, input);
  return { lines, target: input.target, seatsNeeded, seatsAvailable, seatsMissing, people };
}

/** Change of one line, before it is known which groups move as well. */
interface MovePlan {
  readonly principal: Principal;
  /** Seats of the two products. */
  readonly held: readonly Seat[];
  /** Undefined if not known. */
  readonly hasTarget: boolean | undefined;
  readonly change: Change;
  /** Set if nothing is sent. */
  readonly unsent: { readonly finding: MoveFinding; readonly outcome: Outcome<LicensingCode> } | undefined;
}

function planMove(principal: Principal, holding: Holding, input: MoveInput): MovePlan {
  const { from, target, disabledPlanIds } = input;
  const { kind, id } = principal;
  const held = holding.seats.filter(({ product }) => product === from.key || product === target.key);
  const change = {
    principal: { kind, id },
    add: [{ ...defaultPool(target), disabledPlanIds }],
    remove: directPools(held, from.key, defaultPool(from)),
  };
  const hasTarget = hasSeat(holding, target.key);
  const prediction = predictOutcome('move', change, held, holding.isIncomplete);
  const plan = { principal, held, hasTarget, change };
  if (prediction.kind === 'send') return { ...plan, unsent: stopOf(principal, !hasTarget, input) };
  const { outcome } = prediction;
  // Unread licenses do not matter for a principal that the role does not cover.
  if (isUnreadable(outcome) && evaluatePermission(input, { kind: 'change-licenses-of', principal }))
    return { ...plan, unsent: stop('not-permitted') };
  return {
    ...plan,
    unsent: { finding: findStaying(held, hasTarget === true, input.from, outcome), outcome },
  };
}

/** Returns the finding of a line of which nothing can be moved. */
function findStaying(
  held: readonly Seat[],
  hasTarget: boolean,
  { key }: OwnedProduct,
  outcome: Outcome<LicensingCode>,
): MoveFinding {
  if (isUnreadable(outcome)) return { kind: 'unreadable' };
  const paths = groupPaths(held.filter(isPossiblyWorking), key);
  if (paths.length > 0) return { kind: 'source-inherited', hasTarget, paths };
  const inError = groupPaths(held, key);
  return inError.length > 0
    ? { kind: 'source-in-error', paths: inError }
    : { kind: 'source-not-held', hasTarget };
}

function isUnreadable(outcome: Outcome<LicensingCode>): boolean {
  return outcome.kind === 'failed' && outcome.reason === 'unreadable';
}

const inherited: Outcome<LicensingCode> = { kind: 'skipped', reason: 'inherited' };

/** State that the lines of a move share. */
interface MoveScope {
  readonly input: MoveInput;
  readonly seats: MoveSeats;
  /** Ids of groups that move, so that they stop giving the old product. */
  readonly movedGroups: ReadonlySet<string>;
}

function previewLine(plan: MovePlan, { input, seats, movedGroups }: MoveScope): MoveLine {
  const { principal, held, hasTarget, unsent } = plan;
  const staysInGroup = (path: SeatPath): boolean =>
    path.kind === 'group' && !movedGroups.has(path.groupId.toLowerCase());
  if (unsent?.finding.kind === 'source-inherited') {
    const { paths } = unsent.finding;
    const staying = paths.filter(staysInGroup);
    return staying.length > 0
      ? toLine(plan, [{ ...unsent.finding, paths: staying }], 'skip', {
          outcome: { ...inherited, ...groupsOf(staying.map((path) => ({ path, state: 'active' }))) },
        })
      : toLine(plan, [{ kind: 'goes-with-group', paths }], 'skip', { isInGroup: true });
  }
  if (unsent?.finding.kind === 'source-in-error' && !unsent.finding.paths.some(staysInGroup))
    return toLine(plan, [unsent.finding], 'skip', { isInGroup: true });
  const refused =
    unsent ??
    (principal.kind === 'user' && hasTarget === false && !takeSeat(principal.id, seats)
      ? withoutSeat
      : undefined);
  if (refused) {
    const { finding, outcome } = refused;
    return toLine(plan, [finding], outcome.kind === 'skipped' ? 'skip' : 'stop', { outcome });
  }
  const keptThrough = groupPaths(held.filter(isWorking), input.from.key).filter(staysInGroup);
  const found: MoveFinding =
    principal.kind === 'group' && !hasTarget
      ? moveMembers(principal, input, seats)
      : { kind: 'moves', hasTarget: hasTarget === true, keptThrough };
  const isOfBuyer = !hasTarget && poolToGiveFrom(input.target).isPersonal === true;
  const risks = [
    ...stateRisk(held),
    ...(isOfBuyer ? [{ kind: 'only-buyer-assigns' } as const] : []),
    ...risksOf(principal),
  ];
  const isRisk =
    risks.length > 0 ||
    found.kind === 'group-unread' ||
    (found.kind === 'group-moves' &&
      (found.lacking > 0 || found.withheld !== undefined || found.areOthersUnknown === true));
  return toLine(plan, [found, ...risks], isRisk ? 'risk' : 'send');
}

function toLine(
  { principal, change }: MovePlan,
  findings: MoveLine['findings'],
  result: MoveLine['result'],
  unsent: Pick<MoveLine, 'outcome' | 'isInGroup'> = {},
): MoveLine {
  return { principal, change, findings, result, ...unsent };
}

const withoutSeat: NonNullable<MovePlan['unsent']> = {
  finding: { kind: 'no-seat-left' },
  outcome: { kind: 'failed', reason: 'no-licenses-available' },
};

function groupPaths(seats: readonly Seat[], product: ProductKey): SeatPath[] {
  return seats.flatMap((seat) => (seat.product === product && seat.path.kind === 'group' ? [seat.path] : []));
}

/** `isGiven`: the new product is to be given, which needs more than removing the old one. */
function stopOf(principal: Principal, isGiven: boolean, input: MoveInput): MovePlan['unsent'] {
  if (evaluatePermission(input, { kind: 'change-licenses-of', principal })) return stop('not-permitted');
  const isUnfit = isGiven && !canGiveTo(poolToGiveFrom(input.target), principal.kind);
  if (principal.kind === 'user') {
    if (isGiven && isLocationMissing(principal)) return stop('usage-location-missing');
    return isUnfit ? stop('only-for-groups') : undefined;
  }
  if (!principal.isSecurityEnabled) return stop('group-not-licensable');
  return isUnfit ? stop('only-for-people') : undefined;
}

const stopOutcomes = {
  'not-permitted': { kind: 'skipped', reason: 'not-permitted' },
  'group-not-licensable': { kind: 'skipped', reason: 'group-not-licensable' },
  'usage-location-missing': { kind: 'failed', reason: 'usage-location' },
  'only-for-people': { kind: 'failed', reason: 'assignee-not-supported' },
  'only-for-groups': { kind: 'failed', reason: 'assignee-not-supported' },
} as const satisfies Partial<Record<MoveFinding['kind'], Outcome<LicensingCode>>>;

function stop(kind: keyof typeof stopOutcomes): NonNullable<MovePlan['unsent']> {
  return { finding: { kind }, outcome: stopOutcomes[kind] };
}

function stateRisk(held: readonly Seat[]): MoveFinding[] {
  return held.some(({ state }) => state === 'unknown') ? [{ kind: 'state-unknown' }] : [];
}

function risksOf(principal: Principal): MoveFinding[] {
  if (principal.isNameOnly) return [{ kind: 'details-unknown' }];
  if (principal.kind === 'group') return [];
  return [
    ...(principal.isBlocked ? [{ kind: 'blocked-account' } as const] : []),
    ...(principal.isGuest ? [{ kind: 'guest' } as const] : []),
  ];
}
