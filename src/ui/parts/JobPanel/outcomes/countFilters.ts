import type { LicenseJobState } from '../../../../license-jobs/licenseJob';
import { outcomeFilterOf, type OutcomeFilter } from './selectOutcomes';

const plainFilters = ['waiting', 'done', 'partly', 'unsure', 'pending', 'skipped'] as const;

/** How many items fall under each filter, in the order in which the filters are shown; those with none are left out. */
export function countFilters({
  items,
  counts,
}: Pick<LicenseJobState, 'items' | 'counts'>): ReadonlyMap<OutcomeFilter, number> {
  const found = new Map<OutcomeFilter, number>();
  for (const filter of plainFilters) {
    const count = countOf(filter, counts);
    if (count > 0) found.set(filter, count);
  }
  if (counts.failed > 0) countFailures(items, found);
  if (counts.cancelled > 0) found.set('cancelled', counts.cancelled);
  return found;
}

function countOf(filter: (typeof plainFilters)[number], counts: LicenseJobState['counts']): number {
  const { waiting, started, done, partly = 0, unsure = 0 } = counts;
  if (filter === 'waiting') return waiting + started;
  return filter === 'done' ? done - partly - unsure : (counts[filter] ?? 0);
}

/** The counts of a job do not tell failures apart, so the items are read. */
function countFailures(items: LicenseJobState['items'], found: Map<OutcomeFilter, number>): void {
  for (const item of items) {
    if (item.outcome?.kind !== 'failed') continue;
    const filter = outcomeFilterOf(item);
    found.set(filter, (found.get(filter) ?? 0) + 1);
  }
}
