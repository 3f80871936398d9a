/**
 * What a spreadsheet may take for a formula: signs that begin one, also after blanks and invisible characters, also in
 * their full-width and small forms; blanks that move a cell's content elsewhere (OWASP: CSV injection).
 */
const dangerous = String.raw`[\s\p{Cf}]*[=+\-@|%\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20\uFF5C\uFF05\uFE66\uFE62\uFE63\uFE6B\u2212]`;
const needsDefusing = new RegExp(`^'*${dangerous}`, 'u');
const isDefused = new RegExp(`^'+${dangerous}`, 'u');

/** Puts an apostrophe before a cell that a spreadsheet might run; others stay. `undoDefusing` takes it back. */
export function defuse(cell: string): string {
  return needsDefusing.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `defuse`; others stay. */
export function undoDefusing(cell: string): string {
  return cell.startsWith("'") && isDefused.test(cell) ? cell.slice(1) : cell;
}
