import { AppError, toAppError } from '../base/appError';
import type { Engine } from './createEngine';
import type { JobStatus, JobSummary } from './job';
import type { UnreadableJob } from './journal/createJobReader';
import type { Journal } from './journal/journal';
import { toDigest } from './state/toDigest';

/**
 * The jobs of the account that this version of the app cannot read: of another version, or damaged. They stay in the journal as
 * they are until somebody deletes them, with `Jobs.forget` or all at once.
 */
export interface UnreadableJobs {
  /** Those that are known, newest first; the same array until something changes. */
  list(): readonly UnreadableJob[];
  /** Calls back after every change of `list()`; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Reads every job that was not read yet, one after the other, so that the list is complete. Rejects as the journal does. */
  check(): Promise<void>;
  /** Returns everything that is stored of a job as JSON. Rejects with AppError `not-found`, or as the journal does. */
  exportText(id: string): Promise<string>;
  /** Deletes all of them. Resolves with the number of those that stay, because another tab has them. */
  removeAll(): Promise<number>;
}

/** Dependencies of the unreadable jobs. */
interface UnreadableJobsOptions<Subject, Input, Code extends string> {
  readonly engine: Engine<Subject, Input, Code>;
  readonly journal: Journal;
  /** Deletes a job; false for one that another tab has locked. */
  readonly remove: (id: string) => Promise<boolean>;
}

/** Lists, exports and deletes the jobs that cannot be read. */
export function createUnreadableJobs<Subject, Input, Code extends string>(
  options: UnreadableJobsOptions<Subject, Input, Code>,
): UnreadableJobs {
  const { engine, journal, remove } = options;
  const { history } = engine;
  const checked = new Set<string>();
  let checking: Promise<void> = Promise.resolve();

  async function check(id: string): Promise<void> {
    if (checked.has(id) || engine.isOpen(id)) return;
    const saved = await engine.read(id).catch((thrown: unknown) => {
      if (toAppError(thrown).code !== 'job-unreadable') throw thrown;
    });
    checked.add(id);
    // The summary may say more than the events. What a job says that runs meanwhile is newer than both.
    if (saved && engine.runnerOf(id) === 'nobody' && !engine.isOpen(id))
      history.put(saved.job.header, toDigest(saved.job));
  }

  /** One after the other, since each can have 100,000 items. */
  function checkThose(isWanted: (job: JobSummary<Subject>) => boolean): Promise<void> {
    const ids = history.list().flatMap((job) => (isWanted(job) ? [job.header.id] : []));
    checking = checking
      .catch(() => undefined)
      .then(async () => {
        for (const id of ids) await check(id);
      });
    return checking;
  }

  // A job that is offered to be taken further must be readable; all others are read where somebody looks at the list.
  void engine.loaded
    .then(() => checkThose(({ runner, status }) => runner === 'nobody' && !isAtEnd(status)))
    .catch(() => undefined);

  return {
    list: () => history.unreadable(),
    subscribe: (listener) => history.subscribe(listener),
    check: () => checkThose(() => true),
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

const isAtEnd = (status: JobStatus): boolean => status === 'finished' || status === 'planned';

/** JSON of everything that a browser can store, which is more than JSON knows: big integers, and objects that contain themselves. */
function toJson(stored: unknown): string {
  const above: object[] = [];
  return JSON.stringify(
    stored,
    function (this: object, _key, value: unknown) {
      while (above.length > 0 && above.at(-1) !== this) above.pop();
      if (typeof value === 'bigint') return String(value);
      if (typeof value !== 'object' || value === null) return value;
      if (above.includes(value)) return undefined;
      above.push(value);
      return value;
    },
    2,
  );
}
