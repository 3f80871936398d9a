import { Button, Select, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { Table } from '../../../files/types';
import { useMessages } from '../../messages/MessagesContext';
import type { Messages } from '../../messages/types';
import { hasSheets } from './tableColumns';
import { TableFaults } from './TableFaults';
import type { ReadingStep } from './useListReading';

const useStyles = makeStyles({
  step: { display: 'grid', gap: tokens.spacingVerticalS, width: '100%', minWidth: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A table, and what happens with the chosen column. */
interface ColumnStepProps {
  readonly step: Extract<ReadingStep, { kind: 'column' }>;
  readonly onColumn: (column: number) => void;
  readonly onSheet: (sheet: number) => void;
  readonly onCancel: () => void;
}

/** Shows how a table was understood: the column that names the people, which can be corrected, and lines with faults. */
export function ColumnStep({ step, onColumn, onSheet, onCancel }: ColumnStepProps): ReactNode {
  const styles = useStyles();
  const messages = useMessages();
  const { assign, common } = messages;
  const { name, table, nextSheet } = step;
  const missed = step.tried?.at(-1);
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<{ readonly of: Table; readonly column: number }>();
  // A column is chosen of one sheet; the next one has its own.
  const column = chosen?.of === table ? chosen.column : step.guess;
  const isEmpty = table.rowCount === 0;
  // What was dropped or chosen needs an answer here first.
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.step} aria-labelledby={`${id}-title`}>
      <h3 className={styles.title} id={`${id}-title`} tabIndex={-1} ref={title}>
        {name}
      </h3>
      <SheetSelect table={table} nextSheet={nextSheet} onSheet={onSheet} />
      <p className={styles.quiet} aria-live="polite">
        {isEmpty ? assign.emptySheet : factsText(table, messages)}
      </p>
      {missed !== undefined && (
        <p className={styles.text} role="alert">
          {assign.columnMissed(table.columns[missed]?.heading ?? assign.columnNumber(missed + 1))}
        </p>
      )}
      {nextSheet !== undefined && <Spinner size="tiny" label={assign.readingList(name)} />}
      {!isEmpty && (
        <>
          <label htmlFor={`${id}-column`}>{assign.columnLabel}</label>
          <Select
            id={`${id}-column`}
            aria-describedby={`${id}-samples`}
            value={column}
            onChange={(_event, { value }) => setChosen({ of: table, column: Number(value) })}
          >
            {table.columns.map(({ heading, kind }, index) => (
              // Columns have no other name than their place.
              <option key={index} value={index}>
                {assign.columnOption(heading ?? assign.columnNumber(index + 1), assign.columnKinds[kind])}
              </option>
            ))}
          </Select>
          <p className={styles.quiet} id={`${id}-samples`}>
            {assign.samples(
              (table.columns[column]?.samples ?? []).map(({ text, name: person }) =>
                person === undefined ? text : assign.sampleWithName(text, person),
              ),
            )}
          </p>
        </>
      )}
      <TableFaults table={table} />
      <div className={styles.buttons}>
        {!isEmpty && (
          <Button appearance="primary" disabled={nextSheet !== undefined} onClick={() => onColumn(column)}>
            {assign.addLines(table.rowCount)}
          </Button>
        )}
        <Button onClick={onCancel}>{common.cancel}</Button>
      </div>
    </section>
  );
}

/** The sheets of a workbook, where it has several that are shown. */
interface SheetSelectProps extends Pick<ColumnStepProps, 'onSheet'> {
  readonly table: Table;
  readonly nextSheet: number | undefined;
}

function SheetSelect({ table, nextSheet, onSheet }: SheetSelectProps): ReactNode {
  const { assign } = useMessages();
  const id = useId();
  const { workbook } = table;
  if (!workbook || !hasSheets(table)) return undefined;
  return (
    <>
      <label htmlFor={id}>{assign.sheetLabel}</label>
      <Select
        id={id}
        value={nextSheet ?? workbook.sheet}
        onChange={(_event, { value }) => onSheet(Number(value))}
      >
        {workbook.sheets.map((name, index) => (
          <option key={name} value={index}>
            {name}
          </option>
        ))}
      </Select>
    </>
  );
}

function factsText({ rowCount, encoding, delimiter }: Table, { assign }: Messages): string {
  const names: Readonly<Record<string, string | undefined>> = assign.delimiters;
  return assign.tableFacts(rowCount, encoding, names[delimiter] ?? delimiter);
}
