/**
 * Turns one key on or off, and with it every key between it and `anchor` where there is one.
 * All of them get the state that the one turned to.
 */
export function toggleRange(
  keys: readonly string[],
  selected: ReadonlySet<string>,
  key: string,
  anchor: string | undefined,
): ReadonlySet<string> {
  const isOn = !selected.has(key);
  const end = keys.indexOf(key);
  const start = anchor === undefined ? -1 : keys.indexOf(anchor);
  const range = start < 0 ? [key] : keys.slice(Math.min(start, end), Math.max(start, end) + 1);
  const next = new Set(selected);
  for (const each of range) {
    if (isOn) next.add(each);
    else next.delete(each);
  }
  return next;
}
