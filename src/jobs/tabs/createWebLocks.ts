import type { JobLocks } from './jobLocks';

/** The browser's own locks, `navigator.locks` (W3C Web Locks), which it frees when a tab ends in whatever way. */
export function createWebLocks(locks: LockManager): JobLocks {
  return {
    tryRun: (name, work) =>
      locks.request(name, { ifAvailable: true }, async (lock) => {
        if (!lock) return false;
        await work();
        return true;
      }),
    held: async () => {
      const { held = [] } = await locks.query();
      return new Set(held.flatMap(({ name }) => name ?? []));
    },
  };
}
