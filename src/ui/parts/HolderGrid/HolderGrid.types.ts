import type { Holder } from '../../../licensing/types';
import type { GridSort } from '../VirtualGrid/VirtualGrid.types';
import type { HolderSortId } from './sortHolders';
import type { HolderSummary } from './summarizeHolder';

/** A holder with what a row says of them, worked out once. */
export interface HolderRow {
  readonly holder: Holder;
  readonly summary: HolderSummary;
  /** Each word of the name and each address on a line of its own, folded, for the search. */
  readonly searchText: string;
}

/**
 * Filters of a list of holders; several narrow it further. `issues-in:` and the id of a group stands for
 * those to whom this group could not give the license, or not without an issue.
 */
export type HolderFilter =
  'direct' | 'inherited' | 'issues' | 'blocked' | 'guests' | `${typeof issuesIn}${string}`;

/** Begins the filter that names a group. */
export const issuesIn = 'issues-in:';

/** Filters, search and order of a list of holders. */
export interface HolderView {
  readonly filters: readonly HolderFilter[];
  /** Beginning of a name or address, as typed. */
  readonly search: string;
  /** Undefined keeps the order of the service. */
  readonly sort: GridSort<HolderSortId> | undefined;
}

/** Everyone, in the order of the service. */
export const wholeView: HolderView = { filters: [], search: '', sort: undefined };
