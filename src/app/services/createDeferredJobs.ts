import type { Clock } from '../../base/clock';
import type { LicenseJobs } from '../../ui/services';
import { lazyProxy } from '../deferred/lazyProxy';
import { loadOnce } from '../deferred/loadOnce';

/** Jobs whose engine is loaded later. */
interface DeferredJobs extends LicenseJobs {
  /** Loads the engine and retries until that succeeds. Never rejects. */
  load(): Promise<void>;
}

/** Delays between tries, doubled each time. */
const waitsInMs = { first: 2_000, longest: 60_000 };

/**
 * Creates jobs that can be used before their engine is loaded. Each call loads it and waits for it; until then the list
 * is empty and the kind of storage is `unknown`. Calls that send changes wait for `mayWrite` first and fail if it fails.
 * Rejects as `load` does if the engine can't be loaded.
 */
export function createDeferredJobs(
  load: () => Promise<LicenseJobs>,
  clock: Clock,
  mayWrite: () => Promise<unknown> = () => Promise.resolve(),
): DeferredJobs {
  const nothing: ReturnType<LicenseJobs['list']> = [];
  const waiting = new Set<(jobs: LicenseJobs) => void>();
  let jobs: LicenseJobs | undefined;
  let isMemoryAccepted = false;
  let waking: Promise<void> | undefined;

  const loadEngine = loadOnce(async () => {
    const loaded = await load();
    if (isMemoryAccepted) loaded.acceptMemory();
    jobs = loaded;
    waiting.forEach((take) => take(loaded));
    waiting.clear();
    return loaded;
  });

  async function retryUntilLoaded(): Promise<void> {
    for (let waitInMs = waitsInMs.first; ; waitInMs = Math.min(2 * waitInMs, waitsInMs.longest)) {
      const isThere = await loadEngine().then(
        () => true,
        () => false,
      );
      if (isThere) return;
      await clock.wait(waitInMs);
    }
  }

  return {
    load: () => (waking ??= retryUntilLoaded()),
    list: () => jobs?.list() ?? nothing,
    subscribe(listener) {
      if (jobs) return jobs.subscribe(listener);
      let stop = (): void => void waiting.delete(take);
      const take = (loaded: LicenseJobs): void => {
        stop = loaded.subscribe(listener);
        listener();
      };
      waiting.add(take);
      return () => stop();
    },
    storage: () => jobs?.storage() ?? 'unknown',
    acceptMemory() {
      isMemoryAccepted = true;
      jobs?.acceptMemory();
    },
    ...lazyProxy<LicenseJobs, (typeof asyncJobs)[number]>(loadEngine, asyncJobs),
    ...lazyProxy<LicenseJobs, (typeof sendingJobs)[number]>(async () => {
      await mayWrite();
      return loadEngine();
    }, sendingJobs),
  };
}

const asyncJobs = ['plan', 'open', 'pause', 'previewUndo', 'remove'] as const;
const sendingJobs = ['start', 'cancel', 'retryFailed', 'undo'] as const;
