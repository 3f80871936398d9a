import { withTimeout } from '../../base/async/withTimeout';
import { AppError, toAppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { DraftStore } from '../../storage/drafts';
import type { PersonalData } from '../../storage/personalData';
import type { KeptData, LicenseJobs } from '../../ui/services';

/** Maximum wait for a journal to list its jobs. */
const maxListingInMs = 10_000;

/** Parts of what is kept besides an account's entries of its own. */
interface KeptParts extends Pick<KeptData, 'unreadableJobs' | 'jobRetention' | 'columns'> {
  readonly drafts: DraftStore;
  readonly jobs: LicenseJobs;
}

/** Joins what the browser keeps with its jobs, so that everything can be deleted at once. */
export function createKeptData(
  personal: PersonalData,
  { drafts, columns, jobs, unreadableJobs, jobRetention }: KeptParts,
  clock: Clock,
): KeptData {
  return {
    ...personal,
    drafts,
    columns,
    unreadableJobs,
    jobRetention,
    async deleteEverything() {
      await untilListed(jobs, clock);
      // These jobs cannot be deleted from here, and it would not be everything.
      if (jobs.storage() === 'newer') throw new AppError('journal-newer');
      let jobsLeft = 0;
      // One after the other, since each may have to find out what became of its last requests.
      for (const job of jobs.list()) if (!(await deleteJob(jobs, job))) jobsLeft += 1;
      // Where the browser keeps no jobs, there are none that cannot be read either.
      jobsLeft += await unreadableJobs.removeAll().catch(() => 0);
      // Last, with the tokens that jobs may need for that.
      personal.deleteAll();
      return { jobsLeft };
    },
  };
}

/** False for a job that runs, or that cannot be deleted now. */
async function deleteJob(
  jobs: LicenseJobs,
  { header: { id }, status, runner }: ReturnType<LicenseJobs['list']>[number],
): Promise<boolean> {
  const isOver = status === 'planned' || status === 'finished';
  if (!isOver && runner !== 'nobody') return false;
  try {
    if (!isOver) await jobs.cancel(id).catch(unlessUnreadable);
    await jobs.remove(id);
    return true;
  } catch {
    // Another tab runs it by now, or its state cannot be checked without a connection: it stays in the list of jobs.
    return false;
  }
}

/** A job that cannot be read is over, whatever its summary says. */
function unlessUnreadable(thrown: unknown): void {
  if (toAppError(thrown).code !== 'job-unreadable') throw thrown;
}

async function untilListed(jobs: LicenseJobs, clock: Clock): Promise<void> {
  if (jobs.storage() !== 'unknown') return;
  let stop = (): void => undefined;
  const listed = new Promise<void>((resolve) => {
    stop = jobs.subscribe(() => jobs.storage() !== 'unknown' && resolve());
  });
  try {
    await withTimeout(listed, clock, maxListingInMs, () => new AppError('journal-unavailable'));
  } finally {
    stop();
  }
}
