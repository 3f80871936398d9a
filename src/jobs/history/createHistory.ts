import type { Clock } from '../../base/clock';
import { createNotifier } from '../createNotifier';
import type { JobDigest, JobHeader, JobOwner, JobSummary } from '../job';
import type { JobReader } from '../journal/createJobReader';
import { present } from '../state/present';

/** The list of an account's jobs, kept up to date. */
export interface History<Subject> {
  list(): readonly JobSummary<Subject>[];
  subscribe(listener: () => void): () => void;
  /** Reads the list from the journal. */
  load(): Promise<void>;
  /** A job was planned or went on. */
  put(header: JobHeader<Subject>, digest: JobDigest): void;
  /** A job of another tab went on; false where the list does not hold it. */
  update(jobId: string, digest: JobDigest): boolean;
  remove(jobId: string): void;
  /** Who runs a job changed. */
  touch(): void;
}

/** What a history is made of. */
interface HistoryOptions<Subject> {
  readonly reader: Pick<JobReader<Subject, unknown, string>, 'list'>;
  readonly clock: Clock;
  readonly owner: () => JobOwner;
  readonly runnerOf: (jobId: string) => JobSummary<unknown>['runner'];
}

/** Makes a history that is empty until it is loaded. */
export function createHistory<Subject>(options: HistoryOptions<Subject>): History<Subject> {
  const { reader, clock, owner, runnerOf } = options;
  const changes = createNotifier(clock);
  let jobs = new Map<string, { header: JobHeader<Subject>; digest: JobDigest }>();
  let list: readonly JobSummary<Subject>[] | undefined = [];

  function touch(): void {
    list = undefined;
    changes.touch();
  }

  function summaries(): readonly JobSummary<Subject>[] {
    return [...jobs.values()]
      .map(({ header, digest }) => {
        const runner = runnerOf(header.id);
        return { ...present(digest, runner), header, runner };
      })
      .sort((one, other) => other.header.plannedAt - one.header.plannedAt);
  }

  return {
    list: () => (list ??= summaries()),
    subscribe: (listener) => changes.subscribe(listener),
    async load() {
      const entries = await reader.list(owner());
      jobs = new Map(entries.map(({ header, digest }) => [header.id, { header, digest }]));
      touch();
    },
    put(header, digest) {
      jobs.set(header.id, { header, digest });
      touch();
    },
    update(jobId, digest) {
      const job = jobs.get(jobId);
      if (!job) return false;
      jobs.set(jobId, { header: job.header, digest });
      touch();
      return true;
    },
    remove(jobId) {
      jobs.delete(jobId);
      touch();
    },
    touch,
  };
}
