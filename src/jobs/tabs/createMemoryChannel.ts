import type { JobChannel, SentNote } from './jobChannel';

/** Notes between engines of one process; they arrive later, as between tabs. */
export function createMemoryChannel(): JobChannel {
  const listeners = new Set<(note: SentNote) => void>();
  return {
    post(note) {
      for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener(note));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
