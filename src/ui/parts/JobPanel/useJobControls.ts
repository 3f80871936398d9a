import { useMutation } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useServices, type LicenseJobs } from '../../services';

/** Steering of jobs from a screen. */
interface JobControls {
  /** Does something with the jobs, unless a step of the same name still runs; the error of an earlier step is forgotten. */
  readonly run: (name: string, act: (jobs: LicenseJobs) => Promise<void>) => void;
  readonly isBusy: boolean;
  /** Why the last act failed. */
  readonly error: Error | null;
}

interface JobAction {
  readonly name: string;
  readonly act: (jobs: LicenseJobs) => Promise<void>;
}

/** Starts, pauses and stops jobs, and keeps the failure of it for the screen. */
export function useJobControls(): JobControls {
  const { jobs } = useServices();
  // A ref, since a second click may come before the first one is drawn.
  const running = useRef(new Set<string>());
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ name, act }: JobAction) => {
      try {
        await act(jobs);
      } finally {
        running.current.delete(name);
      }
    },
  });
  const run = useCallback(
    (name: string, act: JobAction['act']) => {
      if (running.current.has(name)) return;
      running.current.add(name);
      mutate({ name, act });
    },
    [mutate],
  );
  return { run, isBusy: isPending, error };
}
