import { reachOf } from '../../../../base/outcome';
import type { LicensingCode } from '../../../../licensing/types';
import type { LicenseJobItem, LicenseJobItems } from '../../../../license-jobs/licenseJob';

/** Filter of outcomes; failures are split by reason. */
export type OutcomeFilter =
  'waiting' | 'done' | 'partly' | 'unsure' | 'pending' | 'skipped' | 'cancelled' | `failed ${LicensingCode}`;

/** Returns the filter of an item; started items count as waiting. */
export function outcomeFilterOf({ outcome }: LicenseJobItem): OutcomeFilter {
  return outcome?.kind === 'failed' ? `failed ${outcome.reason}` : outcomeNameOf(outcome);
}

/** Returns the name of an outcome. A group whose members weren't all reached isn't `done`. */
export function outcomeNameOf(
  outcome: Exclude<LicenseJobItem['outcome'], { readonly kind: 'failed' }>,
): Exclude<OutcomeFilter, `failed ${string}`> {
  if (!outcome) return 'waiting';
  if (outcome.kind !== 'done') return outcome.kind;
  const reach = reachOf(outcome);
  if (reach === undefined) return 'pending';
  return reach === 'all' ? 'done' : reach === 'part' ? 'partly' : 'unsure';
}

/**
 * Returns the indexes of items that match one of the filters (none: all) and the search (empty: all): the name
 * contains it or the address starts with it. One pass.
 */
export function selectOutcomes(
  items: LicenseJobItems,
  filters: ReadonlySet<OutcomeFilter>,
  search: string,
): readonly number[] {
  const sought = folded(search.trim());
  const indexes: number[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items.at(index);
    if (!item) continue;
    if (filters.size > 0 && !filters.has(outcomeFilterOf(item))) continue;
    if (sought !== '' && !isFound(item, sought)) continue;
    indexes.push(index);
  }
  return indexes;
}

function isFound({ input: { principal } }: LicenseJobItem, sought: string): boolean {
  return folded(principal.displayName).includes(sought) || folded(principal.address).startsWith(sought);
}

/** Removes diacritics and case, so that "asa" finds "Åsa". */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
