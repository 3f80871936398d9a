import { createMemoryLocks } from './createMemoryLocks';
import type { JobLocks } from './jobLocks';

/**
 * The browser's own locks, `navigator.locks` (W3C Web Locks), which it frees when a tab ends in whatever way. Where storage is
 * denied, browsers deny these too: then no other tab shares anything with this one, and its own locks do.
 */
export function createWebLocks(open: () => LockManager): JobLocks {
  const alone = createMemoryLocks().tab();
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
        return alone.tryRun(name, work);
      }
    },
    async held() {
      try {
        const { held = [] } = await open().query();
        return new Set(held.flatMap(({ name }) => name ?? []));
      } catch (thrown) {
        if (!isDenied(thrown)) throw thrown;
        return alone.held();
      }
    },
  };
}

/** True where the browser has no locks for this page; without any, naming them is a TypeError. */
function isDenied(thrown: unknown): boolean {
  return thrown instanceof TypeError || (thrown instanceof DOMException && thrown.name === 'SecurityError');
}
