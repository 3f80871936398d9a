import { useMutation } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useServices, type LicenseJobs } from '../../services';

/** Steering of jobs from a screen. */
interface Steering {
  /** Does something with the jobs, unless a step of the same name still runs; the error of an earlier step is forgotten. */
  readonly steer: (name: string, act: (jobs: LicenseJobs) => Promise<void>) => void;
  readonly isBusy: boolean;
  /** Why the last act failed. */
  readonly error: Error | null;
}

interface Step {
  readonly name: string;
  readonly act: (jobs: LicenseJobs) => Promise<void>;
}

/** Starts, pauses and stops jobs, and keeps the failure of it for the screen. */
export function useSteering(): Steering {
  const { jobs } = useServices();
  // A ref, since a second click may come before the first one is drawn.
  const running = useRef(new Set<string>());
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ name, act }: Step) => {
      try {
        await act(jobs);
      } finally {
        running.current.delete(name);
      }
    },
  });
  const steer = useCallback(
    (name: string, act: Step['act']) => {
      if (running.current.has(name)) return;
      running.current.add(name);
      mutate({ name, act });
    },
    [mutate],
  );
  return { steer, isBusy: isPending, error };
}
