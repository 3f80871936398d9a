import { issuesIn, type HolderFilter, type HolderRow } from './HolderGrid.types';
import { searchTest } from './searchHolders';

type Test = (row: HolderRow) => boolean;

/** Keeps the rows that pass every filter and that the search finds; an empty one finds all. */
export function filterHolders(
  rows: readonly HolderRow[],
  filters: readonly HolderFilter[],
  search = '',
): readonly HolderRow[] {
  const tests = [...filters.map(testOf), ...(search.trim() === '' ? [] : [searchTest(search)])];
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

/** Counts the rows that a filter leaves out because it is not known whether they pass. */
export function countUnknown(rows: readonly HolderRow[], filters: readonly HolderFilter[]): number {
  const isUnknown = ({ holder: { user } }: HolderRow): boolean =>
    (user.isBlocked === undefined && filters.includes('blocked')) ||
    (user.isGuest === undefined && filters.includes('guests'));
  return filters.length === 0 ? 0 : rows.filter(isUnknown).length;
}

function testOf(filter: HolderFilter): Test {
  switch (filter) {
    case 'direct':
      return ({ summary }) => summary.isDirect;
    case 'inherited':
      return ({ summary }) => summary.isInherited;
    case 'issues':
      return ({ summary }) => summary.issue !== undefined || summary.state === 'error';
    case 'blocked':
      return ({ holder }) => holder.user.isBlocked === true;
    case 'guests':
      return ({ holder }) => holder.user.isGuest === true;
    default:
      return hasIssueIn(filter.slice(issuesIn.length).toLowerCase());
  }
}

/** Tests for a path in trouble that leads through the group, as its number of people with issues counts them. */
function hasIssueIn(groupId: string): Test {
  return ({ holder }) =>
    holder.seats.some(
      ({ path, issue, state }) =>
        (issue !== undefined || state === 'error') &&
        path.kind === 'group' &&
        path.groupId.toLowerCase() === groupId,
    );
}
