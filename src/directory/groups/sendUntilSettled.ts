import { AppError, toAppError } from '../../base/appError';
import type { Outcome } from '../../base/outcome';
import type { MembershipCode } from '../types';
import type { FailureKind } from './classifyFailure';
import { classifyFailure } from './classifyFailure';
import type { GroupDependencies } from './groupDependencies';
import { waitToRetry } from './waitToRetry';

/** A change that may be sent again: a second time changes nothing more. */
interface RepeatableChange {
  /** Sends it once; rejects with AppError. */
  readonly send: () => Promise<unknown>;
  /** Reads whether what was wanted holds now; undefined where the service could not tell. */
  readonly holds: () => Promise<boolean | undefined>;
  /** Classifies a failure of `send`. Default is `classifyFailure`. */
  readonly classify?: (error: AppError) => FailureKind;
  /** Stops before the next sending. */
  readonly signal?: AbortSignal | undefined;
  /** True if an earlier request may have been carried out although its answer was lost. Default is false. */
  readonly wasLost?: boolean;
}

/** Result of a change. `isUncertain`: an earlier answer was lost, so a request before the refused one may have been carried out. */
export type ChangeResult =
  | { readonly kind: 'settled'; readonly outcome: Outcome<MembershipCode> }
  | { readonly kind: 'refused'; readonly error: AppError; readonly isUncertain: boolean };

const maxAttempts = 6;

/**
 * Sends a change, up to six times: again where another change was under way, and where the answer was lost and what was
 * wanted does not show. Rejects with AppError for what concerns the session, `not-found` if it persists
 * after the retries, and `cancelled`, which promises that nothing was sent or that it was refused.
 */
export async function sendUntilSettled(
  dependencies: GroupDependencies,
  change: RepeatableChange,
): Promise<ChangeResult> {
  const { classify = classifyFailure, signal } = change;
  let isUncertain = change.wasLost ?? false;
  for (let tries = 1; ; tries += 1) {
    const error = await change.send().then(() => undefined, toAppError);
    if (!error) return settled({ kind: 'done' });
    const kind = classify(error);
    if (kind === 'refused') return { kind, error, isUncertain };
    if (kind === 'session') return cancelledOr(error, isUncertain);
    if (kind === 'lost') {
      isUncertain = true;
      if (await change.holds()) return settled({ kind: 'done' });
    }
    if (tries === maxAttempts) return settled(afterAllTries(error, isUncertain));
    await waitToRetry(dependencies, tries, error, signal);
    if (signal?.aborted) return cancelledOr(new AppError('cancelled'), isUncertain);
  }
}

function settled(outcome: Outcome<MembershipCode>): ChangeResult {
  return { kind: 'settled', outcome };
}

/** Throws the error of a canceled change, unless it may have been carried out: then its outcome is unknown. */
function cancelledOr(error: AppError, isUncertain: boolean): ChangeResult {
  if (error.code === 'cancelled' && isUncertain)
    return settled({ kind: 'failed', reason: 'outcome-unknown' });
  throw error;
}

function afterAllTries(error: AppError, isUncertain: boolean): Outcome<MembershipCode> {
  const { code, requestId } = error;
  if (isUncertain) return { kind: 'failed', reason: 'outcome-unknown', requestId };
  if (code === 'conflict') return { kind: 'failed', reason: 'concurrent-change', requestId };
  throw error;
}
