const candidates = ['\t', ';', ',', '|'] as const;
/** From one end of a cell to the other, so that a lone quote does not turn what is within quotes inside out. */
const quoted = /(^|[\t;,|]) *"(?:[^"]|"")*"(?= *(?:[\t;,|]|$))/gm;
const sampleLines = 200;
const sampleCharacters = 100_000;

/** The first lines with something in them, quoted cells emptied so that only what separates is seen. */
function sampleOf(text: string): string[] {
  return text
    .slice(0, sampleCharacters)
    .replace(quoted, '$1""')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .slice(0, sampleLines);
}

/** Share of the lines that have the number of delimiters that most have; 0 where most have none. */
function agreement(lines: readonly string[], delimiter: string): number {
  const tally = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    tally.set(count, (tally.get(count) ?? 0) + 1);
  }
  const [count, times] = [...tally].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0]);
  return count === 0 ? 0 : times / lines.length;
}

/** `Lind, Anna` on each line is a list of names, not a table. */
function isNameComma(lines: readonly string[]): boolean {
  return lines.every((line) => !/,(?! )/.test(line) && !/[@\d]/.test(line));
}

/** Guesses what separates the cells of a text: tab, semicolon, comma, pipe, or a line break where each line is one cell. */
export function guessDelimiter(text: string): string {
  const lines = sampleOf(text);
  const scored = candidates
    .filter((delimiter) => delimiter !== ',' || !isNameComma(lines))
    // A claim of SharePoint, `i:0#.f|membership|anna@contoso.com`, is one cell.
    .filter((delimiter) => delimiter !== '|' || !lines.some((line) => /\b[ci]:0[^|]{1,4}\|/.test(line)))
    .map((delimiter) => ({ delimiter, score: agreement(lines, delimiter) }));
  const best = scored.reduce((most, each) => (each.score > most.score ? each : most));
  return best.score >= 0.5 ? best.delimiter : '\n';
}
