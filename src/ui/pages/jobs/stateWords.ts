import type { LicenseJobSummary } from '../../../license-jobs/licenseJob';
import { isFinishing } from '../../parts/JobPanel/allowedActions';
import type { Messages } from '../../messages/types';

/** Where a job stands, in a word or two; for one that stopped, why. */
export function jobStatusText(job: LicenseJobSummary, { jobs, errors }: Messages): string {
  const { status, pause, runner } = job;
  if (runner === 'elsewhere') return jobs.elsewhere;
  if (pause?.kind === 'interrupted') return jobs.interrupted;
  if (pause?.kind === 'stopped') return `${jobs.status.paused}: ${errors[pause.code].title}`;
  return isFinishing(job) ? jobs.stateText.finishing : jobs.status[status];
}
