import type { Clock } from '../../base/clock';
import type { JobLocks } from './jobLocks';
import { lockedJobs } from './lockName';

/** Knows which jobs other tabs run. */
export interface RunnerWatch {
  isElsewhere(jobId: string): boolean;
  /** Another tab said that it runs the job. */
  markSeen(jobId: string): void;
  /** Looks at the locks. */
  refresh(): Promise<void>;
  /** As long as somebody observes, a tab that dies is noticed within three seconds; returns the way to stop. */
  observe(): () => void;
}

/** What a watch is made of. */
interface RunnerWatchOptions {
  readonly locks: JobLocks;
  readonly clock: Clock;
  /** Whether this tab runs the job. */
  readonly isHere: (jobId: string) => boolean;
  /** Called when another tab took the job up, or let go of it. */
  readonly onChange: (jobId: string) => void;
}

/** A tab that dies says nothing, so its locks are looked at. */
const periodInMs = 3_000;

/** Makes a watch that knows of no other tab yet. */
export function createRunnerWatch({ locks, clock, isHere, onChange }: RunnerWatchOptions): RunnerWatch {
  let elsewhere: ReadonlySet<string> = new Set();
  let looking: Promise<void> = Promise.resolve();
  let observers = 0;
  let isPolling = false;

  /** One look after the other, so that the latest counts. */
  function refresh(): Promise<void> {
    looking = looking
      .catch(() => undefined)
      .then(async () => {
        const held = lockedJobs(await locks.held());
        take(new Set(held.filter((id) => !isHere(id))));
      });
    return looking;
  }

  function take(next: ReadonlySet<string>): void {
    const last = elsewhere;
    elsewhere = next;
    for (const id of new Set([...last, ...next])) if (last.has(id) !== next.has(id)) onChange(id);
    void poll();
  }

  async function poll(): Promise<void> {
    if (isPolling) return;
    isPolling = true;
    while (observers > 0 && elsewhere.size > 0) {
      await clock.wait(periodInMs);
      await refresh().catch(() => undefined);
    }
    isPolling = false;
  }

  return {
    isElsewhere: (jobId) => elsewhere.has(jobId) && !isHere(jobId),
    markSeen(jobId) {
      if (!elsewhere.has(jobId) && !isHere(jobId)) take(new Set([...elsewhere, jobId]));
    },
    refresh,
    observe() {
      observers += 1;
      void poll();
      return () => {
        observers -= 1;
      };
    },
  };
}
