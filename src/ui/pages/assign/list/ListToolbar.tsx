import { Button, SearchBox, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/MessagesContext';
import { lineFilters } from './lineFilters';
import type { ListView } from './useListView';

const useStyles = makeStyles({
  bar: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  search: { width: '100%', maxWidth: '340px' },
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What is shown of the list, and how to take off it what cannot be assigned. */
export interface ListToolbarProps {
  readonly view: ListView;
  readonly onRemoveStopped: () => void;
}

/** What the whole list comes to, as filters with their numbers; search; and the way to clean it up. */
export function ListToolbar({ view, onRemoveStopped }: ListToolbarProps): ReactNode {
  const styles = useStyles();
  const { assign, product } = useMessages();
  const { counts, filter, setFilter, search, setSearch } = view;
  return (
    <div className={styles.bar}>
      <div role="group" aria-label={product.filters} className={styles.filters}>
        {lineFilters
          .filter((each) => counts[each] > 0)
          .map((each) => (
            <ToggleButton
              key={each}
              size="small"
              shape="circular"
              checked={filter === each}
              onClick={() => setFilter(filter === each ? undefined : each)}
            >
              {assign.lineFilter(assign.lineFilters[each], counts[each])}
            </ToggleButton>
          ))}
      </div>
      <SearchBox
        className={styles.search}
        aria-label={assign.searchList}
        placeholder={product.searchUsersHint}
        dismiss={{ 'aria-label': product.clearSearch }}
        value={search}
        onChange={(_event, { value }) => setSearch(value)}
      />
      {counts.stopped > 0 && (
        <Button size="small" onClick={onRemoveStopped}>
          {assign.removeStopped(counts.stopped)}
        </Button>
      )}
    </div>
  );
}
