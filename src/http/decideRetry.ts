import { AppError } from '../base/appError';
import type { Random } from '../base/random';
import { parseRetryAfter } from './parseRetryAfter';
import type { HttpMethod, HttpResponse } from './types';

/** How the last try of a request ended: with an answer, or with an error where none came. */
export type AttemptResult =
  | { readonly kind: 'answer'; readonly answer: HttpResponse }
  | { readonly kind: 'error'; readonly error: AppError };

/** What to do after a try. */
type RetryDecision =
  /** Hand the end of this try to the caller. */
  | { readonly kind: 'stop' }
  /** Wait, then try again. */
  | { readonly kind: 'wait'; readonly delayInMs: number }
  /** Hand this error to the caller: the service asks for a longer wait than anyone should sit through. */
  | { readonly kind: 'give-up'; readonly error: AppError };

/** What a decision rests on. */
export interface RetryInput {
  readonly method: HttpMethod;
  readonly end: AttemptResult;
  /** Tries made so far, at least 1. */
  readonly tries: number;
  /** Tries at most. Default is 4. */
  readonly maxTries?: number;
  readonly nowInMs: number;
  readonly random: Random;
}

const defaultMaxTries = 4;
const floorInMs = 1_000;
const ceilingInMs = 10 * 60_000;
const firstBackoffInMs = 1_000;
/** Graph hides `Retry-After` from browsers, and what it hides is most often ten seconds (Graph: throttling). */
const firstHiddenThrottleInMs = 10_000;

/** Methods that have the same effect once and twice. DELETE is none here: the second answers 404, which would look like a failure. */
const repeatable: ReadonlySet<HttpMethod> = new Set(['GET', 'PUT']);
const transientStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Decides alone, without effects, whether a request is sent again. A write goes out again only when the service
 * refused it untouched: 429, or 503 with a `Retry-After`.
 */
export function decideRetry({
  method,
  end,
  tries,
  maxTries = defaultMaxTries,
  nowInMs,
  random,
}: RetryInput): RetryDecision {
  const asked =
    end.kind === 'answer' ? parseRetryAfter(end.answer.headers['retry-after'], nowInMs) : undefined;
  if (!isWorthAnotherTry(method, end, asked !== undefined)) return { kind: 'stop' };
  if (asked !== undefined && asked > ceilingInMs) return { kind: 'give-up', error: tooLong(end, asked) };
  if (tries >= maxTries) return { kind: 'stop' };
  if (asked !== undefined) return { kind: 'wait', delayInMs: Math.max(floorInMs, asked) };
  const isThrottled = end.kind === 'answer' && end.answer.status === 429;
  const first = isThrottled ? firstHiddenThrottleInMs : firstBackoffInMs;
  // Jitter only lengthens the wait: coming early is what a throttled service punishes.
  return { kind: 'wait', delayInMs: Math.round(first * 2 ** (tries - 1) * (1 + random() / 2)) };
}

function isWorthAnotherTry(method: HttpMethod, end: AttemptResult, isWaitGiven: boolean): boolean {
  const canRepeat = repeatable.has(method);
  if (end.kind === 'error')
    return canRepeat && (end.error.code === 'offline' || end.error.code === 'timed-out');
  const { status } = end.answer;
  if (status === 429) return true;
  return transientStatuses.has(status) && (canRepeat || (status === 503 && isWaitGiven));
}

function tooLong(end: AttemptResult, retryAfterInMs: number): AppError {
  const answer = end.kind === 'answer' ? end.answer : undefined;
  return new AppError(answer?.status === 429 ? 'throttled' : 'service-unavailable', {
    status: answer?.status,
    requestId: answer?.headers['request-id'],
    retryAfterInMs,
  });
}
