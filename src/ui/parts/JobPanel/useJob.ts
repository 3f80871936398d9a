import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { keys } from '../../queries/keys';
import { useServices, type LicenseJobs } from '../../services';
import type { LicenseJobState, LicenseJobSummary, LicenseJobView } from '../../../license-jobs/licenseJob';
import type { JobThroughput } from '../../../jobs/jobs';

interface JobReading {
  /** Undefined while loading. */
  readonly job: LiveJob | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

const jobOptions = (jobs: LicenseJobs, id: string) =>
  queryOptions({
    queryKey: keys.job(id),
    queryFn: () => jobs.open(id),
    // A view updates itself; it's neither compared nor cached.
    structuralSharing: false,
    staleTime: Infinity,
    gcTime: 0,
  });

/** Opens a job and follows it, whichever tab runs it. */
export function useJob(id: string): JobReading {
  const { jobs } = useServices();
  const { data: view, error, refetch } = useQuery(jobOptions(jobs, id));
  return { job: useLive(view), error, retry: () => void refetch() };
}

function useLive(view: LicenseJobView | undefined): LiveJob | undefined {
  const subscribe = useCallback(
    (listener: () => void) => view?.subscribe(listener) ?? (() => undefined),
    [view],
  );
  const state = useSyncExternalStore(subscribe, () => view?.state());
  const runner = useSyncExternalStore(subscribe, () => view?.runner());
  return view && state && runner && { state, runner, pace: view.throughput() };
}

/** A job on screen. */
export interface LiveJob {
  readonly state: LicenseJobState;
  readonly pace: JobThroughput;
  readonly runner: LicenseJobSummary['runner'];
}
