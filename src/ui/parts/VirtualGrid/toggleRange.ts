/** Keys that are turned on or off together. */
interface RangeToggle {
  readonly keys: readonly string[];
  readonly isOn: boolean;
}

/**
 * Says which keys are turned with one: it alone, or with it every key between it and `anchor` where there is one.
 * All of them get the state that the one turns to.
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
