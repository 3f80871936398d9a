import { AppError } from '../../base/appError';
import { belongsTo, type JobDigest } from '../job';
import type { JobEvent, JobRecord, Journal, StoredEntry } from './journal';

interface MemoryJob {
  readonly record: JobRecord<unknown, unknown, string>;
  readonly events: JobEvent<string>[];
  digest: JobDigest;
}

/** Creates a journal that lasts as long as the tab. */
export function createMemoryJournal(): Journal {
  const jobs = new Map<string, MemoryJob>();

  function append(jobId: string, events: readonly JobEvent<string>[], digest: JobDigest): void {
    const job = jobs.get(jobId);
    if (!job) throw new AppError('not-found');
    for (const event of events) job.events.push(event);
    job.digest = digest;
  }

  function list(owner: Parameters<Journal['list']>[0]): readonly StoredEntry[] {
    return [...jobs.values()]
      .filter(({ record }) => belongsTo(record.header, owner))
      .sort((one, other) => other.record.header.plannedAt - one.record.header.plannedAt)
      .map(({ record: { header }, digest }) => ({ header, digest }));
  }

  return {
    create: (record, digest) =>
      later(() => void jobs.set(record.header.id, { record, events: [...record.events], digest })),
    append: (...parts) => later(() => append(...parts)),
    read: (jobId) =>
      later(() => {
        const job = jobs.get(jobId);
        return job && { ...job.record, events: [...job.events] };
      }),
    readEvents: (jobId, fromEvent) => later(() => jobs.get(jobId)?.events.slice(fromEvent) ?? []),
    readWhole: (jobId) =>
      later(() => {
        const job = jobs.get(jobId);
        return job && { ...job.record, events: [...job.events], digest: job.digest };
      }),
    list: (owner) => later(() => list(owner)),
    remove: (jobId) => later(() => void jobs.delete(jobId)),
  };
}

const later = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);
