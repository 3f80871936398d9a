import type { Clock } from '../../base/clock';

/** Throttled subscription to changes. */
export interface Notifier {
  notify(): void;
  /** Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}

/** Minimum time between two calls of a listener, in milliseconds. */
const minIntervalInMs = 100;

/** Creates a notifier that calls listeners at once after a change, and at most every 100 ms while changes continue. */
export function createNotifier(clock: Clock): Notifier {
  const listeners = new Set<() => void>();
  let isDue = false;
  let isThrottled = false;

  function callListeners(): void {
    isDue = false;
    isThrottled = true;
    for (const listener of [...listeners]) listener();
    void clock.wait(minIntervalInMs).then(() => {
      isThrottled = false;
      if (isDue) callListeners();
    });
  }

  return {
    notify() {
      if (isDue || listeners.size === 0) return;
      isDue = true;
      if (!isThrottled) queueMicrotask(callListeners);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
