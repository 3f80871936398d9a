/** Current time and waits, so that tests can control them. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC; may jump when the machine's clock is set. */
  now(): number;
  /** Milliseconds that never go back, for measuring durations. */
  monotonic(): number;
  /**
   * Resolves after `delayInMs` milliseconds.
   * Rejects with the signal's reason as soon as `signal` is aborted.
   */
  wait(delayInMs: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  wait: (delayInMs, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const onAbort = (): void => {
        clearTimeout(timer);
        reject(signal?.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      }, delayInMs);
      signal?.addEventListener('abort', onAbort, { once: true });
    }),
};
