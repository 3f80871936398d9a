import { reachOf } from '../../../../base/outcome';
import type { LicensingCode } from '../../../../licensing/types';
import type { LicenseJobItem, LicenseJobItems } from '../../../../license-jobs/licenseJob';

/** One kind of outcome, as far as the list is narrowed down to it; failures are told apart by their reason. */
export type OutcomeFilter =
  'waiting' | 'done' | 'partly' | 'unsure' | 'pending' | 'skipped' | 'cancelled' | `failed ${LicensingCode}`;

/** Under which filter an item falls; what is under way still waits. */
export function outcomeFilterOf({ outcome }: LicenseJobItem): OutcomeFilter {
  return outcome?.kind === 'failed' ? `failed ${outcome.reason}` : outcomeNameOf(outcome);
}

/** Names an outcome; a group of which people were left out, or may have been, isn't simply done. */
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
 * The places of the items that fall under one of the filters (none: all) and whose name contains the search or whose
 * address begins with it (empty: all), in their order. Reads each item once.
 */
export function selectOutcomes(
  items: LicenseJobItems,
  filters: ReadonlySet<OutcomeFilter>,
  search: string,
): readonly number[] {
  const sought = folded(search.trim());
  const places: number[] = [];
  for (let place = 0; place < items.length; place += 1) {
    const item = items.at(place);
    if (!item) continue;
    if (filters.size > 0 && !filters.has(outcomeFilterOf(item))) continue;
    if (sought !== '' && !isFound(item, sought)) continue;
    places.push(place);
  }
  return places;
}

function isFound({ input: { principal } }: LicenseJobItem, sought: string): boolean {
  return folded(principal.displayName).includes(sought) || folded(principal.address).startsWith(sought);
}

/** Letters without marks and case, so that "asa" finds "Åsa". */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
