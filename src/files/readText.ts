import type { SplitFault } from './splitRows';
import type { TableRow } from './tableRow';

/** A text taken apart into rows, before anything is known of its columns. */
export interface ReadText {
  readonly rows: readonly TableRow[];
  readonly faults: readonly SplitFault[];
  /** Text between cells, or the name of the form. */
  readonly delimiter: string;
  /** Row (from 0) of the headings, where the form of the text tells. */
  readonly headingRow?: number;
  /** Lines that are for programs or frames alone, such as a rule below headings. */
  readonly otherLines?: readonly number[];
}

/** A person or group of a text that names each property beside its value. */
export interface TextRecord {
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
}

/** Makes a table of records: a column for each property, and a row of headings above them. */
export function toTable(records: readonly TextRecord[], delimiter: string): ReadText {
  const keys = [...new Set(records.flatMap(({ values }) => [...values.keys()]))];
  const rows = records.map(({ line, values }) => ({ line, cells: keys.map((key) => values.get(key) ?? '') }));
  const [first] = records;
  const headings = first ? [{ line: first.line, cells: keys }] : [];
  return { rows: [...headings, ...rows], faults: [], delimiter, headingRow: 0 };
}
