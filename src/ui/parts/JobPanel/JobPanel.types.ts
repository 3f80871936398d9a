import type { LicenseJobState, LicenseJobSummary } from '../../../license-jobs/licenseJob';
import type { JobPace } from '../../../jobs/jobs';

/** A job on screen. */
export interface LiveJob {
  readonly state: LicenseJobState;
  readonly pace: JobPace;
  readonly runner: LicenseJobSummary['runner'];
}
