/** Runs what concerns the same thing one after the other. */
export interface Lanes {
  /** Runs `work` when all earlier work of the same name has ended, however it ended; settles as `work` does. */
  readonly inTurn: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** Makes lanes, all of them free. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    inTurn(name, work) {
      const tail = (tails.get(name) ?? Promise.resolve()).then(work, work);
      const settled = tail
        .catch(() => undefined)
        .then(() => {
          if (tails.get(name) === settled) tails.delete(name);
        });
      tails.set(name, settled);
      return tail;
    },
  };
}
