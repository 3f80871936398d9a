import { SearchBox, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/MessagesContext';
import type { HolderFilter } from '../../parts/HolderGrid/HolderGrid.types';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  search: { flex: '1 1 200px', maxWidth: '340px' },
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const filterNames: readonly HolderFilter[] = ['direct', 'inherited', 'issues', 'blocked', 'guests'];

/** What is looked for, and what the list is narrowed down to. */
export interface HolderToolbarProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly filters: ReadonlySet<HolderFilter>;
  readonly onFilters: (filters: ReadonlySet<HolderFilter>) => void;
}

/** Search and filters of the list of holders. */
export function HolderToolbar({ search, onSearch, filters, onFilters }: HolderToolbarProps): ReactNode {
  const styles = useStyles();
  const { product: words } = useMessages();

  function toggle(filter: HolderFilter): void {
    const next = new Set(filters);
    if (!next.delete(filter)) next.add(filter);
    onFilters(next);
  }

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
      <div role="group" aria-label={words.filters} className={styles.filters}>
        {filterNames.map((filter) => (
          <ToggleButton
            key={filter}
            size="small"
            shape="circular"
            checked={filters.has(filter)}
            onClick={() => toggle(filter)}
          >
            {words.filterName[filter]}
          </ToggleButton>
        ))}
      </div>
    </div>
  );
}
