import type { Clock } from '../../base/clock';
import type { JobSummary } from '../job';
import { lockedJobs, type JobLocks } from './jobLocks';

/** Tracks which tab runs a job: this one, another one, or none. */
export interface RunnerTracker {
  runnerOf(jobId: string): JobSummary<unknown>['runner'];
  /** Records that this tab starts or ends to run a job. */
  setRunsHere(jobId: string, runsHere: boolean): void;
  /** Records that another tab sent a message as the runner of a job. */
  markSeen(jobId: string): void;
  /** Reads the locks of all tabs. */
  refresh(): Promise<void>;
  /** Reads the locks every three seconds while jobs run in other tabs; returns a function that ends this. */
  observe(): () => void;
  /** Calls back when another tab starts or ends to run a job. */
  subscribe(listener: (jobId: string) => void): void;
}

/** Milliseconds between two reads of the locks: a tab that dies sends no message. */
const pollIntervalInMs = 3_000;

/** Creates a tracker that knows no runners yet. */
export function createRunnerTracker(locks: JobLocks, clock: Clock): RunnerTracker {
  const here = new Set<string>();
  let elsewhere: ReadonlySet<string> = new Set();
  const listeners: ((jobId: string) => void)[] = [];
  let refreshing: Promise<void> = Promise.resolve();
  let observers = 0;
  let isPolling = false;

  /** Runs one read at a time, so that the latest result counts. */
  function refresh(): Promise<void> {
    refreshing = refreshing
      .catch(() => undefined)
      .then(async () => {
        const held = lockedJobs(await locks.held());
        setElsewhere(new Set(held.filter((id) => !here.has(id))));
      });
    return refreshing;
  }

  function setElsewhere(next: ReadonlySet<string>): void {
    const last = elsewhere;
    elsewhere = next;
    for (const id of new Set([...last, ...next]))
      if (last.has(id) !== next.has(id)) for (const listener of listeners) listener(id);
    void poll();
  }

  async function poll(): Promise<void> {
    if (isPolling) return;
    isPolling = true;
    while (observers > 0 && elsewhere.size > 0) {
      await clock.wait(pollIntervalInMs);
      await refresh().catch(() => undefined);
    }
    isPolling = false;
  }

  return {
    runnerOf: (jobId) => (here.has(jobId) ? 'here' : elsewhere.has(jobId) ? 'elsewhere' : 'nobody'),
    setRunsHere: (jobId, runsHere) => void (runsHere ? here.add(jobId) : here.delete(jobId)),
    markSeen(jobId) {
      if (!elsewhere.has(jobId) && !here.has(jobId)) setElsewhere(new Set([...elsewhere, jobId]));
    },
    refresh,
    observe() {
      observers += 1;
      void poll();
      return () => {
        observers -= 1;
      };
    },
    subscribe: (listener) => void listeners.push(listener),
  };
}
