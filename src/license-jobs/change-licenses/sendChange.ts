import { AppError } from '../../base/appError';
import type { MadeIds, Outcome } from '../../base/outcome';
import type { ItemScope } from '../../jobs/operation';
import type { ApplyOptions, LicensingAdapter } from '../../licensing/licensingAdapter';
import type { Change, ChangeStep, LicensingCode } from '../../licensing/types';
import type { LicenseJobSubject } from '../licenseJob';
import { parseStep } from '../licenseJobSchema';
import { idsOf, madeBy, toMadePart, toStep } from './madeSteps';

/** Part of an item's change that the last check left to send. */
export interface ChangeToSend {
  readonly change: Change;
  /** Steps that the check found made and that the journal lacks. */
  readonly unwritten: readonly ChangeStep[];
  /** Of an undo: ids of the assignments that it takes. */
  readonly assignmentIds?: MadeIds | undefined;
}

/**
 * Sends a change, and journals its steps where it takes several. If what an earlier start left can't be given now, what was taken is
 * given back; where that fails too, the outcome names what was made. Rejects as `apply` does, and as the journal does.
 */
export async function sendChange(
  licensing: LicensingAdapter,
  { change, unwritten, assignmentIds }: ChangeToSend,
  { header, signal, ...scope }: ItemScope<LicenseJobSubject>,
): Promise<Outcome<LicensingCode>> {
  const { isUndo } = header.subject;
  const options: ApplyOptions = { signal, isBulk: true, ignoreStaleReads: isUndo, assignmentIds };
  const isFirst = scope.steps.length + unwritten.length === 0;
  if (isFirst && licensing.isOneStep(change)) return licensing.apply(change, options);
  const steps = scope.steps.map(parseStep);
  const onStep = async (step: ChangeStep): Promise<void> => {
    steps.push(step);
    await scope.writeStep(step);
  };
  for (const step of unwritten) await onStep(step);
  const outcome = await licensing.apply(change, { ...options, onStep });
  // The door itself has given back what this call took.
  if (isFirst) return outcome;
  if (outcome.kind === 'done') return { ...outcome, ...idsOf(steps) };
  if (outcome.kind === 'cancelled') throw new AppError('cancelled');
  if (change.add.length > 0) await giveBack(licensing, change, { steps, onStep, options });
  const made = toMadePart(madeBy(steps));
  const { made: _made, ...failed } = { made: undefined, ...outcome, kind: 'failed' as const };
  return made ? { ...failed, made, ...idsOf(steps) } : failed;
}

/** Gives back what steps took; each that can't be stays taken. Rejects as `apply` does. */
async function giveBack(
  licensing: LicensingAdapter,
  { principal }: Change,
  { steps, onStep, options }: SentSteps,
): Promise<void> {
  for (const license of madeBy(steps).taken) {
    const outcome = await licensing.apply({ principal, add: [license], remove: [] }, options);
    if (outcome.kind === 'done') await onStep(toStep('given-back', license));
  }
}

interface SentSteps {
  readonly steps: readonly ChangeStep[];
  readonly onStep: (step: ChangeStep) => Promise<void>;
  readonly options: ApplyOptions;
}
