import type { ErrorCode } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { Random } from '../../base/random';

/** Why a job stopped. */
export interface StoppedRun {
  readonly code: ErrorCode;
  /** Number of stops in a row in which no item was settled, from 0. */
  readonly attempt: number;
  /** Milliseconds that the service asked for; undefined where it asked for none. */
  readonly retryAfterInMs: number | undefined;
}

/** How a job goes on by itself. */
export interface Resumption {
  /** Milliseconds since 1970, where the moment is known. */
  readonly goesOnAt?: number;
  /** Resolves when the job may go on; rejects when `signal` is aborted. */
  wait(signal: AbortSignal): Promise<void>;
}

/** Decides whether a stopped job goes on by itself; undefined where it waits for a person. */
export type ResumePolicy = (stop: StoppedRun) => Resumption | undefined;

/** What the usual recovery is made of. */
interface ResumePolicyOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Calls back when the browser has a connection again; returns the way to stop. Default: nobody tells. */
  readonly onOnline?: (listener: () => void) => () => void;
}

/** The longest wait that browsers' timers keep. */
const maxTimerInMs = 2 ** 31 - 1;

/** For each code that can pass by itself: the first wait, which doubles, its limit, and the number of tries. */
const backoffs: Partial<Record<ErrorCode, { firstInMs: number; limitInMs: number; tries: number }>> = {
  offline: { firstInMs: 5_000, limitInMs: 60_000, tries: Infinity },
  throttled: { firstInMs: 60_000, limitInMs: 600_000, tries: 10 },
  'service-unavailable': { firstInMs: 30_000, limitInMs: 300_000, tries: 10 },
  'timed-out': { firstInMs: 30_000, limitInMs: 300_000, tries: 10 },
  'journal-unavailable': { firstInMs: 1_000, limitInMs: 5_000, tries: 2 },
};

/**
 * The usual recovery: without a connection until there is one, throttled until the time that the service named, a broken
 * service or journal after a growing wait and not for ever. Whatever needs a person (`forbidden`, `consent-needed`,
 * `sign-in-needed`, `account-changed`, `popup-blocked`, …) waits for one.
 */
export function createResumePolicy({ clock, random, onOnline }: ResumePolicyOptions): ResumePolicy {
  return ({ code, attempt, retryAfterInMs }) => {
    const terms = backoffs[code];
    if (!terms) return undefined;
    if (code === 'throttled' && retryAfterInMs !== undefined) {
      const delayInMs = Math.min(retryAfterInMs, maxTimerInMs);
      return { goesOnAt: clock.now() + delayInMs, wait: (signal) => clock.wait(delayInMs, signal) };
    }
    if (attempt >= terms.tries) return undefined;
    const steadyInMs = Math.min(terms.limitInMs, terms.firstInMs * 2 ** attempt);
    const delayInMs = steadyInMs * (0.8 + 0.2 * random());
    if (code === 'offline') return { wait: (signal) => untilOnline(clock, delayInMs, signal, onOnline) };
    return { goesOnAt: clock.now() + delayInMs, wait: (signal) => clock.wait(delayInMs, signal) };
  };
}

/** Waits for the connection, or for the delay where nobody tells of it. */
async function untilOnline(
  clock: Clock,
  delayInMs: number,
  signal: AbortSignal,
  onOnline: ResumePolicyOptions['onOnline'],
): Promise<void> {
  const over = new AbortController();
  const stop = onOnline?.(() => over.abort());
  try {
    await clock.wait(delayInMs, AbortSignal.any([signal, over.signal]));
  } catch (aborted) {
    if (signal.aborted) throw aborted;
  } finally {
    stop?.();
  }
}
