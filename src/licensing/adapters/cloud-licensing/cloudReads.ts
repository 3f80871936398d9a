import { AppError, type ErrorCode } from '../../../base/appError';
import type { Scope } from '../../../base/scope';
import type { GraphQuery, GraphRequest } from '../../../graph/types';
import type { CallOptions } from '../../licensingAdapter';

/** Options of a reading. */
export interface ReadOptions extends CallOptions {
  /** True if the screen can do without the read, so that it fails soon where the service is broken. Default is false. */
  readonly isOptional?: boolean;
}

/** Items of the largest page. Inferred: that cloud licensing gives as many as the directory does (Graph: paging). */
export const itemsPerPage = 999;

/** Concurrent calls that fill four batches of 20. */
export const maxConcurrency = 80;

/** Converts options of the contract to those of a Graph request. */
export function requestOptions({
  signal,
  isBulk = false,
  isOptional,
}: ReadOptions): Pick<GraphRequest, 'signal' | 'priority' | 'isOptional'> {
  return { signal, priority: isBulk ? 'bulk' : 'interactive', isOptional };
}

/** Builds a read of cloud licensing. */
export function cloudRead(
  path: string,
  scopes: readonly Scope[],
  options: ReadOptions,
  query?: GraphQuery,
): GraphRequest {
  return { version: 'beta', path, scopes, ...(query && { query }), ...requestOptions(options) };
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

/** Returns `fallback` if a read fails with one of `failures`; the default is all that concern only the read. */
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
