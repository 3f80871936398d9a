import type { JobDigest, JobSummary } from '../job';

/** The job as a person shall see it: what should be at work and has nobody who runs it was interrupted. */
export function toPublicState<Job extends JobDigest>(job: Job, runner: JobSummary<unknown>['runner']): Job {
  return runner === 'nobody' && shouldRun(job)
    ? { ...job, status: 'paused', pause: { kind: 'interrupted' } }
    : job;
}

function shouldRun({ status, pause }: JobDigest): boolean {
  if (status === 'paused') return pause?.kind === 'stopped' && pause.goesOnByItself;
  return status === 'running' || status === 'cancelling' || status === 'following';
}
