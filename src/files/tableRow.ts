/** One row of a table, or one line of a list. */
export interface TableRow {
  /** Line of the file, from 1, where the row begins. */
  readonly line: number;
  /** At most 512, as they were written. */
  readonly cells: readonly string[];
}
