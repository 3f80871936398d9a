import type { JobLocks } from './jobLocks';

/** The locks of one tab among several in this process. */
export interface TabLocks extends JobLocks {
  /** The tab ends: what it held is free, and it gets nothing any more. */
  close(): void;
}

/** Locks without a browser; each engine gets a `tab()` of its own. */
export function createMemoryLocks(): { tab(): TabLocks } {
  const holders = new Map<string, symbol>();
  return {
    tab: () => {
      const me = Symbol('tab');
      let isClosed = false;
      return {
        async tryRun(name, work) {
          if (isClosed || holders.has(name)) return false;
          holders.set(name, me);
          try {
            await work();
          } finally {
            if (holders.get(name) === me) holders.delete(name);
          }
          return true;
        },
        held: () => Promise.resolve(new Set(holders.keys())),
        close() {
          isClosed = true;
          for (const [name, holder] of holders) if (holder === me) holders.delete(name);
        },
      };
    },
  };
}
