/** Runs work of the same key one at a time, in the order it came. */
interface KeyedQueue {
  /** Runs `work` once all earlier work of the key has ended, however it ended; settles as `work` does. */
  readonly runExclusive: <T>(key: string, work: () => Promise<T>) => Promise<T>;
}

/** Creates an empty queue. A key takes memory only while work of it waits or runs. */
export function createKeyedQueue(): KeyedQueue {
  const tails = new Map<string, Promise<unknown>>();
  return {
    runExclusive(key, work) {
      const tail = (tails.get(key) ?? Promise.resolve()).then(work, work);
      const settled = tail
        .catch(() => undefined)
        .then(() => {
          if (tails.get(key) === settled) tails.delete(key);
        });
      tails.set(key, settled);
      return tail;
    },
  };
}
