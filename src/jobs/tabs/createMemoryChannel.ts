import type { JobChannel, SentMessage } from './jobMessages';

/** Notes between engines of one process; they arrive later, as between tabs. */
export function createMemoryChannel(): JobChannel {
  const listeners = new Set<(message: SentMessage) => void>();
  return {
    post(message) {
      for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener(message));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
