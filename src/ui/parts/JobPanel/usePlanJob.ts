import { runInSlices, type Steps } from '../../../base/async/inSlices';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSharedRun } from '../useSharedRun';
import { useServices } from '../../services';
import type { LicenseJobPlan } from '../../../license-jobs/licenseJob';

/** Starts jobs from a screen. */
interface PlanJob {
  /**
   * Plans a job in time slices, since it can have 100,000 items, and starts it; resolves with its id. A job that
   * can't start stays planned, and its panel offers to start it. Later calls share the first one unless it failed.
   * Rejects as `Jobs.plan` does, with the same `error`. After unmount, e.g. by **Cancel**, the job is never started.
   */
  readonly begin: (plan: Steps<LicenseJobPlan>) => Promise<string>;
  readonly isPlanning: boolean;
  readonly error: Error | null;
}

/** Plans and starts license jobs. Show {@link PlanFailure} for the error. */
export function usePlanJob(): PlanJob {
  const { jobs, clock } = useServices();
  const left = useRef<AbortController>(undefined);
  useEffect(() => {
    const controller = new AbortController();
    left.current = controller;
    return () => controller.abort();
  }, []);
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: async (plan: Steps<LicenseJobPlan>) => {
      const signal = left.current?.signal;
      const made = await runInSlices(plan, createTimeSlicer(clock), signal);
      signal?.throwIfAborted();
      const id = await jobs.plan(made);
      if (signal?.aborted) {
        // If it can't be deleted, it stays planned and can be started or deleted later.
        await jobs.remove(id).catch(() => undefined);
        signal.throwIfAborted();
      }
      // If it can't start, its panel shows why and offers to start it.
      await jobs.start(id).catch(() => undefined);
      return id;
    },
  });
  const begin = useSharedRun(mutateAsync, true);
  return { begin, isPlanning: isPending, error };
}
