import { Button, SearchBox, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/MessagesContext';
import { FilterChips } from '../../../parts/FilterChips';
import { lineFilters } from './lineFilters';
import type { ListView } from './useListView';

const useStyles = makeStyles({
  bar: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  search: { width: '100%', maxWidth: '340px' },
});

/** What is shown of the list, and how to take off it what cannot be assigned. */
interface ListToolbarProps {
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
      <FilterChips
        label={product.filters}
        chips={lineFilters
          .filter((name) => counts[name] > 0)
          .map((name) => ({
            name,
            text: assign.lineFilter(assign.lineFilters[name], counts[name]),
            isOn: filter === name,
          }))}
        onToggle={(name) => setFilter(filter === name ? undefined : name)}
      />
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
