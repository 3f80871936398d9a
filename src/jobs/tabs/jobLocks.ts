/** Locks that all tabs of this browser share; the browser releases those of a tab that ends. */
export interface JobLocks {
  /** Holds the lock while `work` runs. Resolves with false, without running it, if the lock is taken. Rejects as `work` does. */
  tryRun(name: string, work: () => Promise<void>): Promise<boolean>;
  /** Names of all locks that are held, in this tab or others. */
  held(): Promise<ReadonlySet<string>>;
}

const prefix = 'isv-licenses job ';

/** Name of the lock that the tab that runs the job holds. */
export function lockName(jobId: string): string {
  return prefix + jobId;
}

/** Returns the ids of the jobs whose locks are among these names. */
export function lockedJobs(names: Iterable<string>): string[] {
  return [...names].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}

/**
 * Creates locks with `navigator.locks` (W3C Web Locks), which the browser releases when a tab ends in any way. Where storage is
 * denied, browsers deny these too; then no other tab shares jobs with this one, and locks of this tab alone are enough.
 */
export function createWebLocks(open: () => LockManager): JobLocks {
  const ownLocks = createMemoryLocks().tab();
  return {
    async tryRun(name, work) {
      let isGranted = false;
      try {
        return await open().request(name, { ifAvailable: true }, async (lock) => {
          isGranted = true;
          if (!lock) return false;
          await work();
          return true;
        });
      } catch (thrown) {
        if (isGranted || !isDenied(thrown)) throw thrown;
        return ownLocks.tryRun(name, work);
      }
    },
    async held() {
      try {
        const { held = [] } = await open().query();
        return new Set(held.flatMap(({ name }) => name ?? []));
      } catch (thrown) {
        if (!isDenied(thrown)) throw thrown;
        return ownLocks.held();
      }
    },
  };
}

/** True if the browser has no locks for this page. Without `navigator.locks`, the call is a TypeError. */
function isDenied(thrown: unknown): boolean {
  return thrown instanceof TypeError || (thrown instanceof DOMException && thrown.name === 'SecurityError');
}

/** Locks of one tab among several in this process. */
export interface TabLocks extends JobLocks {
  /** Ends the tab: its locks are released, and it gets no more. */
  close(): void;
}

/** Creates locks without a browser; each engine gets its own `tab()`. */
export function createMemoryLocks(): { tab(): TabLocks } {
  const holders = new Map<string, symbol>();
  return {
    tab: () => {
      const self = Symbol('tab');
      let isClosed = false;
      return {
        async tryRun(name, work) {
          if (isClosed || holders.has(name)) return false;
          holders.set(name, self);
          try {
            await work();
          } finally {
            if (holders.get(name) === self) holders.delete(name);
          }
          return true;
        },
        held: () => Promise.resolve(new Set(holders.keys())),
        close() {
          isClosed = true;
          for (const [name, holder] of holders) if (holder === self) holders.delete(name);
        },
      };
    },
  };
}
