import { issuesIn, type HolderFilter, type HolderRow } from './HolderGrid.types';
import { searchTest } from './searchHolders';
import type { HolderSummary } from './summarizeHolder';

/** Tells whether a row passes; undefined where what it would take to know could not be read. */
type Test = (row: HolderRow) => boolean | undefined;

/** Keeps the rows that pass every filter and that the search finds; an empty one finds all. */
export function filterHolders(
  rows: readonly HolderRow[],
  filters: readonly HolderFilter[],
  search = '',
): readonly HolderRow[] {
  const tests = testsOf(filters, search);
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

/** Counts the rows that are left out for one reason alone: it is not known whether they pass. */
export function countUnknown(
  rows: readonly HolderRow[],
  filters: readonly HolderFilter[],
  search = '',
): number {
  const tests = testsOf(filters, search);
  return rows.filter(
    (row) => tests.some((test) => test(row) === undefined) && tests.every((test) => test(row) !== false),
  ).length;
}

function testsOf(filters: readonly HolderFilter[], search: string): readonly Test[] {
  return [...filters.map(testOf), ...(search.trim() === '' ? [] : [searchTest(search)])];
}

function testOf(filter: HolderFilter): Test {
  switch (filter) {
    case 'direct':
      return ({ summary }) => summary.isDirect || unlessIncomplete(summary);
    case 'inherited':
      return ({ summary }) => summary.isInherited || unlessIncomplete(summary);
    case 'issues':
      return ({ summary }) =>
        summary.issue !== undefined || summary.state === 'error' || unlessIncomplete(summary);
    case 'blocked':
      return ({ holder }) => holder.user.isBlocked;
    case 'guests':
      return ({ holder }) => holder.user.isGuest;
    default:
      return hasIssueIn(filter.slice(issuesIn.length).toLowerCase());
  }
}

/** False for what no path shows, and undefined where a path, or details of one, could not be read. */
const unlessIncomplete = ({ isIncomplete }: HolderSummary): false | undefined =>
  isIncomplete ? undefined : false;

/** Tests for a path in trouble that leads through the group, as its number of people with issues counts them. */
function hasIssueIn(groupId: string): Test {
  return ({ holder, summary }) =>
    holder.seats.some(
      ({ path, issue, state }) =>
        (issue !== undefined || state === 'error') &&
        path.kind === 'group' &&
        path.groupId.toLowerCase() === groupId,
    ) || unlessIncomplete(summary);
}
