/**
 * Beginning of what a spreadsheet may take for a formula: signs that begin one, also after blanks, quotes, invisible and control
 * characters, also in their full-width and small forms; blanks that move a cell's content elsewhere (OWASP: CSV injection). It ends
 * at the first such sign, so that a cell full of them takes time in proportion to its length.
 */
const dangerous = String.raw`[\s\p{Cf}\p{Cc}"]*?[=+\-@|%\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20\uFF5C\uFF05\uFE66\uFE62\uFE63\uFE6B\u2212]`;
const beginsDangerously = new RegExp(`^'*${dangerous}`, 'u');
const beginsEscaped = new RegExp(`^''*${dangerous}`, 'u');
/** Separator within a cell, after which another may begin: a spreadsheet set to the other separator splits it there. */
const separator = String.raw`[;,\t\r\n]`;
/** Most cells have none, and finding that out takes a fraction of the time that a replacement does. */
const hasSeparator = new RegExp(separator);
const needsEscape = new RegExp(`${separator}(?='*${dangerous})`, 'gu');
const escapedInside = new RegExp(`(${separator})'(?='*${dangerous})`, 'gu');

/** Puts an apostrophe before what a spreadsheet might run in a cell; other cells stay. `unescapeFormula` takes it back. */
export function escapeFormula(cell: string): string {
  const rest = hasSeparator.test(cell) ? cell.replace(needsEscape, "$&'") : cell;
  return beginsDangerously.test(cell) ? `'${rest}` : rest;
}

/** The cell as it was before `escapeFormula`; others stay. */
export function unescapeFormula(cell: string): string {
  if (!cell.includes("'")) return cell;
  const rest = hasSeparator.test(cell) ? cell.replace(escapedInside, '$1') : cell;
  return beginsEscaped.test(cell) ? rest.slice(1) : rest;
}
