import { AppError, toAppError } from '../base/appError';
import type { Engine } from './createEngine';
import type { Journal } from './journal/journal';
import type { JobLog } from './runner/createJobLog';
import type { Jobs } from './jobs';
import type { JobLocks } from './tabs/jobLocks';
import { lockName } from './tabs/lockName';
import { createUnreadableJobs, type UnreadableJobs } from './createUnreadableJobs';

/** Dependencies of the deletion of jobs. */
interface JobDeletionOptions<Subject, Input, Code extends string> {
  readonly engine: Engine<Subject, Input, Code>;
  readonly journal: Journal;
  readonly locks: JobLocks;
  /** Opens a job that does not run. Rejects with AppError `job-busy` for one that does. */
  readonly openIdleJob: (id: string) => Promise<JobLog<Subject, Input, Code>>;
}

/** Creates the part of the jobs that deletes them from the journal. */
export function createJobDeletion<Subject, Input, Code extends string>(
  options: JobDeletionOptions<Subject, Input, Code>,
): Pick<Jobs<Subject, Input, Code>, 'remove'> & { readonly unreadable: UnreadableJobs } {
  const { engine, journal, locks, openIdleJob } = options;

  /** False for a job that another tab has locked. */
  const remove = (id: string): Promise<boolean> => locks.tryRun(lockName(id), () => journal.remove(id));

  /** A job that cannot be read is over too: no version of the app that is open here can take it further. */
  async function isOver(id: string): Promise<boolean> {
    try {
      const { status } = (await openIdleJob(id)).state();
      return status === 'finished' || status === 'planned';
    } catch (thrown) {
      if (toAppError(thrown).code === 'job-unreadable') return true;
      throw thrown;
    }
  }

  return {
    async remove(id) {
      if (!(await isOver(id)) || !(await remove(id))) throw new AppError('job-busy');
      engine.drop(id);
      engine.history.remove(id);
      engine.post({ kind: 'listed' });
    },
    unreadable: createUnreadableJobs({ engine, journal, remove }),
  };
}
