import type { Outcome } from '../../base/outcome';
import type { PrecheckItem, PrecheckResult } from '../../jobs/operation';
import { predictOutcome, type Prediction, type ChangeKind } from '../../licensing/changes/predictOutcome';
import { isSatisfied } from '../../licensing/changes/isSatisfied';
import { directSeat } from '../../licensing/changes/directSeat';
import { isPossiblyWorking } from '../../licensing/changes/seatStates';
import type { PoolKey } from '../../licensing/keys';
import { isSamePool } from '../../licensing/pools';
import type { HeldBefore, LicenseJobBefore, LicenseJobInput } from '../licenseJob';
import { parseBefore, parseStep } from '../licenseJobSchema';
import type { Change, ChangeStep, LicensingCode, PoolRef, Seat } from '../../licensing/types';
import { idsOf, madeBy, missingPart, stepsShown, toStep } from './madeSteps';
import type { ChangeToSend } from './sendChange';

/** Facts about an item right before it is sent. */
interface ChangeCheckInput {
  readonly item: PrecheckItem<LicenseJobInput>;
  /** Seats of the changed products that the principal holds now. */
  readonly seats: readonly Seat[];
  /** True where some of what the principal holds could not be read. */
  readonly isIncomplete: boolean;
  readonly kind: ChangeKind;
  /** The change belongs to an undo, so readings may show the state before the job that is undone. */
  readonly isUndo: boolean;
  /** Pools that can give no license. */
  readonly suspended: ReadonlySet<PoolKey>;
  /** True if the service makes a change as a whole or not at all. */
  readonly isOneStep: (change: Change) => boolean;
}

/** Result of the check of one item; `toSend` is the part to send, where there is one. */
type CheckedChange = PrecheckResult<LicensingCode> & { readonly toSend?: ChangeToSend };

/** Decides whether an item is still to be sent, and which part of it, and keeps what an undo needs. */
export function checkChange(input: ChangeCheckInput): CheckedChange {
  const { item, seats, isIncomplete, kind, isUndo, suspended } = input;
  const { change } = item.input;
  const done = settled({
    kind: 'done',
    ...(change.principal.kind === 'group' && { pending: true }),
    ...idsOf((item.steps ?? []).map(parseStep)),
  });
  if (item.wasStarted && hasWorked(input)) return done;
  const reverted = findReverted(input);
  const toGoOn = findHalfDone(input, reverted);
  if (toGoOn) {
    const { add, remove } = toGoOn.change;
    if (add.length + remove.length === 0) return done;
    return { kind: 'run', before: item.before, isHalfDone: true, toSend: toGoOn };
  }
  const prediction: Prediction = isUndo
    ? { kind: 'send', change }
    : predictOutcome(kind, change, seats, isIncomplete);
  if (prediction.kind === 'send') {
    const { add, remove } = prediction.change;
    // A license that the principal has already is not sent, so its pool may be suspended.
    if (add.some(({ pool }) => suspended.has(pool))) return failed('product-suspended');
    const held = directlyHeld(seats);
    const inheritedPools = inheritedPoolsOf(seats);
    const before: LicenseJobBefore = {
      seats: held,
      ...(inheritedPools.length > 0 && { inheritedPools }),
      ...(!isUndo && { sent: { add, remove } }),
    };
    return { kind: 'run', before, toSend: { change: prediction.change, unwritten: reverted } };
  }
  // The change was missing when the item was started, so the request whose outcome is unknown has made it.
  const isBySending = item.wasStarted && isAlreadySo(prediction.outcome);
  if (isBySending) return done;
  const { outcome } = prediction;
  const isOpen = item.wasStarted && outcome.kind === 'failed' && outcome.reason === 'unreadable';
  return isOpen ? failed('outcome-unknown') : settled(outcome);
}

/**
 * Returns steps that cancel out those of a person who settled half done, before a retry, where a complete reading shows that
 * others undid them since. Later steps are believed, since a reading may be older than they are; in an undo all are.
 */
function findReverted({ item, seats, isIncomplete, isUndo }: ChangeCheckInput): readonly ChangeStep[] {
  if (isUndo || isIncomplete || seats.some(({ isSourceUnknown }) => isSourceUnknown)) return [];
  const steps = (item.steps ?? []).map(parseStep);
  const settledSteps = steps.slice(0, item.settledSteps ?? 0);
  const later = steps.slice(settledSteps.length);
  const isOld = (license: PoolRef): boolean => !later.some((step) => isSamePool(step.license, license));
  const { given, taken } = madeBy(settledSteps);
  const lost = given.filter((license) => isOld(license) && !directSeat(seats, license));
  const returned = taken.filter((license) => isOld(license) && directSeat(seats, license));
  return [
    ...lost.map((license) => toStep('taken', license)),
    ...returned.map((license) => toStep('given-back', license)),
  ];
}

/**
 * Returns what is missing of a change of which an earlier start made a part, by the journal or by what is held now; undefined if it made
 * none. By what is held now alone, such a person would seem to have nothing to move.
 */
function findHalfDone(
  { item, seats, isIncomplete, isOneStep }: ChangeCheckInput,
  reverted: readonly ChangeStep[],
): ChangeToSend | undefined {
  const before = item.wasStarted ? parseBefore(item.before) : undefined;
  if (!before) return undefined;
  const steps = (item.steps ?? []).map(parseStep);
  const sent = { ...item.input.change, ...before.sent };
  if (steps.length === 0 && isOneStep(sent)) return undefined;
  const missing = missingPart(sent, [...steps, ...reverted]);
  const found = stepsShown(missing, before, { seats, isIncomplete });
  const change = missingPart(missing, found);
  const isWhole = change.add.length === sent.add.length && change.remove.length === sent.remove.length;
  return isWhole ? undefined : { change, unwritten: [...reverted, ...found] };
}

const settled = (outcome: Outcome<LicensingCode>): CheckedChange => ({ kind: 'settled', outcome });
const failed = (reason: LicensingCode): CheckedChange => settled({ kind: 'failed', reason });

function isAlreadySo(outcome: Outcome<LicensingCode>): boolean {
  return outcome.kind === 'skipped' && outcome.reason === 'no-change';
}

/** An undo is believed only where the reading changed since its first start, for both may be older than the job before. */
function hasWorked({ item, seats, isIncomplete, isUndo }: ChangeCheckInput): boolean {
  const { change } = item.input;
  const isUnsure = isIncomplete || seats.some(({ isSourceUnknown }) => isSourceUnknown);
  if (isUnsure && change.remove.length > 0) return false;
  if (!isSatisfied(change, seats)) return false;
  if (!isUndo) return true;
  const before = parseBefore(item.before);
  if (!before || before.seats.some((seat) => seat.isIncomplete)) return false;
  return !isSatisfied(change, before.seats.map(asDirect));
}

function directlyHeld(seats: readonly Seat[]): LicenseJobBefore['seats'] {
  return seats.flatMap(({ path, product, pool, disabledPlanIds, state, isIncomplete = false }) =>
    path.kind === 'direct'
      ? [
          {
            product,
            pool,
            disabledPlanIds,
            ...(state === 'error' && { isInError: true }),
            ...(isIncomplete && { isIncomplete }),
          },
        ]
      : [],
  );
}

function inheritedPoolsOf(seats: readonly Seat[]): readonly PoolKey[] {
  return seats.flatMap(({ path, pool, state }) =>
    path.kind === 'group' && isPossiblyWorking({ state }) ? [pool] : [],
  );
}

function asDirect({ isInError = false, ...license }: HeldBefore): Seat {
  const state = isInError ? 'error' : 'active';
  return { ...license, path: { kind: 'direct' }, state, issue: undefined, updatedAt: undefined };
}
