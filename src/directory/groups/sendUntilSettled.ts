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
  /** Judges a failure of `send`; default `judgeFailure`. */
  readonly classify?: (error: AppError) => FailureKind;
  /** Stops before the next sending. */
  readonly signal?: AbortSignal | undefined;
  /** Whether an earlier request for the same may have been carried out although its answer was lost; default false. */
  readonly wasLost?: boolean;
}

/** How a change ended. `isOpen`: an earlier answer was lost, so a request before the refused one may have been carried out. */
export type ChangeResult =
  | { readonly kind: 'settled'; readonly outcome: Outcome<MembershipCode> }
  | { readonly kind: 'refused'; readonly error: AppError; readonly isUncertain: boolean };

const maxAttempts = 6;

/**
 * Sends a change, up to six times: again where another change was under way, and where the answer was lost and what was
 * wanted does not show. Rejects with AppError for what concerns the session, `not-found` where that stays so although
 * it was judged worth waiting for, and `cancelled`, which promises that nothing was sent or that it was refused.
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

/** What may have been carried out is not called off, but of unknown outcome. */
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
