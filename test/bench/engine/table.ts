/** Prints a table whose first column is words and whose others are numbers. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [heads, ...rows];
  const widths = heads.map((_head, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  for (const row of all)
    console.log(
      widths
        .map((width, column) =>
          column === 0 ? (row[0] ?? '').padEnd(width) : (row[column] ?? '').padStart(width + 2),
        )
        .join(''),
    );
}

/** Milliseconds as seconds. */
export const seconds = (inMs: number): string => (inMs / 1_000).toFixed(inMs < 100_000 ? 1 : 0);

/** A part of a whole. */
export const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
