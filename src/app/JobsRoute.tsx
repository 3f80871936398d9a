import { useLocation } from 'wouter';
import { JobPage } from '../ui/pages/jobs/JobPage';
import { JobsPage } from '../ui/pages/jobs/JobsPage';
import { routes } from '../ui/routes';

/** The history of jobs, or one of them. */
export function JobsRoute({ jobId }: { readonly jobId: string | undefined }) {
  const [, navigate] = useLocation();
  if (jobId === undefined) return <JobsPage />;
  return (
    <JobPage
      jobId={jobId}
      onBack={() => navigate(routes.jobs)}
      onOpen={(other) => navigate(routes.job(other))}
    />
  );
}
