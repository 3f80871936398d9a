import { AppError, toAppError } from '../../base/appError';
import type { Outcome } from '../../base/outcome';
import type { MembershipCode } from '../types';
import type { FailureKind } from './judgeFailure';
import { judgeFailure } from './judgeFailure';
import type { GroupTools } from './tools';
import { waitToRetry } from './waitToRetry';

/** A change that may be sent again: a second time changes nothing more. */
interface RepeatableChange {
  /** Sends it once; rejects with AppError. */
  readonly send: () => Promise<unknown>;
  /** Reads whether what was wanted holds now; undefined where the service could not tell. */
  readonly holds: () => Promise<boolean | undefined>;
  /** Judges a failure of `send`; default `judgeFailure`. */
  readonly judge?: (error: AppError) => FailureKind;
  /** Stops before the next sending. */
  readonly signal?: AbortSignal | undefined;
  /** Whether an earlier request for the same may have been carried out although its answer was lost; default false. */
  readonly wasLost?: boolean;
}

/** How a change ended. `isOpen`: an earlier answer was lost, so a request before the refused one may have been carried out. */
export type Ending =
  | { readonly kind: 'settled'; readonly outcome: Outcome<MembershipCode> }
  | { readonly kind: 'refused'; readonly error: AppError; readonly isOpen: boolean };

const mostTries = 6;

/**
 * Sends a change, up to six times: again where another change was under way, and where the answer was lost and what was
 * wanted does not show. Rejects with AppError for what concerns the session, `not-found` where that stays so although
 * it was judged worth waiting for, and `cancelled`, which promises that nothing was sent or that it was refused.
 */
export async function sendUntilSettled(tools: GroupTools, change: RepeatableChange): Promise<Ending> {
  const { judge = judgeFailure, signal } = change;
  let isOpen = change.wasLost ?? false;
  for (let tries = 1; ; tries += 1) {
    const error = await change.send().then(() => undefined, toAppError);
    if (!error) return settled({ kind: 'done' });
    const kind = judge(error);
    if (kind === 'refused') return { kind, error, isOpen };
    if (kind === 'session') return cancelledOr(error, isOpen);
    if (kind === 'lost') {
      isOpen = true;
      if (await change.holds()) return settled({ kind: 'done' });
    }
    if (tries === mostTries) return settled(afterAllTries(error, isOpen));
    await waitToRetry(tools, tries, error, signal);
    if (signal?.aborted) return cancelledOr(new AppError('cancelled'), isOpen);
  }
}

function settled(outcome: Outcome<MembershipCode>): Ending {
  return { kind: 'settled', outcome };
}

/** What may have been carried out is not called off, but of unknown outcome. */
function cancelledOr(error: AppError, isOpen: boolean): Ending {
  if (error.code === 'cancelled' && isOpen) return settled({ kind: 'failed', reason: 'outcome-unknown' });
  throw error;
}

function afterAllTries(error: AppError, isOpen: boolean): Outcome<MembershipCode> {
  const { code, requestId } = error;
  if (isOpen) return { kind: 'failed', reason: 'outcome-unknown', requestId };
  if (code === 'conflict') return { kind: 'failed', reason: 'concurrent-change', requestId };
  throw error;
}
