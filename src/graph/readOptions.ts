import { AppError, type ErrorCode } from '../base/appError';
import type { GraphRequest } from './types';

/** Concurrent calls that fill four batches of 20. */
export const maxConcurrency = 80;

/** Options of a reading. */
export interface ReadOptions extends Pick<GraphRequest, 'signal'> {
  /** True if calls that a person waits for go first. Default is false. */
  readonly isBulk?: boolean;
  /** True if the screen can do without the read, so that it fails soon where the service is broken. Default is false. */
  readonly isOptional?: boolean;
}

/** Converts options of a caller to those of a request. */
export function requestOptions({
  signal,
  isBulk = false,
  isOptional,
}: ReadOptions): Pick<GraphRequest, 'signal' | 'priority' | 'isOptional'> {
  return { signal, priority: isBulk ? 'bulk' : 'interactive', isOptional };
}

/** Failures after which a screen does without a read: missing rights, and a service that does not know it or is broken. */
const optionalFailures: readonly ErrorCode[] = [
  'forbidden',
  'consent-needed',
  'not-found',
  'bad-request',
  'service-unavailable',
  'unexpected-answer',
];

/**
 * Returns `fallback` if a read that the screen can do without fails with one of `failures`; the default is all failures that
 * concern only the read. Rejects with failures of the session or the connection.
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
