import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { JobStatus } from '../../jobs/job';
import type { LicenseJobSummary } from '../../license-jobs/licenseJob';
import type { ProductKey } from '../../licensing/keys';
import { useServices, type Services } from '../services';
import { invalidateProducts } from './invalidateProducts';
import { isIssuesKey, keys } from './keys';
import { areFewOfList, rereadHolders } from './rereadHolders';

/** Statuses in which a job changes nothing for now. Before, data would be stale again immediately. */
const settledStatuses: ReadonlySet<JobStatus> = new Set(['paused', 'following', 'finished']);

/**
 * Refetches what a job changed whenever one settles, whichever screen or tab started it. Call it once in the app.
 * Jobs that settled before the app was opened are ignored, since all data is newer.
 */
export function useInvalidateOnJobSettled(): void {
  const services = useServices();
  const client = useQueryClient();
  useEffect(() => {
    const { jobs, clock } = services;
    const openedAt = clock.now();
    let before = statusesOf(jobs.list());
    return jobs.subscribe(() => {
      const now = jobs.list();
      const settled = now.filter(({ header: { id, plannedAt }, status }) => {
        const isNews = before.has(id) ? before.get(id) !== status : plannedAt >= openedAt;
        return isNews && settledStatuses.has(status);
      });
      before = statusesOf(now);
      if (settled.some(({ header }) => header.subject.products.length > 0))
        void readAfter(client, services, settled);
      // Whom it concerns may be in the list of any product.
      if (settled.some(({ header }) => header.subject.kind === 'usage-location'))
        void client.invalidateQueries({ predicate: ({ queryKey }) => isIssuesKey(queryKey) });
    });
  }, [services, client]);
}

/** Refetches what the jobs changed. In a long holder list, only the changed users, if that takes fewer requests. */
async function readAfter(
  client: QueryClient,
  services: Services,
  settled: readonly LicenseJobSummary[],
): Promise<void> {
  const productsOf = ({ header }: LicenseJobSummary): ProductKey[] =>
    header.subject.products.map(({ product }) => product);
  const products = new Set(settled.flatMap(productsOf));
  const few = [...products].flatMap((product) => {
    const jobs = settled.filter((job) => productsOf(job).includes(product));
    const people = jobs.reduce((sum, job) => sum + touchedBy(job), 0);
    return areFewOfList(client, product, people) ? [{ product, jobs }] : [];
  });
  await Promise.all([
    invalidateProducts(
      client,
      products,
      few.map(({ product }) => product),
    ),
    ...few.map(({ product, jobs }) =>
      readTouched(client, services, product, jobs).catch(() =>
        client.invalidateQueries({ queryKey: keys.holders(product) }),
      ),
    ),
  ]);
}

/** Returns the number of users that a job has changed; infinite if it has groups, whose members are unknown here. */
function touchedBy({ header, counts: { done, pending, skipped, failed } }: LicenseJobSummary): number {
  return header.subject.people?.groups === 0 ? done + pending + skipped + failed : Infinity;
}

async function readTouched(
  client: QueryClient,
  services: Services,
  product: ProductKey,
  jobs: readonly LicenseJobSummary[],
): Promise<void> {
  const ids = new Set<string>();
  for (const { header } of jobs) {
    const view = await services.jobs.open(header.id);
    for (const { outcome, input } of view.state().items)
      if (outcome && outcome.kind !== 'cancelled') ids.add(input.principal.id);
  }
  await rereadHolders(client, services, { product, ids: [...ids] });
}

function statusesOf(list: readonly LicenseJobSummary[]): ReadonlyMap<string, JobStatus> {
  return new Map(list.map(({ header, status }) => [header.id, status]));
}
