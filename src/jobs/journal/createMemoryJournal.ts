import { AppError } from '../../base/appError';
import type { JobDigest } from '../job';
import { ownedBy } from '../ownedBy';
import type { JobEvent, JobRecord, Journal, JournalEntry } from './journal';

interface Kept {
  readonly record: JobRecord<unknown, unknown, string>;
  readonly events: JobEvent<string>[];
  digest: JobDigest;
}

/** A journal that ends with the tab. It never rejects for want of storage. */
export function createMemoryJournal(): Journal {
  const jobs = new Map<string, Kept>();

  function append(jobId: string, events: readonly JobEvent<string>[], digest: JobDigest): void {
    const job = jobs.get(jobId);
    if (!job) throw new AppError('not-found');
    for (const event of events) job.events.push(event);
    job.digest = digest;
  }

  // The journal holds what was put in under an id; whoever reads it knows the types.
  function read<Subject, Input, Code extends string>(
    jobId: string,
  ): JobRecord<Subject, Input, Code> | undefined {
    const job = jobs.get(jobId);
    return job && ({ ...job.record, events: [...job.events] } as object as JobRecord<Subject, Input, Code>);
  }

  function list<Subject>(owner: Parameters<Journal['list']>[0]): readonly JournalEntry<Subject>[] {
    return [...jobs.values()]
      .map(({ record, digest }) => ({ header: record.header, digest }) as JournalEntry<Subject>)
      .filter(({ header }) => ownedBy(header, owner))
      .sort((one, other) => other.header.plannedAt - one.header.plannedAt);
  }

  return {
    create: (record, digest) =>
      later(() => void jobs.set(record.header.id, { record, events: [...record.events], digest })),
    append: (...parts) => later(() => append(...parts)),
    read: <Subject, Input, Code extends string>(jobId: string) =>
      later(() => read<Subject, Input, Code>(jobId)),
    readEvents: <Code extends string>(jobId: string, fromEvent: number) =>
      later(() => (jobs.get(jobId)?.events.slice(fromEvent) ?? []) as readonly JobEvent<Code>[]),
    list: <Subject>(owner: Parameters<Journal['list']>[0]) => later(() => list<Subject>(owner)),
    remove: (jobId) => later(() => void jobs.delete(jobId)),
  };
}

const later = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);
