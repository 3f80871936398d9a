import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { JobStatus, JobSummary } from '../../jobs/job';
import type { LicenseJobSubject } from '../../license-jobs/licenseJob';
import { useServices } from '../services';
import { invalidateProducts } from './invalidateProducts';

/** Where a job has changed what it is to change for now; before, what is read would be stale again at once. */
const settledStatuses: ReadonlySet<JobStatus> = new Set(['paused', 'following', 'finished']);

/**
 * Reads anew what jobs touched, whenever one comes to rest, whichever screen or tab began it. Call it once for the app.
 * What had come to rest before the app was opened is left alone, since everything is read after it anyhow.
 */
export function useFreshAfterJobs(): void {
  const { jobs, clock } = useServices();
  const client = useQueryClient();
  useEffect(() => {
    const openedAt = clock.now();
    let before = statusesOf(jobs.list());
    return jobs.subscribe(() => {
      const now = jobs.list();
      const changed = new Set(
        now
          .filter(({ header: { id, plannedAt }, status }) => {
            const isNews = before.has(id) ? before.get(id) !== status : plannedAt >= openedAt;
            return isNews && settledStatuses.has(status);
          })
          .flatMap(({ header }) => header.subject.products.map(({ product }) => product)),
      );
      before = statusesOf(now);
      if (changed.size > 0) void invalidateProducts(client, changed);
    });
  }, [jobs, clock, client]);
}

function statusesOf(list: readonly JobSummary<LicenseJobSubject>[]): ReadonlyMap<string, JobStatus> {
  return new Map(list.map(({ header, status }) => [header.id, status]));
}
