import type { Holder } from '../../../licensing/types';
import type { GridSort } from '../VirtualGrid/VirtualGrid.types';
import type { HolderSortId } from './sortHolders';
import type { HolderSummary } from './summarizeHolder';

/** A holder with the summary that its row shows. */
export interface HolderRow {
  readonly holder: Holder;
  readonly summary: HolderSummary;
  /** Words of the name and the addresses, normalized for the search, one a line. */
  readonly searchText: string;
}

/**
 * Filter of a list of holders; several are combined with "and". `issues-in:` followed by a group id selects users to
 * whom this group couldn't give the license, or not without an issue.
 */
export type HolderFilter =
  'direct' | 'inherited' | 'issues' | 'blocked' | 'guests' | `${typeof issuesIn}${string}`;

/** Prefix of the filter of a group. */
export const issuesIn = 'issues-in:';

/** Filters, search and order of a list of holders. */
export interface HolderView {
  readonly filters: readonly HolderFilter[];
  /** Start of a name or address, as typed. */
  readonly search: string;
  /** Undefined keeps the order of the service. */
  readonly sort: GridSort<HolderSortId> | undefined;
}

/** No filters, in the order of the service. */
export const wholeView: HolderView = { filters: [], search: '', sort: undefined };
