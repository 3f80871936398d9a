import { AppError } from '../../base/appError';
import type { Random } from '../../base/random';
import type { AttemptResult } from '../../http/decideRetry';
import { parseRetryAfter } from '../../http/parseRetryAfter';
import { readClaimsChallenge } from '../../http/readClaimsChallenge';
import type { HttpResponse, RefusedToken } from '../../http/types';
import type { RequestClass } from '../requestClass';

/** What becomes of a call after a try. */
type Verdict =
  /** Its caller gets the end of this try. */
  | { readonly kind: 'settle' }
  /** It is sent again, not before so many milliseconds are over. */
  | { readonly kind: 'again'; readonly delayInMs: number }
  /** It is sent once more, with the token that replaces this one. */
  | { readonly kind: 'renew'; readonly refused: RefusedToken }
  /** Its caller gets this error: the service asks for a longer wait than anyone should sit through. */
  | { readonly kind: 'give-up'; readonly error: AppError };

/** What a verdict rests on. */
export interface Judged {
  readonly kind: RequestClass['kind'];
  readonly end: AttemptResult;
  /** Tries made so far; those refused together with their class are left out. */
  readonly tries: number;
  /** Tries at most. Default is 6. */
  readonly maxTries?: number;
  /** True where the caller can do without the answer. Default is false. */
  readonly isOptional?: boolean;
  /** Whether its token was replaced already. */
  readonly isRenewed: boolean;
  /** True if the browser says that it has no connection; a read that a person waits for then waits for one, however long. */
  readonly isOffline?: boolean;
  /** By the wall clock, for dates in `Retry-After`. */
  readonly nowInMs: number;
  readonly random: Random;
}

const defaultMaxTries = 6;
/** Limits of a reading that the screen can do without, while the service is broken: others wait for it. */
const optional = { maxTries: 2, longestWaitInMs: 2_000 };
const floorInMs = 1_000;
/** Waits double from the first to the longest; a service that throttles needs longer to recover than one that stumbled. */
const backoffs = { throttled: [2_000, 30_000], broken: [500, 4_000] } as const;
const transientStatuses: ReadonlySet<number> = new Set([500, 502, 503, 504, 507]);

/** The longest wait that the service may ask for; what asks for more is given up. */
export const longestWaitInMs = 10 * 60_000;

/**
 * Decides alone, without effects, what becomes of one call. A write goes out again only when the service refused it
 * untouched: 429, or 503 with a `Retry-After`; a read also when its answer was lost or the service was broken.
 */
export function judgeTry({
  kind,
  end,
  tries,
  maxTries = defaultMaxTries,
  isOptional = false,
  isRenewed,
  isOffline = false,
  nowInMs,
  random,
}: Judged): Verdict {
  const again = (delayInMs: number): Verdict =>
    tries < maxTries ? { kind: 'again', delayInMs } : { kind: 'settle' };
  if (end.kind === 'error') {
    const isWorthAnother = kind === 'read' && isLost(end.error);
    if (isWorthAnother && isOffline && end.error.code === 'offline')
      return { kind: 'again', delayInMs: backoffs.broken[1] };
    return isWorthAnother ? again(backoffInMs('broken', tries, random)) : { kind: 'settle' };
  }

  const { answer } = end;
  const refused = refusedTokenOf(answer);
  if (refused) return isRenewed ? { kind: 'settle' } : { kind: 'renew', refused };
  const asked = parseRetryAfter(answer.headers['retry-after'], nowInMs);
  const isRefused = answer.status === 429 || (answer.status === 503 && asked !== undefined);
  const isTransient = isRefused || (kind === 'read' && transientStatuses.has(answer.status));
  if (!isTransient) return { kind: 'settle' };
  const isBroken = answer.status !== 429;
  if (isOptional && isBroken && (tries >= optional.maxTries || (asked ?? 0) > optional.longestWaitInMs))
    return { kind: 'settle' };
  if (asked === undefined)
    return again(backoffInMs(answer.status === 429 ? 'throttled' : 'broken', tries, random));
  if (asked > longestWaitInMs) return { kind: 'give-up', error: tooLong(answer, asked) };
  return again(Math.max(floorInMs, asked));
}

/** Chance lengthens a wait by half at most, so that those who failed together do not come back together. */
function backoffInMs(why: keyof typeof backoffs, tries: number, random: Random): number {
  const [first, longest] = backoffs[why];
  return Math.round(Math.min(longest, first * 2 ** Math.max(0, tries - 1)) * (1 + random() / 2));
}

function isLost({ code }: AppError): boolean {
  return code === 'offline' || code === 'timed-out' || code === 'unexpected-answer';
}

/** The token that the service refused: 401, or 403 that asks for more claims (Graph: error responses). */
function refusedTokenOf({ status, headers, tokenId }: HttpResponse): RefusedToken | undefined {
  const claims = readClaimsChallenge(headers['www-authenticate']);
  const isRefused = status === 401 || (status === 403 && claims !== undefined);
  return isRefused && tokenId !== undefined ? { id: tokenId, claims } : undefined;
}

function tooLong({ status, headers }: HttpResponse, retryAfterInMs: number): AppError {
  return new AppError(status === 429 ? 'throttled' : 'service-unavailable', {
    status,
    requestId: headers['request-id'],
    retryAfterInMs,
  });
}
