import { runInSlices, type Steps } from '../../../base/async/inSlices';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSharedRun } from '../useSharedRun';
import { useServices } from '../../services';
import type { LicenseJobPlan } from '../../../license-jobs/licenseJob';

/** How a screen begins a job. */
interface PlanJob {
  /**
   * Makes the plan in slices, since it may be about 100,000 people, writes the job down and starts it; resolves with its id as soon
   * as it is written down. A job that could not be started stays planned, and its panel offers to start it. Every call is for one
   * job, until that can't be planned. Rejects as `Jobs.plan` does; `error` then says the same. What is left meanwhile, as with
   * **Cancel**, never begins.
   */
  readonly begin: (plan: Steps<LicenseJobPlan>) => Promise<string>;
  readonly isPlanning: boolean;
  readonly error: Error | null;
}

/** Begins license jobs. Show {@link PlanFailure} for the error. */
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
        // Where it can't be deleted it stays planned, and is offered as any other that has not begun.
        await jobs.remove(id).catch(() => undefined);
        signal.throwIfAborted();
      }
      // What keeps it from starting is told where it is started again.
      await jobs.start(id).catch(() => undefined);
      return id;
    },
  });
  const begin = useSharedRun(mutateAsync, true);
  return { begin, isPlanning: isPending, error };
}
