import type { Clock } from '../base/clock';
import type { JobDigest, JobHeader, JobOwner, JobSummary } from './job';
import type { JobReader, JournalEntry, UnreadableJob } from './journal/createJobReader';
import { createNotifier } from './state/createNotifier';
import { toPublicState } from './state/jobState';
import type { RunnerTracker } from './tabs/createRunnerTracker';

/** Live list of an account's jobs. */
export interface JobHistory<Subject> {
  list(): readonly JobSummary<Subject>[];
  /** The unreadable jobs, newest first; the same array until something changes. */
  unreadable(): readonly UnreadableJob[];
  subscribe(listener: () => void): () => void;
  /** Reads the list from the journal. Jobs that run in this tab keep their digest: the journal gets a newer one later. */
  load(): Promise<void>;
  /** Adds a job or replaces its digest. */
  put(header: JobHeader<Subject>, digest: JobDigest): void;
  /** Replaces the digest of a job that runs in another tab; returns false for a job that isn't in the list. */
  update(jobId: string, digest: JobDigest): boolean;
  remove(jobId: string): void;
  /** Moves a job to the unreadable ones. */
  quarantine(jobId: string): void;
  /** Calls the listeners after a change of a job's runner. */
  notify(): void;
}

interface HistoryOptions<Subject> {
  readonly reader: Pick<JobReader<Subject, unknown, string>, 'list'>;
  readonly clock: Clock;
  readonly owner: () => JobOwner;
  readonly tracker: Pick<RunnerTracker, 'runnerOf'>;
}

/** Creates a history that is empty until it is loaded. */
export function createJobHistory<Subject>(options: HistoryOptions<Subject>): JobHistory<Subject> {
  const { reader, clock, owner, tracker } = options;
  const changes = createNotifier(clock);
  let jobs = new Map<string, { header: JobHeader<Subject>; digest: JobDigest }>();
  let list: readonly JobSummary<Subject>[] | undefined = [];
  let unreadable: readonly UnreadableJob[] = [];
  /** Ids of jobs with unreadable items or events, which don't show in the list. */
  const quarantined = new Set<string>();

  function notify(): void {
    list = undefined;
    changes.notify();
  }

  function summaries(): readonly JobSummary<Subject>[] {
    return [...jobs.values()]
      .map(({ header, digest }) => {
        const runner = tracker.runnerOf(header.id);
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
      const isReadable = ({ header }: JournalEntry<Subject>): boolean => !quarantined.has(header.id);
      const known = jobs;
      const latestDigest = ({ header: { id }, digest }: JournalEntry<Subject>): JobDigest =>
        (tracker.runnerOf(id) === 'here' ? known.get(id)?.digest : undefined) ?? digest;
      jobs = new Map(
        found.jobs
          .filter(isReadable)
          .map((entry) => [entry.header.id, { header: entry.header, digest: latestDigest(entry) }]),
      );
      const others = found.jobs
        .filter((entry) => !isReadable(entry))
        .map(({ header }) => toUnreadableJob(header));
      unreadable = newestFirst([...found.unreadable, ...others]);
      notify();
    },
    put(header, digest) {
      if (quarantined.has(header.id)) return;
      jobs.set(header.id, { header, digest });
      notify();
    },
    update(jobId, digest) {
      const job = jobs.get(jobId);
      if (!job) return quarantined.has(jobId);
      jobs.set(jobId, { header: job.header, digest });
      notify();
      return true;
    },
    remove(jobId) {
      jobs.delete(jobId);
      quarantined.delete(jobId);
      unreadable = unreadable.filter(({ id }) => id !== jobId);
      notify();
    },
    quarantine(jobId) {
      quarantined.add(jobId);
      const job = jobs.get(jobId);
      if (!job) return;
      jobs.delete(jobId);
      unreadable = newestFirst([...unreadable, toUnreadableJob(job.header)]);
      notify();
    },
    notify,
  };
}

const toUnreadableJob = ({ id, plannedAt }: JobHeader<unknown>): UnreadableJob => ({ id, plannedAt });

function newestFirst(jobs: readonly UnreadableJob[]): readonly UnreadableJob[] {
  return [...jobs].sort((one, other) => (other.plannedAt ?? 0) - (one.plannedAt ?? 0));
}
