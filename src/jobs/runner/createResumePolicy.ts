import type { ErrorCode } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { Random } from '../../base/random';

/** A run that an error stopped. */
export interface StoppedRun {
  readonly code: ErrorCode;
  /** Number of earlier stops in a row in which no item was settled, from 0. */
  readonly attempt: number;
  /** Milliseconds that the service asked for; undefined if it asked for none. */
  readonly retryAfterInMs: number | undefined;
}

/** Plan to resume a job without a person. */
export interface Resumption {
  /** Milliseconds since 1970; undefined if the time isn't known. */
  readonly goesOnAt?: number;
  /** Resolves when the job may resume; rejects when `signal` is aborted. */
  wait(signal: AbortSignal): Promise<void>;
}

/** Decides whether a stopped job resumes by itself; undefined if it waits for a person. */
export type ResumePolicy = (run: StoppedRun) => Resumption | undefined;

interface ResumePolicyOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Calls back when the browser is online again; returns a function that unsubscribes. Default: the delay alone counts. */
  readonly onOnline?: (listener: () => void) => () => void;
}

/** Maximum delay of a browser's timers, in milliseconds. */
const maxTimerInMs = 2 ** 31 - 1;

/** Exponential backoff of a paused job for each code that can pass by itself; `maxAttempts` counts attempts without any progress. */
const resumeBackoffs: Partial<
  Record<ErrorCode, { firstInMs: number; maxInMs: number; maxAttempts: number }>
> = {
  offline: { firstInMs: 5_000, maxInMs: 60_000, maxAttempts: Infinity },
  throttled: { firstInMs: 60_000, maxInMs: 600_000, maxAttempts: 10 },
  'service-unavailable': { firstInMs: 30_000, maxInMs: 300_000, maxAttempts: 10 },
  'timed-out': { firstInMs: 30_000, maxInMs: 300_000, maxAttempts: 10 },
  'journal-unavailable': { firstInMs: 1_000, maxInMs: 5_000, maxAttempts: 2 },
};

/**
 * Creates the default policy. Offline: resumes with the connection. Throttled: at the time that the service named. Service or
 * journal unavailable: after a growing delay, a limited number of times. All other codes (`forbidden`, `consent-needed`,
 * `sign-in-needed`, `account-changed`, `popup-blocked`, …) wait for a person.
 */
export function createResumePolicy({ clock, random, onOnline }: ResumePolicyOptions): ResumePolicy {
  return ({ code, attempt, retryAfterInMs }) => {
    const backoff = resumeBackoffs[code];
    if (!backoff) return undefined;
    if (code === 'throttled' && retryAfterInMs !== undefined) {
      const delayInMs = Math.min(retryAfterInMs, maxTimerInMs);
      return { goesOnAt: clock.now() + delayInMs, wait: (signal) => clock.wait(delayInMs, signal) };
    }
    if (attempt >= backoff.maxAttempts) return undefined;
    const fullDelayInMs = Math.min(backoff.maxInMs, backoff.firstInMs * 2 ** attempt);
    const delayInMs = fullDelayInMs * (0.8 + 0.2 * random());
    if (code === 'offline') return { wait: (signal) => waitUntilOnline(clock, delayInMs, signal, onOnline) };
    return { goesOnAt: clock.now() + delayInMs, wait: (signal) => clock.wait(delayInMs, signal) };
  };
}

/** Waits until the browser is online, at most for the delay. */
async function waitUntilOnline(
  clock: Clock,
  delayInMs: number,
  signal: AbortSignal,
  onOnline: ResumePolicyOptions['onOnline'],
): Promise<void> {
  const online = new AbortController();
  const unsubscribe = onOnline?.(() => online.abort());
  try {
    await clock.wait(delayInMs, AbortSignal.any([signal, online.signal]));
  } catch (aborted) {
    if (signal.aborted) throw aborted;
  } finally {
    unsubscribe?.();
  }
}
