import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useMessages } from '../../../messages/MessagesContext';
import type { Messages } from '../../../messages/types';
import { ErrorNotice } from '../../../parts/ErrorNotice';
import { ExportButton } from '../../../parts/export/ExportButton';
import { ChooseAll, ReadDifferently } from '../../../parts/list-import/ListQuestions';
import { makeRowTable } from '../../../parts/list-import/rowTable';
import { UnresolvedRowView } from '../../../parts/list-import/UnresolvedRowView';
import type { ListReading } from '../../../parts/list-import/useListReading';
import type { UnresolvedRows } from '../../../parts/list-import/useUnresolvedRows';
import { MissingUsageLocations } from '../../../parts/usage-location/MissingUsageLocations';
import { userWithoutUsageLocation } from '../../../parts/usage-location/usageLocations';
import { VirtualGrid } from '../../../parts/VirtualGrid/VirtualGrid';
import type { GridColumn } from '../../../parts/VirtualGrid/VirtualGrid.types';
import { visuallyHidden } from '../../../parts/visuallyHidden';
import { useServices } from '../../../services';
import type { Assignees } from '../useAssignees';
import { AssigneeRow } from './AssigneeRow';
import { filterName, ListBar } from './ListBar';
import type { ListRow } from './listRows';
import { seatMarks } from './seatMarks';
import { useListView, type ListView } from './useListView';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  // The grid keeps a few rows in view; the pane scrolls where there is no room for them.
  filling: { flex: '1 1 0', minHeight: 0 },
  bar: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXXS },
  empty: { margin: 0, color: tokens.colorNeutralForeground3 },
  emptyBox: { display: 'grid', gap: tokens.spacingVerticalXS },
  spoken: visuallyHidden,
});

/** The list and its sources. */
interface AssignListProps {
  readonly list: Assignees;
  readonly unresolvedRows: UnresolvedRows;
  readonly reading: ListReading;
  /** True to fill the pane and scroll there; false if the pane scrolls as a whole. */
  readonly isFilling: boolean;
  /** Called when the last line was removed, and the focus with it. */
  readonly onEmptied: () => void;
}

/**
 * The one list of the pane: the lines that need attention, then the users and groups who get the product, each with
 * its preview. Additions and removals are announced.
 */
export function AssignList(props: AssignListProps): ReactNode {
  const { list, unresolvedRows, reading, isFilling, onEmptied } = props;
  const styles = useStyles();
  const { assign } = useMessages();
  const { principals, checks, lastChange, remove } = list;
  const { rows: unresolved, drop, error } = unresolvedRows;
  const view = useListView(list, unresolved);
  const { rows, counts } = view;
  const bar = useRef<HTMLDivElement>(null);
  const { lines } = list.preflight;
  const missing = useMemo(() => lines.flatMap(userWithoutUsageLocation), [lines]);
  const removeRow = useCallback(
    (row: ListRow) => {
      if (row.kind === 'line') remove(new Set([row.key]));
      if (row.kind === 'unresolved') drop(new Set([row.row.key]));
    },
    [remove, drop],
  );
  const isEmpty = counts.all === 0;
  const latest = useRef(onEmptied);
  useEffect(() => {
    latest.current = onEmptied;
  });
  useEffect(() => {
    if (isEmpty && document.activeElement === document.body) latest.current();
  }, [isEmpty]);
  const columns = useListColumns(list, unresolvedRows, removeRow);
  return (
    <section className={mergeClasses(styles.section, isFilling && styles.filling)}>
      <h3 className={styles.spoken}>
        {principals.length > 0 ? assign.listCount(principals.length) : assign.listTitle}
      </h3>
      <div role="status" className={styles.spoken}>
        {lastChange && assign[lastChange.kind](lastChange.count, lastChange.name)}
      </div>
      {!isEmpty && (
        <div ref={bar} className={styles.bar}>
          <ListBar view={view}>
            <ListActions
              {...{ view, unresolvedRows, remove }}
              onRemoved={() => bar.current?.querySelector('button')?.focus()}
            />
            <ReadDifferently {...{ unresolvedRows, reading }} />
            <MissingUsageLocations missing={missing} onSet={list.setUsageLocations} />
          </ListBar>
        </div>
      )}
      <Tally unresolvedRows={unresolvedRows} />
      <ChooseAll unresolvedRows={unresolvedRows} />
      {error !== undefined && <ErrorNotice error={error} />}
      {checks.error && <ErrorNotice error={checks.error} onRetry={checks.retry} />}
      {isEmpty && (
        <div className={styles.emptyBox}>
          <p className={styles.empty}>{assign.listEmpty}</p>
          <p className={styles.empty}>{assign.listEmptyHint}</p>
        </div>
      )}
      {!isEmpty && rows.length === 0 && <p className={styles.empty}>{assign.listNoneShown}</p>}
      {rows.length > 0 && (
        <VirtualGrid
          label={assign.listTitle}
          columns={columns}
          rows={rows}
          keyOf={keyOf}
          layout={isFilling ? 'fill' : 'page'}
          isHeadless
          isSection={isSection}
          nameOf={nameOf}
          onDelete={removeRow}
        />
      )}
    </section>
  );
}

const keyOf = ({ key }: ListRow): string => key;
const isSection = ({ kind }: ListRow): boolean => kind === 'section';

/** Returns the name that typed letters find. */
function nameOf(row: ListRow): string {
  if (row.kind === 'section') return '';
  return row.kind === 'line' ? row.line.principal.displayName : row.row.text;
}

const useTallyStyles = makeStyles({
  tally: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  spoken: visuallyHidden,
});

/** Says what became of every line of all lists. The filters show it too, but not the lines that left the list. */
function Tally({ unresolvedRows: { tally } }: Pick<AssignListProps, 'unresolvedRows'>): ReactNode {
  const styles = useTallyStyles();
  const { assign } = useMessages();
  const isSeen = tally.dropped + tally.blank > 0;
  return (
    <p className={isSeen ? styles.tally : styles.spoken} role="status">
      {tally.lines > 0 && assign.tally(tally)}
    </p>
  );
}

interface ListActionsProps extends Pick<AssignListProps, 'unresolvedRows'> {
  readonly view: ListView;
  readonly remove: Assignees['remove'];
  /** Called after the lines of the filter are removed, and its buttons with them. */
  readonly onRemoved: () => void;
}

/**
 * Exports or removes the lines of the filter, if they are no good for the assignment. Without a filter, exports those
 * to fix.
 */
function ListActions({ view, unresolvedRows, remove, onRemoved }: ListActionsProps): ReactNode {
  const messages = useMessages();
  const { assign } = messages;
  const { clock } = useServices();
  const { filter, rows } = view;
  const isUnfiltered = filter === 'all';
  if (withoutRemoval.has(filter) && !isUnfiltered) return undefined;
  const unresolved = rows.flatMap((row) =>
    row.kind === 'unresolved' && !(isUnfiltered && row.row.reason.kind === 'duplicate') ? row.row : [],
  );
  const people = rows.flatMap((row) => (row.kind === 'line' ? row.key : []));
  const lineCount = unresolved.reduce((sum, { lines }) => sum + lines.length, 0);
  const count = lineCount + people.length;
  if (count === 0) return undefined;
  return (
    <>
      {unresolved.length > 0 && (
        <ExportButton
          size="small"
          label={assign.exportLines(lineCount)}
          collect={() => makeRowTable(unresolved, messages, clock.now())}
        />
      )}
      {!isUnfiltered && (
        <Link
          as="button"
          aria-label={assign.removeAllSpoken(count, filterName(filter, messages))}
          onClick={() => {
            if (people.length > 0) remove(new Set(people));
            if (unresolved.length > 0) unresolvedRows.drop(new Set(unresolved.map(({ key }) => key)));
            onRemoved();
          }}
        >
          {assign.removeAll(count)}
        </Link>
      )}
    </>
  );
}

/** Filters whose lines are wanted, so that they aren't removed together. */
const withoutRemoval: ReadonlySet<string> = new Set(['all', 'checking', 'sent']);

function sectionText(
  { section, count }: Extract<ListRow, { kind: 'section' }>,
  { assign }: Messages,
): string {
  switch (section) {
    case 'attention':
      return assign.attentionSection(count);
    case 'list':
      return assign.listSection(count);
    case 'duplicates':
      return assign.duplicateSection(count);
  }
}

function useListColumns(
  { preflight: { lines } }: Assignees,
  { choose, retryLookup, lookupKey }: UnresolvedRows,
  onRemove: (row: ListRow) => void,
): readonly GridColumn<ListRow>[] {
  const messages = useMessages();
  const marks = useMemo(() => seatMarks(lines, messages), [lines, messages]);
  return useMemo(
    () => [
      {
        id: 'who',
        header: messages.assign.columnWho,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: (row) => {
          switch (row.kind) {
            case 'section':
              return sectionText(row, messages);
            case 'line':
              return (
                <AssigneeRow
                  line={row.line}
                  isPending={row.isPending}
                  mark={marks.get(row.line)}
                  onRemove={() => onRemove(row)}
                />
              );
            case 'unresolved':
              return (
                <UnresolvedRowView
                  // A new text resets the state of the row.
                  key={row.row.text}
                  line={row.row}
                  isLooking={lookupKey === row.row.key}
                  onChoose={(principal) => choose([{ key: row.row.key, principal }])}
                  onRetryLookup={(text) => retryLookup(row.row.key, text)}
                  onDrop={() => onRemove(row)}
                />
              );
          }
        },
      },
    ],
    [messages, marks, lookupKey, choose, retryLookup, onRemove],
  );
}
