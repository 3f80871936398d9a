import type { Account } from '../../auth/tokenSource';
import { systemClock } from '../../base/clock';
import { newUuid } from '../../base/ids';
import type { Logger } from '../../base/logger';
import { systemRandom } from '../../base/random';
import type { Directory } from '../../directory/types';
import { createJobs } from '../../jobs/createJobs';
import { createResumePolicy } from '../../jobs/runner/createResumePolicy';
import { createIndexedJournal } from '../../jobs/journal/createIndexedJournal';
import { createBrowserChannel } from '../../jobs/tabs/jobChannel';
import { createWebLocks } from '../../jobs/tabs/jobLocks';
import type { UnreadableJobs } from '../../jobs/createUnreadableJobs';
import { withPeople } from '../../license-jobs/licenseJob';
import { licenseJobSchema } from '../../license-jobs/licenseJobSchema';
import type { RecentChanges } from '../../license-jobs/recent-changes/createRecentChanges';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import type { LicenseJobs } from '../../ui/services';
import { createChangeLicenses } from '../../license-jobs/change-licenses/changeLicenses';
import { createThroughGroup } from '../../license-jobs/through-group/throughGroup';
import { createSetUsageLocations } from '../../license-jobs/usage-location/setUsageLocations';
import type { RightsParts } from '../../license-jobs/rightsCheck';
import { ownerOf } from './ownerOf';

/** What license jobs work with. */
interface JobParts {
  readonly licensing: LicensingAdapter;
  readonly directory: Directory;
  readonly recentChanges: RecentChanges;
  /** Milliseconds that so many writes would take from now. */
  readonly timeForChanges: (count: number) => number;
  /** Returns the part by which that may be off either way; infinite if it is the least. */
  readonly timeLeftError: (count: number) => number;
  /** The account of the last token. */
  readonly account: () => Account | undefined;
  readonly logger: Logger;
  readonly rights: RightsParts;
}

/** Opens the license jobs of this browser, kept in its database and shared with its other tabs. */
export function openJobs(parts: JobParts): LicenseJobs & { readonly unreadable: UnreadableJobs } {
  const { licensing, directory, recentChanges, timeForChanges, timeLeftError, account, logger, rights } =
    parts;
  const jobs = createJobs({
    journal: createIndexedJournal(),
    schema: licenseJobSchema,
    operations: [
      createChangeLicenses({ licensing, recentChanges, timeForChanges, timeLeftError, rights }),
      createThroughGroup({ licensing, directory, timeForChanges, timeLeftError, rights }),
      createSetUsageLocations({ directory, timeForChanges, timeLeftError, rights }),
    ],
    locks: createWebLocks(() => navigator.locks),
    channel: createBrowserChannel(() => new BroadcastChannel('isv-licenses.jobs')),
    owner: () => ownerOf(account()),
    clock: systemClock,
    newId: newUuid,
    logger,
    resumePolicy: createResumePolicy({ clock: systemClock, random: systemRandom, onOnline }),
  });
  return { ...jobs, plan: (plan) => jobs.plan(withPeople(plan)) };
}

function onOnline(listener: () => void): () => void {
  addEventListener('online', listener);
  return () => removeEventListener('online', listener);
}
