import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { UnresolvedKind } from '../../messages/en/assign/listImport';
import { useMessages } from '../../messages/MessagesContext';
import { useServices } from '../../services';
import { ErrorNotice } from '../ErrorNotice';
import { ExportButton } from '../export/ExportButton';
import { FilterChips } from '../FilterChips';
import { VirtualGrid } from '../VirtualGrid/VirtualGrid';
import type { GridColumn } from '../VirtualGrid/VirtualGrid.types';
import { useFocusAfterRemoval } from '../useFocusAfterRemoval';
import { ChooseAll, ReadDifferently } from './ListQuestions';
import { UnresolvedRowView } from './UnresolvedRowView';
import { makeRowTable } from './rowTable';
import { rowKinds, type UnresolvedRow } from './unresolvedRows';
import type { ListReading } from './useListReading';
import type { UnresolvedRows } from './useUnresolvedRows';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  tally: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  // Stays mounted so that screen readers announce it when it's filled, and takes no space until then.
  unused: { position: 'absolute' },
});

/** Rows of lists, and the reading that they come from. */
interface UnresolvedRowListProps {
  readonly unresolvedRows: UnresolvedRows;
  readonly reading: ListReading;
}

/** Counts of all imported lines, and the unresolved rows, each to be corrected in place. */
export function UnresolvedRowList({ unresolvedRows, reading }: UnresolvedRowListProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { assign, product } = messages;
  const { clock } = useServices();
  const { rows: all, tally, error } = unresolvedRows;
  const [kind, setKind] = useState<UnresolvedKind>();
  const shownKind = kind && tally[kind] > 0 ? kind : undefined;
  const rows = useMemo(
    () => (shownKind ? all.filter(({ reason }) => reason.kind === shownKind) : all),
    [all, shownKind],
  );
  const { section, willRemove } = useFocusAfterRemoval(rows);
  const columns = useRowColumns(unresolvedRows, rows, willRemove);
  const kinds = rowKinds.filter((each) => tally[each] > 0);

  return (
    <section ref={section} className={mergeClasses(styles.section, tally.lines === 0 && styles.unused)}>
      <p className={styles.tally} role="status">
        {tally.lines > 0 && assign.tally(tally)}
      </p>
      <ReadDifferently {...{ unresolvedRows, reading }} />
      {all.length > 0 && (
        <>
          <h3 className={styles.title} tabIndex={-1}>
            {assign.unresolvedGrid}
          </h3>
          {kinds.length > 1 && (
            <FilterChips
              label={product.filters}
              chips={kinds.map((name) => ({
                name,
                text: assign.lineFilter(assign.unresolvedKinds[name], tally[name]),
                isOn: shownKind === name,
              }))}
              onToggle={(name) => setKind(shownKind === name ? undefined : name)}
            />
          )}
          <ChooseAll unresolvedRows={unresolvedRows} />
          {error !== undefined && <ErrorNotice error={error} />}
          <VirtualGrid label={assign.unresolvedGrid} columns={columns} rows={rows} keyOf={keyOf} />
          <div className={styles.buttons}>
            <ExportButton
              size="small"
              label={assign.exportLines(rows.reduce((sum, row) => sum + row.lines.length, 0))}
              collect={() => makeRowTable(rows, messages, clock.now())}
            />
            <Button size="small" onClick={() => unresolvedRows.drop(new Set(rows.map(keyOf)))}>
              {assign.removeShown(rows.reduce((sum, row) => sum + row.lines.length, 0))}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

const keyOf = ({ key }: UnresolvedRow): string => key;

function useRowColumns(
  { choose, drop, retryLookup, lookupKey }: UnresolvedRows,
  rows: readonly UnresolvedRow[],
  willRemove: (row: number) => void,
): readonly GridColumn<UnresolvedRow>[] {
  const { assign } = useMessages();
  const removing = useCallback(
    (line: UnresolvedRow, act: () => void) => {
      willRemove(rows.indexOf(line));
      act();
    },
    [rows, willRemove],
  );
  return useMemo(
    () => [
      {
        id: 'line',
        header: assign.columnLine,
        width: 'minmax(0, 1fr)',
        isWideWhenNarrow: true,
        render: (line) => (
          <UnresolvedRowView
            // A new text resets the state of the row.
            key={line.text}
            line={line}
            isLooking={lookupKey === line.key}
            onChoose={(principal) => removing(line, () => choose([{ key: line.key, principal }]))}
            onRetryLookup={(text) => removing(line, () => retryLookup(line.key, text))}
            onDrop={() => removing(line, () => drop(new Set([line.key])))}
          />
        ),
      },
    ],
    [assign, lookupKey, removing, choose, drop, retryLookup],
  );
}
