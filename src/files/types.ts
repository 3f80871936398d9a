import type { ErrorCode } from '../base/appError';

/** Kind of values in a column of a pasted or dropped table. */
export type ColumnKind = LineEntry['kind'] | 'other';

/** One column, as it was guessed from its heading and cells. */
export interface TableColumn {
  /** The heading; undefined where the table has none. */
  readonly heading: string | undefined;
  readonly kind: ColumnKind;
  /** A few cells, for the person who corrects the guess. */
  readonly samples: readonly ColumnSample[];
  /** Names somebody else of the row, such as the manager, or an address for private mail. */
  readonly isSecondary: boolean;
}

/** A cell that shows what a column holds. */
export interface ColumnSample {
  readonly text: string;
  /** Name of the person in the same row; undefined where the table has no names, or this is the column of names. */
  readonly name: string | undefined;
}

/** A fault of one line that does not keep the others from being read; `line` counts from 1 in the file. */
export interface LineFault {
  readonly line: number;
  /** Column (from 0) of the cell; undefined where the fault is of the whole line, or of a cell of a text that is not cut. */
  readonly column?: number;
  /**
   * `lone-quote`: a quote that nothing closes (it is read as a character), or one that is closed only lines later and has
   * taken lines with addresses into one cell. `too-many-columns`: more than 512, the others are left out.
   * `control-characters`: such as NUL, they are kept. `empty`: nothing in it, no row. `too-long`: a cell of more than
   * 32,767 characters, which a spreadsheet cannot hold, in a column that may name people; it is cut there. In a workbook alone:
   * `cell-error`, such as #REF!;
   * `formula-without-result`: the program that saved it has not calculated it, the cell is read as empty; `long-number`: more
   * than the fifteen digits that Excel keeps; `hidden-row`: it is read all the same.
   */
  readonly kind:
    | 'lone-quote'
    | 'too-many-columns'
    | 'control-characters'
    | 'empty'
    | 'too-long'
    | 'cell-error'
    | 'formula-without-result'
    | 'long-number'
    | 'hidden-row';
}

/** A line that was left out as a heading or a title. */
export interface HeadingLine {
  /** From 1 in the file. */
  readonly line: number;
  /** The cells with dots between, shortened. */
  readonly text: string;
}

/**
 * Reason for a person to look before somebody is taken: a look-alike or invisible character keeps the text from being what it seems;
 * `extra-text`: words stand right before the address, which may have a blank in it; `other-column`: the cell of the chosen column
 * is blank, and another one of the row was read.
 */
export type Suspicion =
  'mixed-scripts' | 'invisible-characters' | 'direction-marks' | 'extra-text' | 'other-column';

/** Description of a table that was read. Its rows stay in the worker: sending 100,000 of them would freeze the page. */
export interface Table {
  readonly columns: readonly TableColumn[];
  /** Columns (from 0) in the order in which they are likely to name the people. */
  readonly columnOrder: readonly number[];
  readonly hasHeading: boolean;
  /** Lines, from 1, that name no user or group: headings, titles above them, what programs write for each other. */
  readonly headingLines: readonly number[];
  /** Those of them that a person may have meant as somebody, with what they say: headings and titles. The first 1,000. */
  readonly headings: readonly HeadingLine[];
  /** Number of all headings and titles. */
  readonly headingCount: number;
  /** Number of rows below the heading, without empty ones. */
  readonly rowCount: number;
  /** Number of lines that these rows begin on: people side by side are rows of one line. */
  readonly lineCount: number;
  /** In the order of their lines; the first 1,000 where there are more. */
  readonly faults: readonly LineFault[];
  /** Number of all faults. */
  readonly faultCount: number;
  /** Such as `utf-8`, `utf-16le`, `windows-1252`; undefined for text that was no file. */
  readonly encoding: string | undefined;
  /** Such as `,`, `;`, `|`, a tab, a space, a line break for a plain list, or the name of a form, such as `JSON`. */
  readonly delimiter: string;
  /** The sheets of a workbook; undefined for what is none. */
  readonly workbook?: TableWorkbook;
}

/** The sheets of a workbook that are shown, and the one that was read. */
export interface TableWorkbook {
  readonly sheets: readonly string[];
  readonly sheet: number;
  /** Reason for which the sheet could not be read: the table has no rows, and another sheet can be chosen. */
  readonly failure?: ErrorCode;
}

/** Choices of a person about a table that was read already; what is left out is guessed. */
export interface ReadOptions {
  /** Place of the sheet in the workbook, from 0. */
  readonly sheet?: number;
  /** Text between the cells of a text; a line break for a list. */
  readonly delimiter?: string;
  /** Encoding of a file of text, as `TextDecoder` knows it. */
  readonly encoding?: string;
}

/** Text from the clipboard, or a file. */
export type TableSource =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'file'; readonly file: Blob };

/** One distinct person or group that lines ask for. */
export interface LineEntry {
  /** As it was written, white space folded; of `Name <a@b>` and `mailto:a@b` the address alone. */
  readonly text: string;
  readonly kind: 'address' | 'object-id' | 'account' | 'employee-id' | 'display-name';
  /** Lines that ask for it, from 1, ascending; more than one means duplicates. */
  readonly lines: readonly number[];
  readonly suspicion: Suspicion | undefined;
}

/**
 * Reads tables off the main thread: text and workbooks. A sheet that fails beside others is a table without rows.
 * Rejects with AppError `file-too-large` (over 20 MB, 200 MB unpacked), `file-too-long` (over 200,000 lines),
 * `file-unreadable` (neither, or damaged), `file-encrypted`, `file-format-unsupported`, `cancelled`, `internal` where the worker does not start.
 */
export interface TableReader {
  /** Reads a table. It takes memory of its own, and the tables of other readings stay, until it is forgotten. */
  read(source: TableSource, signal?: AbortSignal): Promise<Table>;
  /** Reads what was given last in another way, without asking for it again; the table before is forgotten. */
  readAgain(table: Table, options: ReadOptions, signal?: AbortSignal): Promise<Table>;
  /**
   * The distinct entries of one column (from 0) of a table, in the order of their first lines. Entries
   * that differ in case or Unicode form alone are one. A cell with several addresses gives several. Where the cell is blank, other
   * columns of the row are read, so that each row has an entry.
   * Rejects with `cancelled` where the table was forgotten or read in another way since.
   */
  entries(table: Table, column: number, signal?: AbortSignal): Promise<readonly LineEntry[]>;
  /** Frees the memory of a table and of what was read of it again; what is asked of it now or later rejects with `cancelled`. */
  forget(table: Table): Promise<void>;
}
