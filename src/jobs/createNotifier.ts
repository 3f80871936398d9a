import type { Clock } from '../base/clock';

/** Listeners that hear of changes, many changes at once. */
export interface Notifier {
  /** Something changed. */
  touch(): void;
  subscribe(listener: () => void): () => void;
}

/** Milliseconds between two calls of a listener. */
const pauseInMs = 100;

/** Calls listeners at once after a change, and at most every 100 ms while changes go on. */
export function createNotifier(clock: Clock): Notifier {
  const listeners = new Set<() => void>();
  let isDue = false;
  let isResting = false;

  function tell(): void {
    isDue = false;
    isResting = true;
    for (const listener of [...listeners]) listener();
    void clock.wait(pauseInMs).then(() => {
      isResting = false;
      if (isDue) tell();
    });
  }

  return {
    touch() {
      if (isDue || listeners.size === 0) return;
      isDue = true;
      if (!isResting) queueMicrotask(tell);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
