import type { Clock } from '../../base/clock';

/** Listeners that hear of changes, many changes at once. */
export interface Notifier {
  /** Something changed. */
  notify(): void;
  subscribe(listener: () => void): () => void;
}

/** Milliseconds between two calls of a listener. */
const minIntervalInMs = 100;

/** Calls listeners at once after a change, and at most every 100 ms while changes go on. */
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
