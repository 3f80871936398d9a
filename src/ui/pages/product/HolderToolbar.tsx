import { SearchBox, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import { FilterChips } from '../../parts/FilterChips';
import type { HolderFilter } from '../../parts/HolderGrid/HolderGrid.types';
import { toggled } from '../../parts/toggled';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  search: { flex: '1 1 200px', maxWidth: '340px' },
});

const filterNames: readonly HolderFilter[] = ['direct', 'inherited', 'issues', 'blocked', 'guests'];

/** What is looked for, and what the list is narrowed down to. */
interface HolderToolbarProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly filters: ReadonlySet<HolderFilter>;
  readonly onFilters: (filters: ReadonlySet<HolderFilter>) => void;
}

/** Search and filters of the list of holders. */
export function HolderToolbar({ search, onSearch, filters, onFilters }: HolderToolbarProps): ReactNode {
  const styles = useStyles();
  const { product: words } = useMessages();
  return (
    <div className={styles.bar}>
      <SearchBox
        className={styles.search}
        aria-label={words.searchUsers}
        placeholder={words.searchUsersHint}
        dismiss={{ 'aria-label': words.clearSearch }}
        value={search}
        onChange={(_event, { value }) => onSearch(value)}
      />
      <FilterChips
        label={words.filters}
        chips={filterNames.map((name) => ({ name, text: words.filterName[name], isOn: filters.has(name) }))}
        onToggle={(name) => onFilters(toggled(filters, name))}
      />
    </div>
  );
}
