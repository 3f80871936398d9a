import { AppError, type ErrorCode } from '../../../base/appError';
import type { GraphRequest } from '../../../graph/types';
import type { CallOptions } from '../../licensingAdapter';

/** Concurrent calls that fill four batches of 20. */
export const maxConcurrency = 80;

/** Options of a reading. */
export interface ReadOptions extends CallOptions {
  /** The screen can do without it, so that it is given up soon where the service is broken. Default is false. */
  readonly isOptional?: boolean;
}

/** Options of a Graph request for those of a call of the contract. */
export function requestOptions({
  signal,
  isBulk = false,
  isOptional,
}: ReadOptions): Pick<GraphRequest, 'signal' | 'priority' | 'isOptional'> {
  return { signal, priority: isBulk ? 'bulk' : 'interactive', isOptional };
}

/** Failures with which a screen can do without a reading: rights, and a service that does not know it or is broken. */
const optionalFailures: readonly ErrorCode[] = [
  'forbidden',
  'consent-needed',
  'not-found',
  'bad-request',
  'service-unavailable',
  'unexpected-answer',
];

/**
 * Gives `fallback` where a reading that the screen can do without fails; rejects with what concerns the session or the
 * connection. `failures` are those that count; default is all that can concern the reading alone.
 */
export async function withFallback<Result, Fallback>(
  reading: Promise<Result>,
  fallback: Fallback,
  failures = optionalFailures,
): Promise<Result | Fallback> {
  try {
    return await reading;
  } catch (thrown) {
    if (thrown instanceof AppError && failures.includes(thrown.code)) return fallback;
    throw thrown;
  }
}
