import { JobPage } from '../../ui/pages/jobs/JobPage';
import { JobsPage } from '../../ui/pages/jobs/JobsPage';
import { routes, type JobsParams } from '../../ui/routes';
import { goUp, navigate } from './browserHistory';

/** The history of jobs, or one of them. */
export function JobsRoute({ jobId }: JobsParams) {
  if (jobId === undefined) return <JobsPage />;
  return (
    <JobPage jobId={jobId} onBack={() => goUp(routes.jobs)} onOpen={(other) => navigate(routes.job(other))} />
  );
}
