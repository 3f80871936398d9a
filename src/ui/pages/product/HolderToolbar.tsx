import { SearchBox, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { FilterChips } from '../../parts/FilterChips';
import { issuesIn, type HolderFilter, type HolderView } from '../../parts/HolderGrid/HolderGrid.types';
import { toggled } from '../../parts/toggled';
import { lowWindow } from './lowWindow';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  search: { flex: '1 1 200px', maxWidth: '340px', [lowWindow]: { flexBasis: '120px', minWidth: '120px' } },
});

/** Filters of the list of holders, in the order in which they are shown. */
export const holderFilters = ['direct', 'inherited', 'issues', 'blocked', 'guests'] as const;

interface HolderToolbarProps {
  readonly view: HolderView;
  readonly onViewChange: (view: HolderView) => void;
  /** Returns the name of a group by its id; undefined if it can't be read. */
  readonly groupNameOf: (groupId: string) => string | undefined;
}

/**
 * Search and filters of the list of holders. The filter of a group shows only while it's on, since a link turns it
 * on.
 */
export function HolderToolbar({ view, onViewChange, groupNameOf }: HolderToolbarProps): ReactNode {
  const styles = useStyles();
  const { product: words } = useMessages();
  const { filters, search } = view;
  const isOn = (name: HolderFilter): boolean => filters.includes(name);
  const ofGroups = filters
    .filter((name) => name.startsWith(issuesIn))
    .map((name) => ({
      name,
      text: words.issuesIn(groupNameOf(name.slice(issuesIn.length))),
      isOn: true,
    }));
  return (
    <div className={styles.bar}>
      <SearchBox
        className={styles.search}
        aria-label={words.searchUsers}
        placeholder={words.searchUsersHint}
        dismiss={{ 'aria-label': words.clearSearch }}
        value={search}
        onChange={(_event, { value }) => onViewChange({ ...view, search: value })}
      />
      <FilterChips<HolderFilter>
        label={words.filters}
        chips={[
          ...holderFilters.map((name) => ({ name, text: words.filterName[name], isOn: isOn(name) })),
          ...ofGroups,
        ]}
        onToggle={(name) => onViewChange({ ...view, filters: [...toggled(new Set(filters), name)] })}
      />
    </div>
  );
}
