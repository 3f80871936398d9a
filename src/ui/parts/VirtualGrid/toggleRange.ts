/** Keys to select or clear together. */
interface RangeToggle {
  readonly keys: readonly string[];
  readonly isOn: boolean;
}

/**
 * Returns the keys to toggle with `key`: it alone, or the whole range from `anchor` to it. All get the new state of
 * `key`.
 */
export function toggleRange(
  keys: readonly string[],
  selected: Pick<ReadonlySet<string>, 'has'>,
  key: string,
  anchor: string | undefined,
): RangeToggle {
  const isOn = !selected.has(key);
  const start = anchor === undefined ? -1 : keys.indexOf(anchor);
  if (start < 0) return { keys: [key], isOn };
  const end = keys.indexOf(key);
  return { keys: keys.slice(Math.min(start, end), Math.max(start, end) + 1), isOn };
}

/**
 * Returns the first and one after the last of the rows that a range loses when its end moves from `before` to `after`;
 * undefined if it loses none.
 */
export function rowsLeft(
  start: number,
  before: number,
  after: number,
): readonly [number, number] | undefined {
  const [from, to] =
    before >= start ? [Math.max(after, start) + 1, before + 1] : [before, Math.min(after, start)];
  return from < to ? [from, to] : undefined;
}
