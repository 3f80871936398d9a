import { AppError } from '../../base/appError';
import type { SavedJob } from '../journal/createJobReader';
import type { JobLog } from './createJobLog';

/** The logs of the jobs that somebody looks at or runs, one a job. */
export interface JobLogs<Subject, Input, Code extends string> {
  /** Rejects with AppError `not-found`, or as reading does. */
  open(jobId: string): Promise<JobLog<Subject, Input, Code>>;
  /** Opens the log of a job that was just stored, without reading it again. */
  add(saved: SavedJob<Subject, Input, Code>): JobLog<Subject, Input, Code>;
  /** The log where it is open. */
  getCached(jobId: string): JobLog<Subject, Input, Code> | undefined;
  /** Keeps the log though nobody may look at it: it knows what the journal does not. */
  keep(log: JobLog<Subject, Input, Code>): void;
  drop(jobId: string): void;
}

/** Opens logs by reading jobs; what nobody holds is let go, since a job can be large. */
export function createJobLogs<Subject, Input, Code extends string>(
  read: (jobId: string) => Promise<SavedJob<Subject, Input, Code> | undefined>,
  openLog: (saved: SavedJob<Subject, Input, Code>) => JobLog<Subject, Input, Code>,
): JobLogs<Subject, Input, Code> {
  const open = new Map<string, WeakRef<JobLog<Subject, Input, Code>>>();
  const opening = new Map<string, Promise<JobLog<Subject, Input, Code>>>();
  const kept = new Set<JobLog<Subject, Input, Code>>();

  function add(saved: SavedJob<Subject, Input, Code>): JobLog<Subject, Input, Code> {
    const log = openLog(saved);
    open.set(log.id, new WeakRef(log));
    return log;
  }

  async function load(jobId: string): Promise<JobLog<Subject, Input, Code>> {
    const saved = await read(jobId);
    if (!saved) throw new AppError('not-found');
    const log = add(saved);
    // Reading a long job takes a while, in which another tab may have gone on unnoticed.
    await log.refresh().catch(() => undefined);
    return log;
  }

  return {
    open(jobId) {
      const log = open.get(jobId)?.deref();
      if (log) return Promise.resolve(log);
      const loading = opening.get(jobId) ?? load(jobId).finally(() => opening.delete(jobId));
      opening.set(jobId, loading);
      return loading;
    },
    add,
    getCached: (jobId) => open.get(jobId)?.deref(),
    keep: (log) => void (log.hasUnsaved() ? kept.add(log) : kept.delete(log)),
    drop: (jobId) => void open.delete(jobId),
  };
}
