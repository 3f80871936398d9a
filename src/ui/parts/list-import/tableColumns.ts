import type { Table } from '../../../files/types';

/** Returns the column that most likely names the people. */
export function guessColumn({ columnOrder }: Table): number {
  return columnOrder[0] ?? 0;
}

/** Returns the likeliest column that wasn't tried yet; undefined if the others name other people or none. */
export function nextColumn({ columnOrder, columns }: Table, tried: readonly number[]): number | undefined {
  return columnOrder.find((column) => {
    const { kind, isSecondary } = columns[column] ?? { kind: 'other', isSecondary: true };
    return !tried.includes(column) && !isSecondary && kind !== 'other';
  });
}

/** True for a workbook with several sheets. */
export function hasSheets({ workbook }: Table): boolean {
  return (workbook?.sheets.length ?? 0) > 1;
}

/** True if a table that was read can be read in another way: by another column or sheet, or as text by another delimiter. */
export function canReadDifferently(table: Table): boolean {
  return table.workbook === undefined || hasSheets(table) || table.columns.length > 1;
}

/**
 * True if a person must review a table before the lookup: it has several columns or sheets, titles above its
 * headings, or faults other than empty lines.
 */
export function needsReview(table: Table): boolean {
  const { columns, faults, headingCount } = table;
  // A title above the only heading may name a person.
  return (
    hasSheets(table) || columns.length > 1 || headingCount > 1 || faults.some(({ kind }) => kind !== 'empty')
  );
}
