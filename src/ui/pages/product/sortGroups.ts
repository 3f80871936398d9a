import type { LicensedGroup } from '../../../licensing/types';
import type { GridSort } from '../../parts/VirtualGrid/VirtualGrid.types';

/** Columns of groups that can be sorted by. */
export const groupSortIds = ['group', 'members', 'issues'] as const;

/** One of these columns. */
export type GroupSortId = (typeof groupSortIds)[number];

/** Numbers to sort by; undefined for a column that is sorted by name alone. */
const numbers: Record<GroupSortId, ((group: LicensedGroup) => number) | undefined> = {
  group: undefined,
  members: ({ memberCount }) => memberCount ?? -1,
  issues: ({ peopleWithIssues }) => peopleWithIssues ?? -1,
};

/** Sorts groups by a column of numbers, or by name; undefined keeps the order of the service. */
export function sortGroups(
  groups: readonly LicensedGroup[],
  sort: GridSort<GroupSortId> | undefined,
  locale: string,
): readonly LicensedGroup[] {
  if (!sort) return groups;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = sort.isDescending ? -1 : 1;
  const byName = (a: LicensedGroup, b: LicensedGroup): number =>
    compare(a.group.displayName, b.group.displayName);
  const numberOf = numbers[sort.columnId];
  return [...groups].sort((a, b) =>
    numberOf ? sign * (numberOf(a) - numberOf(b)) || byName(a, b) : sign * byName(a, b),
  );
}
