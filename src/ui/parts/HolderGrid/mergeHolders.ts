import type { Holder } from '../../../licensing/types';
import type { HolderRow } from './HolderGrid.types';
import { folded } from './searchHolders';
import { summarizeHolder } from './summarizeHolder';

/** One page of rows. */
interface HolderRowPage {
  readonly rows: readonly HolderRow[];
}

/** What has been joined of one reading; its pages come one after the other. */
interface Merge {
  readonly withIssues: readonly HolderRow[];
  readonly pages: HolderRowPage[];
  readonly rows: HolderRow[];
  readonly placeById: Map<string, number>;
}

/** The readings under way by their first page: joining 100,000 people again with each page would take seconds in all. */
const merges = new WeakMap<HolderRowPage, Merge>();

/** Makes the row of a holder. */
export function toHolderRow(holder: Holder): HolderRow {
  const { displayName, address, userPrincipalName } = holder.user;
  const addresses = address === userPrincipalName ? address : `${address}\n${userPrincipalName}`;
  return { holder, summary: summarizeHolder(holder), sought: folded(`\n${displayName}\n${addresses}`) };
}

/**
 * Joins the holders of the pages read with the people whose license is in error, who hold no seat and are on no page.
 * Those with an issue come first, since they wait for someone to act; each person is there once. Costs no more than the
 * pages that are new, as long as `withIssues` is the same.
 */
export function mergeHolders(
  pages: readonly HolderRowPage[],
  withIssues: readonly HolderRow[],
): readonly HolderRow[] {
  const [first] = pages;
  const known = first && merges.get(first);
  const isContinued =
    known?.withIssues === withIssues && known.pages.every((page, place) => page === pages[place]);
  const merge = isContinued
    ? known
    : { withIssues, pages: [], rows: [], placeById: new Map<string, number>() };
  if (!isContinued) addRows(merge, withIssues);
  for (const page of pages.slice(merge.pages.length)) {
    addRows(merge, page.rows);
    merge.pages.push(page);
  }
  if (first) merges.set(first, merge);
  return merge.rows.slice();
}

function addRows({ rows, placeById }: Merge, added: readonly HolderRow[]): void {
  for (const row of added) {
    const { user } = row.holder;
    const place = placeById.get(user.id);
    if (place === undefined) {
      placeById.set(user.id, rows.length);
      rows.push(row);
    } else if (tellsMore(row, rows[place])) rows[place] = row;
  }
}

/**
 * True where a row is to replace an earlier one of the same person: a page tells every path, and the list of issues may tell
 * those in error only; a row that a reading gave knows the person, of whom a change of this app knows the name alone.
 */
function tellsMore(row: HolderRow, earlier: HolderRow | undefined): boolean {
  if (!earlier) return true;
  if (earlier.holder.isUpdating && !row.holder.isUpdating) return true;
  return earlier.holder.seats.length < row.holder.seats.length;
}
