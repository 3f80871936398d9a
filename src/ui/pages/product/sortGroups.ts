import type { LicensedGroup } from '../../../licensing/types';
import type { GridSort } from '../../parts/VirtualGrid/VirtualGrid.types';

/** Sorts groups by a column of numbers, or by name; undefined keeps the order of the service. */
export function sortGroups(
  groups: readonly LicensedGroup[],
  sort: GridSort | undefined,
  locale: string,
): readonly LicensedGroup[] {
  if (!sort) return groups;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = sort.isDescending ? -1 : 1;
  const numberOf = (group: LicensedGroup): number => {
    if (sort.columnId === 'members') return group.memberCount ?? -1;
    return sort.columnId === 'issues' ? (group.peopleWithIssues ?? -1) : 0;
  };
  const byName = (a: LicensedGroup, b: LicensedGroup): number =>
    compare(a.group.displayName, b.group.displayName);
  const nameSign = sort.columnId === 'group' ? sign : 1;
  return [...groups].sort((a, b) => sign * (numberOf(a) - numberOf(b)) || nameSign * byName(a, b));
}
