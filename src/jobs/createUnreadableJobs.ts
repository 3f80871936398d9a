import { AppError, toAppError } from '../base/appError';
import type { Engine } from './createEngine';
import type { JobStatus, JobSummary } from './job';
import type { UnreadableJob } from './journal/createJobReader';
import type { Journal } from './journal/journal';
import { toDigest } from './state/jobState';

/**
 * The jobs of the account that this version of the app can't read: of another version, or damaged. They stay in the journal
 * unchanged until the user deletes them, with `Jobs.remove` or all together.
 */
export interface UnreadableJobs {
  /** The known ones, newest first; the same array until something changes. */
  list(): readonly UnreadableJob[];
  /** Calls back after every change of `list()`; returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  /** Reads each job that was not read yet, so that the list is complete. Rejects as the journal does. */
  check(): Promise<void>;
  /** Returns all stored data of a job as JSON. Rejects with AppError `not-found`, or as the journal does. */
  exportText(id: string): Promise<string>;
  /** Deletes all of them. Resolves with the number of jobs that are left because another tab has locked them. */
  removeAll(): Promise<number>;
}

interface UnreadableJobsOptions<Subject, Input, Code extends string> {
  readonly engine: Engine<Subject, Input, Code>;
  readonly journal: Journal;
  /** Deletes a job; resolves with false for one that another tab has locked. */
  readonly remove: (id: string) => Promise<boolean>;
}

/** Creates the list, which is complete after `check`. */
export function createUnreadableJobs<Subject, Input, Code extends string>(
  options: UnreadableJobsOptions<Subject, Input, Code>,
): UnreadableJobs {
  const { engine, journal, remove } = options;
  const { history, logs, tracker, reader } = engine;
  const isOpen = (id: string): boolean => logs.getCached(id) !== undefined;
  const checked = new Set<string>();
  let checking: Promise<void> = Promise.resolve();

  async function check(id: string): Promise<void> {
    if (checked.has(id) || isOpen(id)) return;
    const saved = await reader.read(id).catch((thrown: unknown) => {
      if (toAppError(thrown).code !== 'job-unreadable') throw thrown;
    });
    checked.add(id);
    // The stored digest may be newer than the events. The digest of a job that runs is newer than both.
    if (saved && tracker.runnerOf(id) === 'nobody' && !isOpen(id))
      history.put(saved.job.header, toDigest(saved.job));
  }

  /** Reads one job after the other, since each can have 100,000 items. */
  function checkWhere(isWanted: (job: JobSummary<Subject>) => boolean): Promise<void> {
    const ids = history.list().flatMap((job) => (isWanted(job) ? [job.header.id] : []));
    checking = checking
      .catch(() => undefined)
      .then(async () => {
        for (const id of ids) await check(id);
      });
    return checking;
  }

  // A job that the app offers to resume must be readable. All others are read when the user opens the list.
  void engine.loaded
    .then(() => checkWhere(({ runner, status }) => runner === 'nobody' && !canBeRemoved(status)))
    .catch(() => undefined);

  return {
    list: () => history.unreadable(),
    subscribe: (listener) => history.subscribe(listener),
    check: () => checkWhere(() => true),
    async exportText(id) {
      const stored = await journal.readWhole(id);
      if (!stored) throw new AppError('not-found');
      return toJson(stored);
    },
    async removeAll() {
      await history.load();
      let left = 0;
      for (const { id } of history.unreadable()) {
        if (await remove(id)) history.remove(id);
        else left += 1;
      }
      return left;
    },
  };
}

const canBeRemoved = (status: JobStatus): boolean => status === 'finished' || status === 'planned';

/** Returns JSON of any value that a browser can store, also of big integers and of objects that contain themselves. */
function toJson(stored: unknown): string {
  const ancestors: object[] = [];
  return JSON.stringify(
    stored,
    function (this: object, _key, value: unknown) {
      while (ancestors.length > 0 && ancestors.at(-1) !== this) ancestors.pop();
      if (typeof value === 'bigint') return String(value);
      if (typeof value !== 'object' || value === null) return value;
      if (ancestors.includes(value)) return undefined;
      ancestors.push(value);
      return value;
    },
    2,
  );
}
