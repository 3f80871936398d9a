import { toFileName, toLocalDay, type CsvCell } from '../../../files/writeCsv';
import type { ExportContent } from './exportContent';

/** Column of a table to export. */
export interface ExportColumn<Row> {
  readonly header: string;
  readonly valueOf: (row: Row) => CsvCell;
}

interface TableToExport<Row> {
  /** Words of the file's name, which the day follows. */
  readonly name: readonly string[];
  readonly columns: readonly ExportColumn<Row>[];
  readonly rows: readonly Row[];
  /** Text of a last row about what the table lacks. Default is that it lacks nothing. */
  readonly missing?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Makes the content of an export of a table. Rows are written as they are read, since there can be 100,000. */
export function exportTable<Row>(table: TableToExport<Row>): ExportContent {
  const { name, columns, rows, missing, now } = table;
  return {
    kind: 'table',
    fileName: toFileName([...name, toLocalDay(now)], 'csv'),
    rows: {
      *[Symbol.iterator]() {
        yield columns.map(({ header }) => header);
        for (const row of rows) yield columns.map(({ valueOf }) => valueOf(row));
        if (missing !== undefined) yield [missing, ...columns.slice(1).map(() => '')];
      },
    },
    count: rows.length,
  };
}
