import type { Clock } from '../base/clock';
import { createNotifier } from './state/createNotifier';
import type { JobDigest, JobHeader, JobOwner, JobSummary } from './job';
import type { JobReader, JournalEntry, UnreadableJob } from './journal/createJobReader';
import { toPublicState } from './state/toPublicState';

/** The list of an account's jobs, kept up to date. */
export interface JobHistory<Subject> {
  list(): readonly JobSummary<Subject>[];
  /** The jobs that cannot be read, newest first; the same array until something changes. */
  unreadable(): readonly UnreadableJob[];
  subscribe(listener: () => void): () => void;
  /** Reads the list from the journal. */
  load(): Promise<void>;
  /** A job was planned or went on. */
  put(header: JobHeader<Subject>, digest: JobDigest): void;
  /** A job of another tab went on; false where the list does not hold it. */
  update(jobId: string, digest: JobDigest): boolean;
  remove(jobId: string): void;
  /** A job of the list turned out to be unreadable. */
  quarantine(jobId: string): void;
  /** Who runs a job changed. */
  notify(): void;
}

/** What a history is made of. */
interface HistoryOptions<Subject> {
  readonly reader: Pick<JobReader<Subject, unknown, string>, 'list'>;
  readonly clock: Clock;
  readonly owner: () => JobOwner;
  readonly runnerOf: (jobId: string) => JobSummary<unknown>['runner'];
  /** Digest of a job that this tab runs, which the journal learns of later; undefined for any other. */
  readonly liveDigest: (jobId: string) => JobDigest | undefined;
}

/** Makes a history that is empty until it is loaded. */
export function createJobHistory<Subject>(options: HistoryOptions<Subject>): JobHistory<Subject> {
  const { reader, clock, owner, runnerOf, liveDigest } = options;
  const changes = createNotifier(clock);
  let jobs = new Map<string, { header: JobHeader<Subject>; digest: JobDigest }>();
  let list: readonly JobSummary<Subject>[] | undefined = [];
  let unreadable: readonly UnreadableJob[] = [];
  /** Ids of jobs whose damage the list alone does not show, and which no reload of the list repairs. */
  const damaged = new Set<string>();

  function notify(): void {
    list = undefined;
    changes.notify();
  }

  function summaries(): readonly JobSummary<Subject>[] {
    return [...jobs.values()]
      .map(({ header, digest }) => {
        const runner = runnerOf(header.id);
        return { ...toPublicState(digest, runner), header, runner };
      })
      .sort((one, other) => other.header.plannedAt - one.header.plannedAt);
  }

  return {
    list: () => (list ??= summaries()),
    unreadable: () => unreadable,
    subscribe: (listener) => changes.subscribe(listener),
    async load() {
      const found = await reader.list(owner());
      const isWhole = ({ header }: JournalEntry<Subject>): boolean => !damaged.has(header.id);
      jobs = new Map(
        found.jobs
          .filter(isWhole)
          .map(({ header, digest }) => [header.id, { header, digest: liveDigest(header.id) ?? digest }]),
      );
      const others = found.jobs.filter((entry) => !isWhole(entry)).map(({ header }) => describe(header));
      unreadable = newestFirst([...found.unreadable, ...others]);
      notify();
    },
    put(header, digest) {
      if (damaged.has(header.id)) return;
      jobs.set(header.id, { header, digest });
      notify();
    },
    update(jobId, digest) {
      const job = jobs.get(jobId);
      if (!job) return damaged.has(jobId);
      jobs.set(jobId, { header: job.header, digest });
      notify();
      return true;
    },
    remove(jobId) {
      jobs.delete(jobId);
      damaged.delete(jobId);
      unreadable = unreadable.filter(({ id }) => id !== jobId);
      notify();
    },
    quarantine(jobId) {
      damaged.add(jobId);
      const job = jobs.get(jobId);
      if (!job) return;
      jobs.delete(jobId);
      unreadable = newestFirst([...unreadable, describe(job.header)]);
      notify();
    },
    notify,
  };
}

const describe = ({ id, plannedAt }: JobHeader<unknown>): UnreadableJob => ({ id, plannedAt });

function newestFirst(jobs: readonly UnreadableJob[]): readonly UnreadableJob[] {
  return [...jobs].sort((one, other) => (other.plannedAt ?? 0) - (one.plannedAt ?? 0));
}
