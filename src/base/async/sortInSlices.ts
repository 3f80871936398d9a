/** Number of items that are sorted without a pause, and that are merged between two pauses. */
const stepSize = 512;

/**
 * Sorts a copy of the items, with equal ones in their order; `pause` is awaited between steps of a millisecond or two.
 * Rejects with the reason of `signal` once that is aborted.
 */
export async function sortInSlices<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  pause: () => Promise<void> | undefined,
  signal: AbortSignal,
): Promise<readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let start = 0; start < items.length; start += stepSize) {
    runs.push(items.slice(start, start + stepSize).sort(compare));
    await pause();
    signal.throwIfAborted();
  }
  while (runs.length > 1) {
    const longer: (readonly Item[])[] = [];
    for (let place = 0; place < runs.length; place += 2) {
      const [left = [], right = []] = runs.slice(place, place + 2);
      longer.push(right.length === 0 ? left : await merge(left, right, compare, pause));
      signal.throwIfAborted();
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

async function merge<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: (a: Item, b: Item) => number,
  pause: () => Promise<void> | undefined,
): Promise<readonly Item[]> {
  const merged: Item[] = [];
  const rest = right[Symbol.iterator]();
  let next = rest.next();
  for (const item of left) {
    while (!next.done && compare(next.value, item) < 0) {
      merged.push(next.value);
      next = rest.next();
      if (merged.length % stepSize === 0) await pause();
    }
    merged.push(item);
    if (merged.length % stepSize === 0) await pause();
  }
  for (; !next.done; next = rest.next()) merged.push(next.value);
  return merged;
}
