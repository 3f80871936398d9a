import { useCallback, useSyncExternalStore } from 'react';
import type { JobSummary } from '../../jobs/job';
import type { LicenseJobSubject } from '../../license-jobs/licenseJob';
import { useServices } from '../services';

/** The license jobs of this browser and account, newest first, as they change. */
export function useJobList(): readonly JobSummary<LicenseJobSubject>[] {
  const { jobs } = useServices();
  const subscribe = useCallback((listener: () => void) => jobs.subscribe(listener), [jobs]);
  return useSyncExternalStore(subscribe, () => jobs.list());
}
