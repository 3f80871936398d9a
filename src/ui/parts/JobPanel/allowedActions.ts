import type { ErrorCode } from '../../../base/appError';
import { isHalfDone } from '../../../base/outcome';
import { canRetry } from '../../../license-jobs/canRetry';
import type { LicenseJobState } from '../../../license-jobs/licenseJob';
import type { LiveJob } from './useJob';

/** Actions that the state of a job allows. */
interface AllowedActions {
  /** Starts, pauses or resumes the job. */
  readonly primary: 'start' | 'pause' | 'resume' | undefined;
  readonly stop: 'possible' | 'under-way' | undefined;
  readonly canRetry: boolean;
  readonly canUndo: boolean;
  readonly canExport: boolean;
}

/**
 * Returns the allowed actions: only the report while another tab runs the job. A job that resumes by itself can be
 * paused between two attempts too, so that no button changes with each attempt. `isUndone`: a later job undid this one, so what
 * was half done isn't retried.
 */
export function allowedActions(
  { state, runner }: Pick<LiveJob, 'state' | 'runner'>,
  isUndone: boolean,
): AllowedActions {
  const { status, counts } = state;
  const canExport = status !== 'planned';
  if (runner === 'elsewhere') {
    return { primary: undefined, stop: undefined, canRetry: false, canUndo: false, canExport };
  }
  const isFinished = status === 'finished';
  const hasUnsent = counts.waiting + counts.started > 0;
  const isWaiting = status === 'paused' && isUnderWay(state);
  const isEnding = isFinishing(state);
  return {
    primary: isEnding ? undefined : isWaiting ? (hasUnsent ? 'pause' : undefined) : primaryActions[status],
    stop: isFinished || isEnding ? undefined : status === 'cancelling' ? 'under-way' : 'possible',
    canRetry: isFinished && counts.failed + counts.cancelled > 0 && hasRetryable(state, isUndone),
    canUndo: isFinished && counts.done + counts.pending + (counts.halfDone ?? 0) > 0,
    canExport,
  };
}

/** True for a job that sends, or resumes by itself once it can. */
export function isUnderWay({ status, pause }: Pick<LicenseJobState, 'status' | 'pause'>): boolean {
  if (status === 'paused') return pause?.kind === 'stopped' && pause.goesOnByItself === true;
  return status === 'running' || status === 'following' || status === 'cancelling';
}

/** Codes after which a person must sign in or consent before the job can go on. */
const asksPerson: ReadonlySet<ErrorCode> = new Set([
  'consent-needed',
  'sign-in-needed',
  'token-refused',
  'popup-blocked',
]);

/** True for a job that waits for a sign-in or for consent, after which it resumes by itself. */
export function isAskingPerson({ pause }: Pick<LicenseJobState, 'pause'>): boolean {
  return pause?.kind === 'stopped' && asksPerson.has(pause.code);
}

/** True for a job whose items are all settled, while its end is being stored. */
export function isFinishing({
  status,
  counts,
  header,
}: Pick<LicenseJobState, 'status' | 'counts' | 'header'>): boolean {
  const { waiting, started, pending } = counts;
  return (
    (status === 'running' || status === 'following') && header.size > 0 && waiting + started + pending === 0
  );
}

function hasRetryable(state: LicenseJobState, isUndone: boolean): boolean {
  for (const { outcome } of state.items)
    if (outcome && canRetry(outcome, state) && !(isUndone && isHalfDone(outcome))) return true;
  return false;
}

const primaryActions = {
  planned: 'start',
  running: 'pause',
  paused: 'resume',
  cancelling: undefined,
  following: undefined,
  finished: undefined,
} as const;
