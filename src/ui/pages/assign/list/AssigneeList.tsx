import { makeStyles, tokens, Button, SearchBox } from '@fluentui/react-components';
import { useCallback, useMemo, type ReactNode, useDeferredValue, useState } from 'react';
import type { PreflightLine } from '../../../../licensing/preflight/preflight';
import { useMessages } from '../../../messages/MessagesContext';
import { ErrorNotice } from '../../../parts/ErrorNotice';
import { VirtualGrid } from '../../../parts/VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../../parts/VirtualGrid/VirtualGrid.types';
import type { Assignees } from '../useAssignees';
import { AssigneeRow } from './AssigneeRow';
import { seatMarks } from './seatMarks';
import { useFocusAfterRemoval } from '../../../parts/useFocusAfterRemoval';
import { visuallyHidden } from '../../../parts/visuallyHidden';
import { FilterChips } from '../../../parts/FilterChips';
import { lineFilters, countFilters, selectLines, type LineFilter } from './lineFilters';
/** Minimum number of lines for the toolbar with search and filters. */
const toolsFrom = 8;

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  empty: { margin: 0, color: tokens.colorNeutralForeground3 },
  spoken: visuallyHidden,
});

/** The users and groups who get the product, each with its preview. Additions and removals are announced. */
export function AssigneeList({ list }: { readonly list: Assignees }): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const { principals, preflight, checks, lastChange, remove } = list;
  const view = useListView(preflight.lines);
  const { rows } = view;
  const { section, willRemove } = useFocusAfterRemoval(rows);
  const removeLine = useCallback(
    (line: PreflightLine) => {
      willRemove(rows.indexOf(line));
      remove(new Set([line.principal.id]));
    },
    [rows, remove, willRemove],
  );
  const columns = useLineColumns(list, removeLine);

  return (
    <section ref={section} className={styles.section}>
      <h3 className={styles.title} tabIndex={-1}>
        {principals.length > 0 ? assign.listCount(principals.length) : assign.listTitle}
      </h3>
      <div role="status" className={styles.spoken}>
        {lastChange && assign[lastChange.kind](lastChange.count, lastChange.name)}
      </div>
      {principals.length === 0 && <p className={styles.empty}>{assign.listEmpty}</p>}
      {checks.error && <ErrorNotice error={checks.error} onRetry={checks.retry} />}
      {principals.length >= toolsFrom && (
        <ListToolbar
          view={view}
          onRemoveStopped={() => remove(new Set(preflight.lines.filter(isStopped).map(keyOf)))}
        />
      )}
      {principals.length > 0 && rows.length === 0 && <p className={styles.empty}>{assign.listNoneShown}</p>}
      {rows.length > 0 && (
        <VirtualGrid label={assign.listTitle} columns={columns} rows={rows} keyOf={keyOf} />
      )}
    </section>
  );
}

const keyOf = ({ principal }: PreflightLine): string => principal.id;
const isStopped = ({ result }: PreflightLine): boolean => result === 'stop';

function useLineColumns(
  { preflight, checks: { pending } }: Assignees,
  onRemove: (line: PreflightLine) => void,
): readonly GridColumn<PreflightLine>[] {
  const messages = useMessages();
  const { lines } = preflight;
  const marks = useMemo(() => seatMarks(lines, messages), [lines, messages]);
  return useMemo(
    () => [
      {
        id: 'who',
        header: messages.assign.columnWho,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: (line) => (
          <AssigneeRow
            line={line}
            isPending={pending.has(line.principal.id)}
            mark={marks.get(line)}
            onRemove={() => onRemove(line)}
          />
        ),
      },
    ],
    [messages, pending, marks, onRemove],
  );
}

const useListToolbarStyles = makeStyles({
  bar: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  search: { width: '100%', maxWidth: '340px' },
});

interface ListToolbarProps {
  readonly view: ListView;
  readonly onRemoveStopped: () => void;
}

/** Search, filters with counts, and the button that removes all lines that can't be assigned. */
function ListToolbar({ view, onRemoveStopped }: ListToolbarProps): ReactNode {
  const styles = useListToolbarStyles();
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

/** Search and filter of the list. */
interface ListView {
  readonly rows: readonly PreflightLine[];
  /** Number of lines that match each filter, in the whole list. */
  readonly counts: Readonly<Record<LineFilter, number>>;
  readonly filter: LineFilter | undefined;
  readonly setFilter: (filter: LineFilter | undefined) => void;
  readonly search: string;
  readonly setSearch: (search: string) => void;
}

/** Keeps search and filter of the list. Turns a filter off when no line matches it anymore. */
function useListView(lines: readonly PreflightLine[]): ListView {
  const [chosen, setFilter] = useState<LineFilter>();
  const [search, setSearch] = useState('');
  // Keeps typing responsive with 100,000 lines.
  const sought = useDeferredValue(search);
  const counts = useMemo(() => countFilters(lines), [lines]);
  const filter = chosen && counts[chosen] > 0 ? chosen : undefined;
  const rows = useMemo(() => selectLines(lines, filter, sought), [lines, filter, sought]);
  return { rows, counts, filter, setFilter, search, setSearch };
}
