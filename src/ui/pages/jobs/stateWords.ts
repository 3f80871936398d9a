import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import type { Messages } from '../../messages/types';

/** Where a job stands, in a word or two; for one that stopped, why. */
export function stateWords({ status, pause, runner }: LicenseJobSummary, { jobs, errors }: Messages): string {
  if (runner === 'elsewhere') return jobs.elsewhere;
  if (pause?.kind === 'interrupted') return jobs.interrupted;
  if (pause?.kind === 'stopped') return `${jobs.status.paused}: ${errors[pause.code].title}`;
  return jobs.status[status];
}
