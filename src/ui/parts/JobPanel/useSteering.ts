import { useMutation } from '@tanstack/react-query';
import { useServices, type LicenseJobs } from '../../services';

/** Steering of jobs from a screen. */
interface Steering {
  /** Does something with the jobs; what ran before is forgotten. */
  readonly steer: (act: (jobs: LicenseJobs) => Promise<void>) => void;
  readonly isBusy: boolean;
  /** Why the last act failed. */
  readonly error: Error | null;
}

/** Starts, pauses and stops jobs, and keeps the failure of it for the screen. */
export function useSteering(): Steering {
  const { jobs } = useServices();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (act: (jobs: LicenseJobs) => Promise<void>) => act(jobs),
  });
  return { steer: mutate, isBusy: isPending, error };
}
