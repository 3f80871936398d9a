import { isHalfDone, reachOf } from '../../../../base/outcome';
import type { LicensingCode } from '../../../../licensing/types';
import type { LicenseJobItem, LicenseJobItems } from '../../../../license-jobs/licenseJob';

/** Filter of outcomes. */
export type OutcomeFilter =
  'halfDone' | 'failed' | 'partly' | 'unsure' | 'waiting' | 'pending' | 'done' | 'skipped' | 'cancelled';

/** Returns the filter of an outcome. A group whose members weren't all reached isn't `done`. */
export function outcomeNameOf(outcome: LicenseJobItem['outcome']): OutcomeFilter {
  if (!outcome) return 'waiting';
  if (isHalfDone(outcome)) return 'halfDone';
  if (outcome.kind !== 'done') return outcome.kind;
  const reach = reachOf(outcome);
  if (reach === undefined) return 'pending';
  return reach === 'all' ? 'done' : reach === 'part' ? 'partly' : 'unsure';
}

/**
 * Returns the indexes of items that match one of the filters (none: all) and the search (empty: all): the name
 * contains it or the address starts with it. `order` has all indexes. One pass.
 */
export function selectOutcomes(
  items: LicenseJobItems,
  filters: ReadonlySet<OutcomeFilter>,
  search: string,
  order: readonly number[],
): readonly number[] {
  const sought = folded(search.trim());
  return order.filter((index) => {
    const item = items.at(index);
    if (!item) return false;
    if (filters.size > 0 && !filters.has(outcomeNameOf(item.outcome))) return false;
    return sought === '' || isFound(item, sought);
  });
}

/** Items with the same outcome; failures with the same cause. */
export interface OutcomeGroup {
  readonly filter: OutcomeFilter;
  /** Undefined unless they failed as a whole. */
  readonly cause: LicensingCode | undefined;
  readonly indexes: readonly number[];
}

/** Outcomes in the order in which they're shown: what needs attention first. */
export const outcomeOrder: readonly OutcomeFilter[] = [
  'halfDone',
  'failed',
  'partly',
  'unsure',
  'waiting',
  'pending',
  'done',
  'skipped',
  'cancelled',
];

/** Groups items by outcome, what needs attention first, and of failures the most frequent cause. One pass. */
export function groupOutcomes(items: LicenseJobItems, indexes: readonly number[]): readonly OutcomeGroup[] {
  const groups = new Map<string, OutcomeGroup & { readonly indexes: number[] }>();
  for (const index of indexes) {
    const outcome = items.at(index)?.outcome;
    const filter = outcomeNameOf(outcome);
    const cause = outcome?.kind === 'failed' && !outcome.made ? outcome.reason : undefined;
    const key = cause ?? filter;
    const group = groups.get(key);
    if (group) group.indexes.push(index);
    else groups.set(key, { filter, cause, indexes: [index] });
  }
  const rank = ({ filter }: OutcomeGroup): number => outcomeOrder.indexOf(filter);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.indexes.length - a.indexes.length);
}

function isFound({ input: { principal } }: LicenseJobItem, sought: string): boolean {
  return folded(principal.displayName).includes(sought) || folded(principal.address).startsWith(sought);
}

/** Removes diacritics and case, so that "asa" finds "Åsa". */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
