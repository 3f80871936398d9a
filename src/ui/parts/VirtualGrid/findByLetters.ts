/** Letters that are typed after one another. */
export interface Typing {
  readonly letters: string;
  /** Time of the last one, in milliseconds. */
  readonly at: number;
}

/** Longest pause between two letters of a name, in milliseconds. */
const maxPauseInMs = 800;

/** Adds a letter, or begins a new name after a pause. */
export function typeLetter(before: Typing | undefined, letter: string, now: number): Typing {
  const isMore = before !== undefined && now - before.at <= maxPauseInMs;
  return { letters: isMore ? before.letters + letter : letter, at: now };
}

/**
 * Returns the index of the next row whose name begins with the letters, after `from` and then from the top; undefined if
 * none does. One letter again and again goes from row to row; more letters may also stay in the row.
 */
export function findByLetters<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  from: number,
  letters: string,
  locale: string,
): number | undefined {
  const { compare } = new Intl.Collator(locale, { usage: 'search', sensitivity: 'base' });
  const [first = ''] = letters;
  const isOneLetter = [...letters].every((letter) => letter === first);
  const wanted = isOneLetter ? first : letters;
  const start = isOneLetter ? from + 1 : from;
  for (let step = 0; step < rows.length; step += 1) {
    const index = (start + step) % rows.length;
    const row = rows[index];
    if (row !== undefined && compare(nameOf(row).slice(0, wanted.length), wanted) === 0) return index;
  }
  return undefined;
}
