/** One lock for each key, granted in the order of the calls. */
export interface KeyedMutex {
  /** Locks a free key and returns true; else returns false and calls `onAcquired` once, when the key is locked for this caller. */
  acquire(key: string, onAcquired: () => void): boolean;
  /** Unlocks the key, or passes it to the caller that has waited the longest. */
  release(key: string): void;
}

/** Creates a mutex with every key free. */
export function createKeyedMutex(): KeyedMutex {
  const queues = new Map<string, (() => void)[]>();
  return {
    acquire(key, onAcquired) {
      const queue = queues.get(key);
      if (queue) queue.push(onAcquired);
      else queues.set(key, []);
      return !queue;
    },
    release(key) {
      const next = queues.get(key)?.shift();
      if (next) next();
      else queues.delete(key);
    },
  };
}
