import { useCallback, useSyncExternalStore } from 'react';
import type { JobSummary } from '../../jobs/job';
import type { LicenseJobSubject } from '../../license-jobs/licenseJob';
import { useServices } from '../services';
import type { LicenseJobs } from '../services';

/** Returns where this browser keeps jobs; `unknown` while loading. */
export function useJobKeeping(): ReturnType<LicenseJobs['storage']> {
  const { jobs } = useServices();
  const subscribe = useCallback((listener: () => void) => jobs.subscribe(listener), [jobs]);
  return useSyncExternalStore(subscribe, () => jobs.storage());
}

/** Returns the license jobs of this browser and account, newest first, and follows changes. */
export function useJobList(): readonly JobSummary<LicenseJobSubject>[] {
  const { jobs } = useServices();
  const subscribe = useCallback((listener: () => void) => jobs.subscribe(listener), [jobs]);
  return useSyncExternalStore(subscribe, () => jobs.list());
}
