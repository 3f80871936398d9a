import { toAppError, type ErrorCode } from '../../base/appError';

/** Why a job comes to rest. */
export type PauseReason =
  | { readonly kind: 'asked' }
  | { readonly kind: 'halted'; readonly index: number }
  | { readonly kind: 'stopped'; readonly code: ErrorCode; readonly retryAfterInMs: number | undefined };

/** Ends one stretch of work; the first reason counts. */
export interface StopSignal {
  /** Aborted by `stop`. */
  readonly signal: AbortSignal;
  /** Why; undefined while the work goes on. */
  reason(): PauseReason | undefined;
  stop(rest: PauseReason): void;
}

/** Makes a stopper for a new stretch. */
export function createStopSignal(): StopSignal {
  const controller = new AbortController();
  let reason: PauseReason | undefined;
  return {
    signal: controller.signal,
    reason: () => reason,
    stop(rest) {
      reason ??= rest;
      controller.abort();
    },
  };
}

/** The rest that follows from an error. */
export function toPauseReason(thrown: unknown): PauseReason {
  const { code, retryAfterInMs } = toAppError(thrown);
  return { kind: 'stopped', code, retryAfterInMs };
}
