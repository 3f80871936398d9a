import { forEachInSteps, runToEnd, type Steps } from '../../../base/async/inSlices';
import type { Holder } from '../../../licensing/types';
import type { HolderRow } from './HolderGrid.types';
import { toSearchText } from './searchHolders';
import { summarizeHolder } from './summarizeHolder';

/** One page of rows. */
interface HolderRowPage {
  readonly rows: readonly HolderRow[];
}

/** What has been joined of one reading; its pages come one after the other. */
interface Merge {
  readonly pages: HolderRowPage[];
  readonly rows: HolderRow[];
  readonly indexById: Map<string, number>;
}

/** The readings under way by their first page: joining 100,000 people again with each page would take seconds in all. */
const merges = new WeakMap<HolderRowPage, Merge>();

/** Finds a row by the person's id. */
type FindRow = (id: string) => HolderRow | undefined;

/** Finders of the rows of joined lists; making an index of 100,000 people takes long enough to be noticed. */
const finders = new WeakMap<readonly HolderRow[], FindRow>();

/** Makes the row of a holder. */
export function toHolderRow(holder: Holder): HolderRow {
  const { displayName, address, userPrincipalName } = holder.user;
  const addresses = address === userPrincipalName ? address : `${address}\n${userPrincipalName}`;
  return {
    holder,
    summary: summarizeHolder(holder),
    searchText: toSearchText(`\n${displayName}\n${addresses}`),
  };
}

/**
 * Joins the holders of the pages read with the people whose license is in error, who hold no seat and are on no page.
 * Those with an issue come first, since they wait for someone to act; each person is there once. Costs no more than the
 * pages that are new and those with an issue.
 */
export function mergeHolders(
  pages: readonly HolderRowPage[],
  withIssues: readonly HolderRow[],
): readonly HolderRow[] {
  const { rows: ofPages, indexById } = runToEnd(mergePages(pages));
  const length = ofPages.length;
  const findOnPages: FindRow = (id) => {
    const place = indexById.get(id);
    return place !== undefined && place < length ? ofPages[place] : undefined;
  };
  const issues = new Map(withIssues.map((row) => [row.holder.user.id, row]));
  const found = new Set<HolderRow>();
  for (const [id, row] of issues) {
    const onPage = findOnPages(id);
    if (!onPage) continue;
    found.add(onPage);
    if (isMoreComplete(onPage, row)) issues.set(id, onPage);
  }
  const others = found.size > 0 ? ofPages.filter((row) => !found.has(row)) : ofPages;
  const rows = issues.size > 0 ? [...issues.values()].concat(others) : others.slice();
  finders.set(rows, (id) => issues.get(id) ?? findOnPages(id));
  return rows;
}

/** Joins the pages of a reading that are not joined yet, so that `mergeHolders` has little to do. */
export function* mergePages(pages: readonly HolderRowPage[]): Steps<Merge> {
  const [first] = pages;
  const known = first && merges.get(first);
  const isContinued = known?.pages.every((page, place) => page === pages[place]) === true;
  const merge = isContinued ? known : { pages: [], rows: [], indexById: new Map<string, number>() };
  for (const page of pages.slice(merge.pages.length)) {
    yield* forEachInSteps(page.rows, (row) => addRow(merge, row));
    merge.pages.push(page);
  }
  if (first) merges.set(first, merge);
  return merge;
}

function addRow({ rows, indexById }: Merge, row: HolderRow): void {
  const { id } = row.holder.user;
  const place = indexById.get(id);
  if (place === undefined) {
    indexById.set(id, rows.length);
    rows.push(row);
  } else if (isMoreComplete(row, rows[place])) rows[place] = row;
}

/** Returns how rows are found by the person's id; of rows that were joined it is known, of others an index is made when first asked. */
export function rowFinder(rows: readonly HolderRow[]): FindRow {
  let index: Map<string, HolderRow> | undefined;
  return (
    finders.get(rows) ??
    ((id) => {
      index ??= new Map(rows.map((row) => [row.holder.user.id, row]));
      return index.get(id);
    })
  );
}

/**
 * True where a row is to replace an earlier one of the same person: a page tells every path, and the list of issues may tell
 * those in error only; a row that a reading gave knows the person, of whom a change of this app knows the name alone.
 */
function isMoreComplete(row: HolderRow, earlier: HolderRow | undefined): boolean {
  if (!earlier) return true;
  if (earlier.holder.isUpdating && !row.holder.isUpdating) return true;
  return earlier.holder.seats.length < row.holder.seats.length;
}
