import type { Clock } from '../../base/clock';
import type { Jobs } from '../../jobs/jobs';
import type { ProductKey } from '../../licensing/keys';
import type { LicensingCode } from '../../licensing/types';
import type { LicenseJobInput, LicenseJobState, LicenseJobSubject, LicenseJobView } from '../licenseJob';
import {
  changesOf,
  indexChanges,
  type ChangesByPrincipal,
  type JobChanges,
  type LicenseChange,
} from './licenseChanges';
import { checkedForInMs } from './readings';
import type { KnownCount } from './seatCounts';

/** License jobs, as far as their changes are read. */
export type ReadableJobs = Pick<
  Jobs<LicenseJobSubject, LicenseJobInput, LicensingCode>,
  'list' | 'open' | 'subscribe'
>;

/** Changes of one product by all known jobs. */
interface ProductChanges {
  readonly name: string;
  readonly changes: LicenseChange[];
  /** Counts from the plans of the jobs. */
  readonly planned: KnownCount[];
  /** Jobs by which groups gave or took licenses. */
  readonly groupJobs: JobChanges[];
}

/** Changes of this browser's jobs in the last hour, those of other tabs too. */
export interface ChangeCollector {
  /** Brings the changes up to date; costs nothing where no job has gone on. Never rejects. */
  collect(): Promise<void>;
  index(): ReadonlyMap<ProductKey, ChangesByPrincipal>;
  /** Index of the changes of all jobs but one. */
  indexExcept(jobId: string): ReadonlyMap<ProductKey, ChangesByPrincipal>;
  /** Changes by product, with all that a job of the last hour has made, however long it runs. */
  byProduct(): ReadonlyMap<ProductKey, ProductChanges>;
}

/** A job that has changed something in the last hour, or still may. */
interface KnownJob {
  readonly view: LicenseJobView;
  readonly subject: LicenseJobSubject;
  readonly plannedAt: number;
  readonly items: LicenseJobState['items'];
  readonly changes: JobChanges;
  readonly readAt: number;
}

/** Milliseconds for which the changes of a running job are not collected again, since it may have 100,000 items. */
const minPauseInMs = 1_000;

/** Creates a collector that knows nothing yet. */
export function createChangeCollector(jobs: () => ReadableJobs, clock: Clock): ChangeCollector {
  const known = new Map<string, KnownJob>();
  let index: ReadonlyMap<ProductKey, ChangesByPrincipal> = new Map();
  let byProduct: ReadonlyMap<ProductKey, ProductChanges> = new Map();

  /** Resolves with whether the job has changed more than was known of it; one that can't be read is left out. */
  async function collectJob(id: string, now: number): Promise<boolean> {
    const before = known.get(id);
    const view =
      before?.view ??
      (await jobs()
        .open(id)
        .catch(() => undefined));
    if (!view) return false;
    const { header, items, status } = view.state();
    const isTooEarly = before && status === 'running' && now < before.readAt + minPauseInMs;
    if (before?.items === items || isTooEarly) return false;
    const { subject, plannedAt } = header;
    known.set(id, { view, subject, plannedAt, items, changes: changesOf({ header, items }), readAt: now });
    return true;
  }

  function indexOf(ofJobs: readonly KnownJob[]): ReadonlyMap<ProductKey, ChangesByPrincipal> {
    const since = clock.now() - checkedForInMs;
    return indexChanges(ofJobs.flatMap(({ changes }) => changes.changes.filter(({ at }) => at > since)));
  }

  return {
    async collect() {
      const now = clock.now();
      const recent = jobs()
        .list()
        .filter(
          ({ startedAt, finishedAt }) =>
            startedAt !== undefined && (finishedAt === undefined || finishedAt > now - checkedForInMs),
        );
      const ids = new Set(recent.map(({ header }) => header.id));
      const dropped = [...known.keys()].filter((id) => !ids.has(id) && known.delete(id));
      const changed = await Promise.all([...ids].map((id) => collectJob(id, now)));
      if (!changed.some(Boolean) && dropped.length === 0) return;
      index = indexOf([...known.values()]);
      byProduct = groupByProduct(known.values());
    },
    index: () => index,
    indexExcept: (jobId) => indexOf([...known].flatMap(([id, job]) => (id === jobId ? [] : [job]))),
    byProduct: () => byProduct,
  };
}

function groupByProduct(jobs: Iterable<KnownJob>): ReadonlyMap<ProductKey, ProductChanges> {
  const grouped = new Map<ProductKey, ProductChanges>();
  for (const { subject, plannedAt, changes } of jobs) {
    for (const { product, name, assigned } of subject.products) {
      const known = grouped.get(product) ?? { name, changes: [], planned: [], groupJobs: [] };
      grouped.set(product, known);
      if (assigned !== undefined) known.planned.push({ at: plannedAt, assigned });
      if (changes.groupsAt !== undefined) known.groupJobs.push(changes);
    }
    for (const change of changes.changes) grouped.get(change.product)?.changes.push(change);
  }
  return grouped;
}
