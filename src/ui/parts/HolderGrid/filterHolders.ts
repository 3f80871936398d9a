import { issuesIn, type HolderFilter, type HolderRow } from './HolderGrid.types';
import { searchTest } from './searchHolders';
import type { HolderSummary } from './summarizeHolder';

/** Tells whether a row passes; undefined where what it would take to know could not be read. */
type Test = (row: HolderRow) => boolean | undefined;

/** Rows that filters and a search leave of a list. */
interface FilteredHolders {
  readonly shown: readonly HolderRow[];
  /** Number of rows that are left out for one reason alone: it is not known whether they pass. */
  readonly unknown: number;
}

/** Keeps the rows that pass every filter and that the search finds; an empty one finds all. Looks at each row once. */
export function filterHolders(
  rows: readonly HolderRow[],
  filters: readonly HolderFilter[],
  search = '',
): FilteredHolders {
  const tests = testsOf(filters, search);
  if (tests.length === 0) return { shown: rows, unknown: 0 };
  const shown: HolderRow[] = [];
  let unknown = 0;
  for (const row of rows) {
    let passes: boolean | undefined = true;
    for (const test of tests) {
      const answer = test(row);
      if (answer) continue;
      passes = answer;
      if (answer === false) break;
    }
    if (passes) shown.push(row);
    else if (passes === undefined) unknown += 1;
  }
  return { shown, unknown };
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
