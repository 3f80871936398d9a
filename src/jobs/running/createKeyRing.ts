/** Keys of items, each with one holder at a time; shared by all jobs of a tab. */
export interface KeyRing {
  /** Takes the key where nobody has it; else `onTurn` is called once, with the key taken, when it is this caller's turn. */
  take(key: string, onTurn: () => void): boolean;
  /** Hands the key to who waits the longest. */
  release(key: string): void;
}

/** Makes a ring of which nobody holds a key. */
export function createKeyRing(): KeyRing {
  const queues = new Map<string, (() => void)[]>();
  return {
    take(key, onTurn) {
      const queue = queues.get(key);
      if (queue) queue.push(onTurn);
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
