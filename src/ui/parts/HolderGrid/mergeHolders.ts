import { forEachInSteps, runToEnd, type Steps } from '../../../base/async/inSlices';
import type { Holder } from '../../../licensing/types';
import type { HolderRow } from './HolderGrid.types';
import { toSearchText } from './searchHolders';
import { summarizeHolder } from './summarizeHolder';

interface HolderRowPage {
  readonly rows: readonly HolderRow[];
}

/** Merged pages of one query. */
interface Merge {
  readonly pages: HolderRowPage[];
  readonly rows: HolderRow[];
  readonly indexById: Map<string, number>;
}

/** Merges by their first page: merging 100,000 users again with each page would take seconds. */
const merges = new WeakMap<HolderRowPage, Merge>();

/** Finds a row by user id. */
type FindRow = (id: string) => HolderRow | undefined;

/** Finders of merged lists: indexing 100,000 users takes noticeably long. */
const finders = new WeakMap<readonly HolderRow[], FindRow>();

/** Creates the row of a holder, whose name and addresses the search finds. */
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
 * Merges the pages of holders with the users whose license is in error, who are on no page. Users with an issue come
 * first, since they need action; each user is listed once. The cost is that of new pages and users with issues only.
 */
export function mergeHolders(
  pages: readonly HolderRowPage[],
  withIssues: readonly HolderRow[],
): readonly HolderRow[] {
  const { rows: ofPages, indexById } = runToEnd(mergePages(pages));
  const length = ofPages.length;
  const findOnPages: FindRow = (id) => {
    const index = indexById.get(id);
    return index !== undefined && index < length ? ofPages[index] : undefined;
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

/** Merges new pages in steps, so that `mergeHolders` has little to do. */
export function* mergePages(pages: readonly HolderRowPage[]): Steps<Merge> {
  const [first] = pages;
  const known = first && merges.get(first);
  const isContinued = known?.pages.every((page, index) => page === pages[index]) === true;
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
  const index = indexById.get(id);
  if (index === undefined) {
    indexById.set(id, rows.length);
    rows.push(row);
  } else if (isMoreComplete(row, rows[index])) rows[index] = row;
}

/** Returns a finder of rows by user id. Merged rows have one; for others, an index is built on first use. */
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
 * True if a row has more data than an earlier one of the same user: pages have all paths, while the list of issues
 * may have only those in error; rows from a change of this app have only the user's name.
 */
function isMoreComplete(row: HolderRow, earlier: HolderRow | undefined): boolean {
  if (!earlier) return true;
  if (earlier.holder.isUpdating && !row.holder.isUpdating) return true;
  return earlier.holder.seats.length < row.holder.seats.length;
}
