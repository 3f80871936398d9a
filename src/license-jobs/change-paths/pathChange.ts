import { AppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { MadePart, Outcome } from '../../base/outcome';
import type { ItemScope, JobScope, PrecheckItem, PrecheckResult } from '../../jobs/operation';
import type { HoldingOptions } from '../../licensing/licensingAdapter';
import type { LicensingCode, PoolRef, Seat } from '../../licensing/types';
import type { HeldBefore, LicenseJobInput, LicenseJobSubject } from '../licenseJob';
import type { LicenseOperation } from '../licenseOperation';
import { asOutcome, type ThroughGroupParts } from '../through-group/throughGroup';
import type { PathStep } from './pathStep';

/** Dependencies of the operation. */
export interface ChangePathsParts extends ThroughGroupParts {
  readonly clock: Pick<Clock, 'now'>;
  /** Changes the licenses of those of a job who leave no group. */
  readonly changeLicenses: LicenseOperation;
}

/** Part of the operation for one kind of job. */
export type PathChange = Pick<LicenseOperation, 'execute' | 'complete' | 'stop' | 'invert'> &
  Required<Pick<LicenseOperation, 'precheck' | 'poll'>>;

/** Returns what readings of the items need: their products, and the pools of their changes. */
export function whatToRead(
  inputs: readonly LicenseJobInput[],
  { subject }: JobScope<LicenseJobSubject>['header'],
): Pick<HoldingOptions, 'products' | 'pools'> {
  const all = inputs.flatMap(({ change }): readonly PoolRef[] => [...change.add, ...change.remove]);
  const pools = [...new Map(all.map(({ product, pool }) => [pool, { product, pool }])).values()];
  return { products: subject.products.map(({ product }) => product), pools };
}

/** Returns the direct licenses that a change removes and a person has, as an undo needs them. */
export function heldDirectly(
  seats: readonly Seat[],
  { change }: Pick<LicenseJobInput, 'change'>,
): readonly HeldBefore[] {
  return seats.flatMap(({ path, product, pool, disabledPlanIds, state, isIncomplete }) =>
    path.kind === 'direct' && change.remove.some((each) => each.product === product && each.pool === pool)
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

/** Journals a step with its time. */
export function writePathStep(
  { clock }: Pick<ChangePathsParts, 'clock'>,
  { writeStep }: Pick<ItemScope<LicenseJobSubject>, 'writeStep'>,
  step: Omit<PathStep, 'at'>,
): Promise<void> {
  return writeStep({ ...step, at: clock.now() } satisfies PathStep);
}

/**
 * True if a removal left no license of its kind, be it that there was none any more. A removal that fails as `inherited` found no direct
 * license but one through a group: an earlier attempt, or someone else, removed it.
 */
export function isRemoved(outcome: Outcome<LicensingCode>): boolean {
  if (outcome.kind === 'done') return true;
  if (outcome.kind === 'failed') return outcome.reason === 'inherited' && !outcome.made;
  return outcome.kind === 'skipped' && ['no-change', 'not-held', 'inherited'].includes(outcome.reason);
}

/**
 * Returns the part that a half-done change made, for an undo; undefined for all of it. What may have been made counts as made: to give
 * someone what they have does no harm.
 */
export function partToUndo(outcome: Outcome<LicensingCode>): MadePart | undefined {
  return outcome.kind === 'failed' && outcome.reason !== 'outcome-unknown' ? outcome.made : undefined;
}

/** Returns a failure, half done where `made` names anything beside what the failure made by itself. Throws AppError `cancelled` for a change that was not sent. */
export function halfDone(outcome: Outcome<LicensingCode>, made: MadePart): Outcome<LicensingCode> {
  if (outcome.kind === 'cancelled') throw new AppError('cancelled');
  const reason = outcome.kind === 'done' ? 'refused' : outcome.reason;
  const failure = outcome.kind === 'failed' ? outcome : { kind: 'failed' as const, reason };
  const given = [...made.given, ...(failure.made?.given ?? [])];
  const taken = [...made.taken, ...(failure.made?.taken ?? [])];
  return given.length + taken.length > 0 ? { ...failure, made: { given, taken } } : failure;
}

/** Changes a membership; a refusal, and a group that is deleted, are the outcome of that item alone. */
export async function asMembershipOutcome(
  change: Promise<Outcome<LicensingCode>>,
): Promise<Outcome<LicensingCode>> {
  try {
    return await asOutcome(change);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'not-found') throw thrown;
    return { kind: 'failed', reason: 'principal-not-found', requestId: thrown.requestId };
  }
}

/** Returns the result of a check that sends nothing. */
export const settledAs = (outcome: Outcome<LicensingCode>): PrecheckResult<LicensingCode> => ({
  kind: 'settled',
  outcome,
});

/** The licenses of the person could not all be read: nothing is known of an earlier start, and nothing is sent otherwise. */
export function unreadable({
  wasStarted,
}: Pick<PrecheckItem<LicenseJobInput>, 'wasStarted'>): PrecheckResult<LicensingCode> {
  return settledAs({ kind: 'failed', reason: wasStarted ? 'outcome-unknown' : 'unreadable' });
}
