import type { LicenseJobState, LicenseJobSummary } from '../../../license-jobs/licenseJob';
import type { JobThroughput } from '../../../jobs/jobs';

/** A job on screen. */
export interface LiveJob {
  readonly state: LicenseJobState;
  readonly pace: JobThroughput;
  readonly runner: LicenseJobSummary['runner'];
}
