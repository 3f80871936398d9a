import { SearchBox, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { FilterChips } from '../../parts/FilterChips';
import { issuesIn, type HolderFilter, type HolderView } from '../../parts/HolderGrid/HolderGrid.types';
import { toggled } from '../../parts/toggled';
import type { HolderCounts } from '../../parts/HolderGrid/summarizeHolder';
import { compactTable, phone } from './layouts';

const useStyles = makeStyles({
  search: {
    minWidth: '100px',
    flex: '1 1 140px',
    [compactTable]: { flex: '0 1 170px' },
    maxWidth: '240px',
    [phone]: { maxWidth: 'none', '@media (pointer: coarse)': { minHeight: '40px' } },
  },
  filters: { flex: '0 1 auto', [compactTable]: { flex: '1 1 0' }, [phone]: { order: 2, flexBasis: '100%' } },
});

/** Filters of the list of holders, in the order in which they are shown. */
export const holderFilters = ['direct', 'inherited', 'issues', 'several', 'blocked', 'guests'] as const;

interface HolderToolbarProps {
  readonly view: HolderView;
  readonly onViewChange: (view: HolderView) => void;
  /** Numbers of users in error and with issues; undefined while they aren't read. */
  readonly issues: HolderIssues | undefined;
  /** Number of people with several licenses of the product; the filter shows only where there are any, or while it's on. */
  readonly several: CountedHolders;
  /** Returns the name of a group by its id; undefined if it can't be read. */
  readonly groupNameOf: (groupId: string) => string | undefined;
}

/** Numbers of users in error and with issues. */
interface HolderIssues extends Pick<HolderCounts, 'inError' | 'withIssue'> {
  /** True if they are the least there can be. */
  readonly isPartial: boolean;
}

/** Number of people, which is the least there can be if `isPartial`. */
interface CountedHolders {
  readonly count: number;
  readonly isPartial: boolean;
}

/**
 * Search and filters of the list of holders. The filter of a group shows only while it's on, since a link turns it
 * on.
 */
export function HolderToolbar(props: HolderToolbarProps): ReactNode {
  const { view, onViewChange, issues, several, groupNameOf } = props;
  const styles = useStyles();
  const { product: words } = useMessages();
  const { filters, search } = view;
  const shownFilters = holderFilters.filter(
    (name) => name !== 'several' || several.count > 0 || filters.includes(name),
  );
  const ofGroups = filters
    .filter((name) => name.startsWith(issuesIn))
    .map((name) => ({
      name,
      text: words.issuesIn(groupNameOf(name.slice(issuesIn.length))),
      isOn: true,
    }));
  return (
    <>
      <SearchBox
        className={styles.search}
        aria-label={words.searchUsers}
        placeholder={words.searchUsersHint}
        dismiss={{ 'aria-label': words.clearSearch }}
        value={search}
        onChange={(_event, { value }) => onViewChange({ ...view, search: value })}
      />
      <FilterChips<HolderFilter>
        className={styles.filters}
        label={words.filters}
        isOneLine
        chips={[
          ...shownFilters.map((name) => ({
            name,
            text: words.filterName[name],
            isOn: filters.includes(name),
            ...(name === 'issues' && issues && countIssues(issues, words)),
            ...(name === 'several' && countSeveral(several, words)),
          })),
          ...ofGroups,
        ]}
        onToggle={(name) => onViewChange({ ...view, filters: [...toggled(new Set(filters), name)] })}
      />
    </>
  );
}

/** Returns the number on the filter for issues, and what it counts. */
function countIssues({ inError, withIssue, isPartial }: HolderIssues, words: Messages['product']) {
  const count = inError + withIssue;
  if (count === 0) return {};
  return {
    count: words.issueCount(count, isPartial),
    hint: words.issuesHint(inError, withIssue, isPartial),
    isUrgent: true,
  };
}

/** Returns the number on the filter for several licenses, and what it counts; nothing for zero. */
function countSeveral({ count, isPartial }: CountedHolders, words: Messages['product']) {
  return count === 0
    ? {}
    : { count: words.issueCount(count, isPartial), hint: words.severalHint(count, isPartial) };
}
