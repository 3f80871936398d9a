import { Button, makeStyles, Select, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { ReadOptions, Table } from '../../../files/types';
import { useMessages } from '../../messages/MessagesContext';
import { ErrorNotice } from '../ErrorNotice';
import { hasSheets } from './tableColumns';
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
  formats: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 12rem), 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  format: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface ColumnStepProps {
  readonly step: Extract<ReadingStep, { kind: 'column' }>;
  readonly onColumn: (column: number) => void;
  readonly onOptions: (options: ReadOptions) => void;
  readonly onCancel: () => void;
}

/** Shows how a table was read: the column with the people, which can be changed, and lines with faults. */
export function ColumnStep({ step, onColumn, onOptions, onCancel }: ColumnStepProps): ReactNode {
  const styles = useStyles();
  const { assign, common } = useMessages();
  const { name, table, nextOptions, error } = step;
  const missed = step.tried?.at(-1);
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [chosen, setChosen] = useState<{ readonly of: Table; readonly column: number }>();
  // The chosen column belongs to one table only.
  const column = chosen?.of === table ? chosen.column : step.guess;
  const isEmpty = table.rowCount === 0;
  const emptyWords = table.workbook && (table.workbook.failure ? assign.unreadSheet : assign.emptySheet);
  // The list needs an answer here first.
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.step} aria-labelledby={`${id}-title`}>
      <h3 className={styles.title} id={`${id}-title`} tabIndex={-1} ref={title}>
        {name}
      </h3>
      <SheetSelect {...{ table, nextOptions, onOptions }} />
      <p className={styles.quiet} aria-live="polite">
        {isEmpty ? (emptyWords ?? assign.nothingRead(name)) : assign.tableFacts(table.rowCount)}
      </p>
      {missed !== undefined && (
        <p className={styles.text} role="alert">
          {assign.columnMissed(table.columns[missed]?.heading ?? assign.columnNumber(missed + 1))}
        </p>
      )}
      {error !== undefined && <ErrorNotice error={error} />}
      {nextOptions !== undefined && <Spinner size="tiny" label={assign.readingList(name)} />}
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
              // Columns have no key but their index.
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
      <FormatSelects {...{ table, nextOptions, onOptions }} />
      <TableFaults table={table} />
      <div className={styles.buttons}>
        {!isEmpty && (
          <Button appearance="primary" disabled={nextOptions !== undefined} onClick={() => onColumn(column)}>
            {assign.addLines(table.rowCount)}
          </Button>
        )}
        <Button onClick={onCancel}>{common.cancel}</Button>
      </div>
    </section>
  );
}

interface FormatProps extends Pick<ColumnStepProps, 'onOptions'> {
  readonly table: Table;
  readonly nextOptions: ReadOptions | undefined;
}

/** The select for the sheet of a workbook, if it has several. */
function SheetSelect({ table, nextOptions, onOptions }: FormatProps): ReactNode {
  const { assign } = useMessages();
  const id = useId();
  const { workbook } = table;
  if (!workbook || !hasSheets(table)) return undefined;
  return (
    <>
      <label htmlFor={id}>{assign.sheetLabel}</label>
      <Select
        id={id}
        value={nextOptions?.sheet ?? workbook.sheet}
        onChange={(_event, { value }) => onOptions({ sheet: Number(value) })}
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

/** The selects for delimiter and encoding of a text. */
function FormatSelects({ table, nextOptions, onOptions }: FormatProps): ReactNode {
  const styles = useStyles();
  const { assign } = useMessages();
  const { delimiter, encoding, workbook } = table;
  if (workbook) return undefined;
  return (
    <div className={styles.formats}>
      <FormatSelect
        label={assign.delimiterLabel}
        names={assign.delimiters}
        value={nextOptions?.delimiter ?? delimiter}
        onChange={(chosen) => onOptions({ delimiter: chosen })}
      />
      {encoding !== undefined && (
        <FormatSelect
          label={assign.encodingLabel}
          names={assign.encodings}
          value={nextOptions?.encoding ?? encoding}
          onChange={(chosen) => onOptions({ encoding: chosen })}
        />
      )}
    </div>
  );
}

interface FormatSelectProps {
  readonly label: string;
  readonly names: Readonly<Record<string, string>>;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function FormatSelect({ label, names, value, onChange }: FormatSelectProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  // A format with property names, such as JSON, isn't among the delimiters for other texts.
  const values = Object.keys(names).includes(value) ? Object.keys(names) : [value, ...Object.keys(names)];
  return (
    <div className={styles.format}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} onChange={(_event, data) => onChange(data.value)}>
        {values.map((each) => (
          <option key={each} value={each}>
            {names[each] ?? each}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** Maximum number of listed lines. */
const most = 100;

const useTableFaultsStyles = makeStyles({
  title: { margin: 0 },
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    maxHeight: '8rem',
    overflowY: 'auto',
    fontSize: tokens.fontSizeBase200,
  },
});

/** Lists the lines skipped as headings and the lines with faults, if any. */
function TableFaults({ table }: { readonly table: Table }): ReactNode {
  const { assign } = useMessages();
  const { headings, headingCount, faults, faultCount, workbook } = table;
  const isSheet = workbook !== undefined;
  return (
    <>
      <LineList
        title={assign.headingsTitle(headingCount)}
        lines={headings
          .slice(0, most)
          .map(({ line, text }) => ({ key: `${line}`, text: assign.fault(line, text, { isSheet }) }))}
        count={headingCount}
      />
      <LineList
        title={assign.faultsTitle(faultCount)}
        lines={faults.slice(0, most).map(({ line, kind, column }) => ({
          key: `${line}-${kind}`,
          text: assign.fault(line, assign.faults[kind], {
            isSheet,
            ...(isSheet && column !== undefined && { cell: `${columnLetters(column)}${line}` }),
          }),
        }))}
        count={faultCount}
      />
    </>
  );
}

/** Returns the letters by which spreadsheets name a column (from 0): A to Z, then AA. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

interface LineListProps {
  readonly title: string;
  readonly lines: readonly { readonly key: string; readonly text: string }[];
  /** Number of all lines, including those not in `lines`. */
  readonly count: number;
}

function LineList({ title, lines, count }: LineListProps): ReactNode {
  const styles = useTableFaultsStyles();
  const { assign } = useMessages();
  if (count === 0) return undefined;
  return (
    <div>
      <p className={styles.title}>{title}</p>
      {/* A scrolling list must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above */}
      <ul className={styles.list} tabIndex={0} aria-label={title}>
        {lines.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
        {count > lines.length && <li>{assign.moreFaults(count - lines.length)}</li>}
      </ul>
    </div>
  );
}
