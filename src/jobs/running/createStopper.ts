import { toAppError, type ErrorCode } from '../../base/appError';

/** Why a job comes to rest. */
export type Rest =
  | { readonly kind: 'asked' }
  | { readonly kind: 'halted'; readonly index: number }
  | { readonly kind: 'stopped'; readonly code: ErrorCode; readonly retryAfterInMs: number | undefined };

/** Ends one stretch of work; the first reason counts. */
export interface Stopper {
  /** Aborted by `stop`. */
  readonly signal: AbortSignal;
  /** Why; undefined while the work goes on. */
  rest(): Rest | undefined;
  stop(rest: Rest): void;
}

/** Makes a stopper for a new stretch. */
export function createStopper(): Stopper {
  const controller = new AbortController();
  let reason: Rest | undefined;
  return {
    signal: controller.signal,
    rest: () => reason,
    stop(rest) {
      reason ??= rest;
      controller.abort();
    },
  };
}

/** The rest that follows from an error. */
export function restOf(thrown: unknown): Rest {
  const { code, retryAfterInMs } = toAppError(thrown);
  return { kind: 'stopped', code, retryAfterInMs };
}
