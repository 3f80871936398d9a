import type { Clock } from '../../base/clock';
import type { SettingStore } from '../../storage/settings';
import type { JobRetentionControl, LicenseJobs } from '../../ui/services';

const dayInMs = 24 * 60 * 60_000;

/** Wait before old jobs are looked for, so that it takes nothing from a start. */
const firstWaitInMs = 30_000;

/** Deletes finished jobs of the account that are older than it wants them kept. */
interface JobRetentionService extends JobRetentionControl {
  /** Deletes what is too old, once a day for as long as the page is open. */
  run(): Promise<never>;
}

/** Creates the retention of jobs from the account's setting. */
export function createJobRetention(
  settings: Pick<SettingStore, 'readJobRetention' | 'writeJobRetention' | 'subscribe'>,
  jobs: LicenseJobs,
  clock: Clock,
): JobRetentionService {
  function findExpired(retention: ReturnType<JobRetentionControl['read']>): readonly string[] {
    if (retention === 'forever') return [];
    const oldest = clock.now() - retention * dayInMs;
    return jobs
      .list()
      .filter(({ status, finishedAt }) => status === 'finished' && (finishedAt ?? Infinity) < oldest)
      .map(({ header }) => header.id);
  }

  async function deleteExpired(): Promise<void> {
    // One after the other, since each is read as a whole.
    for (const id of findExpired(settings.readJobRetention())) await deleteIfFinished(jobs, id);
  }

  return {
    read: () => settings.readJobRetention(),
    subscribe: (listener) => settings.subscribe(listener),
    countExpired: (retention) => findExpired(retention).length,
    async choose(retention) {
      settings.writeJobRetention(retention);
      await deleteExpired();
    },
    async run() {
      await clock.wait(firstWaitInMs);
      for (;;) {
        await deleteExpired();
        await clock.wait(dayInMs);
      }
    },
  };
}

async function deleteIfFinished(jobs: LicenseJobs, id: string): Promise<void> {
  try {
    // Only a person deletes a job that turns out to be damaged, or not to be at its end.
    const { status } = (await jobs.open(id)).state();
    if (status === 'finished') await jobs.remove(id);
  } catch {
    // It stays in the list, as where another tab has it, and is tried again the next day.
  }
}
