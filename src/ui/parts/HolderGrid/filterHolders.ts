import { issuesIn, type HolderFilter, type HolderRow, type HolderSummary } from './HolderGrid.types';
import { valueTests } from './holderValues';
import { searchTest } from './searchHolders';

/** Returns whether a row passes; undefined if the data needed couldn't be read. */
type Test = (row: HolderRow) => boolean | undefined;

/** Rows that pass filters and search. */
interface FilteredHolders {
  readonly shown: readonly HolderRow[];
  /** Number of rows left out only because the result is unknown. */
  readonly unknown: number;
}

/** Filters rows by all filters and the search, in one pass. An empty search matches all. */
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
  return [
    ...filters.flatMap((filter) => testOf(filter) ?? []),
    ...valueTests(filters),
    ...(search.trim() === '' ? [] : [searchTest(search)]),
  ];
}

/** Returns the test of a filter; undefined for one by a value. */
function testOf(filter: HolderFilter): Test | undefined {
  switch (filter) {
    case 'direct':
      return ({ summary }) => summary.isDirect || unlessIncomplete(summary);
    case 'inherited':
      return ({ summary }) => summary.isInherited || unlessIncomplete(summary);
    case 'issues':
      return ({ summary }) =>
        summary.issue !== undefined || summary.state === 'error' || unlessIncomplete(summary);
    case 'several':
      return ({ summary }) => summary.hasSeveralSeats || unlessIncomplete(summary);
    case 'blocked':
      return ({ holder }) => holder.user.isBlocked;
    case 'guests':
      return ({ holder }) => holder.user.isGuest;
    default:
      return filter.startsWith(issuesIn)
        ? hasIssueIn(filter.slice(issuesIn.length).toLowerCase())
        : undefined;
  }
}

/** Returns false, or undefined if a path or its details couldn't be read. */
const unlessIncomplete = ({ isIncomplete }: HolderSummary): false | undefined =>
  isIncomplete ? undefined : false;

/** Tests for an issue or error in the path through the group, as the group's number of users with issues does. */
function hasIssueIn(groupId: string): Test {
  return ({ holder, summary }) =>
    holder.seats.some(
      ({ path, issue, state }) =>
        (issue !== undefined || state === 'error') &&
        path.kind === 'group' &&
        path.groupId.toLowerCase() === groupId,
    ) || unlessIncomplete(summary);
}
