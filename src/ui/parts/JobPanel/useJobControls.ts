import { useMutation } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useServices, type LicenseJobs } from '../../services';

interface JobControls {
  /** Runs an action unless one of the same name is still running. Clears the error of the last action. */
  readonly run: (name: string, act: (jobs: LicenseJobs) => Promise<void>) => void;
  readonly isBusy: boolean;
  /** Error of the last action. */
  readonly error: Error | null;
}

interface JobAction {
  readonly name: string;
  readonly act: (jobs: LicenseJobs) => Promise<void>;
}

/** Runs actions on jobs, and keeps the last error for the screen. */
export function useJobControls(): JobControls {
  const { jobs } = useServices();
  // A ref, since a second click can come before the next render.
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
