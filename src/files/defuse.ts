/**
 * Beginning of what a spreadsheet may take for a formula: signs that begin one, also after blanks, quotes, invisible and control
 * characters, also in their full-width and small forms; blanks that move a cell's content elsewhere (OWASP: CSV injection).
 */
const dangerous = String.raw`[\s\p{Cf}\p{Cc}"]*[=+\-@|%\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20\uFF5C\uFF05\uFE66\uFE62\uFE63\uFE6B\u2212]`;
/**
 * Place where a cell may begin: at its own start, and after each separator within it, since a spreadsheet set to the other separator
 * splits it there.
 */
const start = String.raw`(?<=^|[;,\t\r\n])`;
const needsDefusing = new RegExp(`${start}(?='*${dangerous})`, 'gu');
const defused = new RegExp(`${start}'(?='*${dangerous})`, 'gu');

/** Puts an apostrophe before what a spreadsheet might run in a cell; other cells stay. `undoDefusing` takes it back. */
export function defuse(cell: string): string {
  return cell.replace(needsDefusing, "'");
}

/** The cell as it was before `defuse`; others stay. */
export function undoDefusing(cell: string): string {
  return cell.includes("'") ? cell.replace(defused, '') : cell;
}
