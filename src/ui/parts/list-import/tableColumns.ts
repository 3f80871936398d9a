import type { Table } from '../../../files/types';

/** The column that most likely names the people. */
export function guessColumn({ columnOrder }: Table): number {
  return columnOrder[0] ?? 0;
}

/** The likeliest column that was not tried yet; undefined where the others name somebody else or nothing. */
export function nextColumn({ columnOrder, columns }: Table, tried: readonly number[]): number | undefined {
  return columnOrder.find((column) => {
    const { kind, isSecondary } = columns[column] ?? { kind: 'other', isSecondary: true };
    return !tried.includes(column) && !isSecondary && kind !== 'other';
  });
}

/** True if a table is of a workbook with several sheets. */
export function hasSheets({ workbook }: Table): boolean {
  return (workbook?.sheets.length ?? 0) > 1;
}

/** True if a table that was read can be read in another way: by another column or sheet, or as text by another delimiter. */
export function canReadDifferently(table: Table): boolean {
  return table.workbook === undefined || hasSheets(table) || table.columns.length > 1;
}

/**
 * True if a person has to look at a table before its lines are looked up: it has columns or sheets to choose from, titles above its headings, or faults.
 * Empty lines are counted, and nothing to decide about.
 */
export function needsReview(table: Table): boolean {
  const { columns, faults, headingCount } = table;
  // A title above the only heading may be somebody.
  return (
    hasSheets(table) || columns.length > 1 || headingCount > 1 || faults.some(({ kind }) => kind !== 'empty')
  );
}
