import type { HolderFilter, HolderRow } from './HolderGrid.types';

const passes: Record<HolderFilter, (row: HolderRow) => boolean> = {
  direct: ({ summary }) => summary.isDirect,
  inherited: ({ summary }) => summary.isInherited,
  issues: ({ summary }) => summary.issue !== undefined || summary.state === 'error',
  blocked: ({ holder }) => holder.user.isBlocked,
  guests: ({ holder }) => holder.user.isGuest,
};

/** Keeps the rows that pass every filter. */
export function filterHolders(
  rows: readonly HolderRow[],
  filters: ReadonlySet<HolderFilter>,
): readonly HolderRow[] {
  return filters.size === 0 ? rows : rows.filter((row) => [...filters].every((each) => passes[each](row)));
}
