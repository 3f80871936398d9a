import type { JobPlan, JobPace, JobView } from '../../../jobs/jobs';
import type { JobItem, JobItems, JobState, JobSummary } from '../../../jobs/job';
import type { LicenseJobInput, LicenseJobSubject } from '../../../licensing/licenseJob';
import type { LicensingCode } from '../../../licensing/types';

/** A license job to be planned. */
export interface LicenseJobPlan extends JobPlan<LicenseJobSubject, LicenseJobInput, LicensingCode> {
  /** The operations that `app/` binds. */
  readonly operation: 'change-licenses' | 'through-group';
}

/** A license job as it stands. */
export type LicenseJobState = JobState<LicenseJobSubject, LicenseJobInput, LicensingCode>;

/** A license job in the history. */
export type LicenseJobSummary = JobSummary<LicenseJobSubject>;

/** A license job, observed. */
export type LicenseJobView = JobView<LicenseJobSubject, LicenseJobInput, LicensingCode>;

/** The users and groups of a license job. */
export type LicenseJobItems = JobItems<LicenseJobInput, LicensingCode>;

/** One user or group of a license job. */
export type LicenseJobItem = JobItem<LicenseJobInput, LicensingCode>;

/** A job on screen. */
export interface LiveJob {
  readonly state: LicenseJobState;
  readonly pace: JobPace;
  readonly runner: LicenseJobSummary['runner'];
}
