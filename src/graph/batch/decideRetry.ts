import { AppError } from '../../base/appError';
import type { Random } from '../../base/random';
import { parseRetryAfter } from '../../http/parseRetryAfter';
import { readClaimsChallenge } from '../../http/readClaimsChallenge';
import type { RefusedToken } from '../../http/types';
import type { AttemptResult, GraphResponse } from '../graphResponse';
import type { RequestClass } from '../requestClass';

/** Decision about a call after an attempt. */
type RetryDecision =
  /** The caller gets the result of this attempt. */
  | { readonly kind: 'complete' }
  /** The call is sent again after the delay. */
  | { readonly kind: 'retry'; readonly delayInMs: number }
  /** The call is sent once more, with the token that replaces this one. */
  | { readonly kind: 'refresh-token'; readonly refused: RefusedToken }
  /** The caller gets this error, since the service asks for more than the maximum wait. */
  | { readonly kind: 'fail'; readonly error: AppError };

/** Facts that a decision rests on. */
export interface RetryInput {
  readonly kind: RequestClass['kind'];
  readonly result: AttemptResult;
  /** Attempts so far, without those that were refused together with their class. */
  readonly attempts: number;
  /** Default is 6. */
  readonly maxAttempts?: number;
  /** True where the caller can do without the response. Default is false. */
  readonly isOptional?: boolean;
  /** True once the call has had its one replacement of the token. */
  readonly isTokenRefreshed: boolean;
  /** True if the browser says that it has no connection; a read that a person waits for then waits for one, however long. */
  readonly isOffline?: boolean;
  /** Wall clock, for dates in `Retry-After`. */
  readonly nowInMs: number;
  readonly random: Random;
}

const defaultMaxAttempts = 6;
/** Limits of an optional read while the service is broken, since the screen waits for it. */
const optional = { maxAttempts: 2, maxWaitInMs: 2_000 };
const minWaitInMs = 1_000;
/**
 * First and maximum wait of a single call, doubled in between; a service that throttles needs longer to recover than one that
 * failed. Waits of a whole class of calls are in throttleController.ts, those of a paused job in createResumePolicy.ts.
 */
const callBackoffs = { throttled: [2_000, 30_000], broken: [500, 4_000] } as const;
const transientStatuses: ReadonlySet<number> = new Set([500, 502, 503, 504, 507]);

/** Maximum wait that the service may ask for, 10 minutes; a call that would wait longer fails. */
export const maxWaitInMs = 10 * 60_000;

/**
 * Decides whether a call is sent again; the only such decision of this app, and free of effects. A write is sent again
 * only if the service refused it untouched: 429, or 503 with a `Retry-After`; a read also if its response was lost or the
 * service was broken.
 */
export function decideRetry({
  kind,
  result,
  attempts,
  maxAttempts = defaultMaxAttempts,
  isOptional = false,
  isTokenRefreshed,
  isOffline = false,
  nowInMs,
  random,
}: RetryInput): RetryDecision {
  const retryAfter = (delayInMs: number): RetryDecision =>
    attempts < maxAttempts ? { kind: 'retry', delayInMs } : { kind: 'complete' };
  if (result.kind === 'error') {
    if (kind === 'write' || !isLost(result.error)) return { kind: 'complete' };
    if (isOffline && result.error.code === 'offline')
      return { kind: 'retry', delayInMs: callBackoffs.broken[1] };
    return retryAfter(backoffInMs('broken', attempts, random));
  }

  const { response } = result;
  const refused = toRefusedToken(response);
  if (refused) return isTokenRefreshed ? { kind: 'complete' } : { kind: 'refresh-token', refused };
  const isThrottled = response.status === 429;
  const waitInMs = parseRetryAfter(response.headers['retry-after'], nowInMs);
  const isRefused = isThrottled || (response.status === 503 && waitInMs !== undefined);
  const isTransient = isRefused || (kind === 'read' && transientStatuses.has(response.status));
  if (!isTransient) return { kind: 'complete' };
  const isBeyondOptional = attempts >= optional.maxAttempts || (waitInMs ?? 0) > optional.maxWaitInMs;
  if (isOptional && !isThrottled && isBeyondOptional) return { kind: 'complete' };
  if (waitInMs === undefined)
    return retryAfter(backoffInMs(isThrottled ? 'throttled' : 'broken', attempts, random));
  if (waitInMs > maxWaitInMs) return { kind: 'fail', error: toWaitError(response, waitInMs) };
  return retryAfter(Math.max(minWaitInMs, waitInMs));
}

/** Returns the wait before the next attempt, lengthened at random by half at most, so that calls that failed together don't return together. */
function backoffInMs(cause: keyof typeof callBackoffs, attempts: number, random: Random): number {
  const [first, longest] = callBackoffs[cause];
  return Math.round(Math.min(longest, first * 2 ** Math.max(0, attempts - 1)) * (1 + random() / 2));
}

function isLost({ code }: AppError): boolean {
  return code === 'offline' || code === 'timed-out' || code === 'unexpected-answer';
}

/** Returns the token that the service refused: 401, or 403 that asks for more claims (Graph: error responses). */
function toRefusedToken({ status, headers, tokenId }: GraphResponse): RefusedToken | undefined {
  const claims = readClaimsChallenge(headers['www-authenticate']);
  const isRefused = status === 401 || (status === 403 && claims !== undefined);
  return isRefused && tokenId !== undefined ? { id: tokenId, claims } : undefined;
}

function toWaitError({ status, headers }: GraphResponse, retryAfterInMs: number): AppError {
  return new AppError(status === 429 ? 'throttled' : 'service-unavailable', {
    status,
    requestId: headers['request-id'],
    retryAfterInMs,
  });
}
