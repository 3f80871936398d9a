import type { RowList } from './rowList';

/** Index that finds rows by the beginning of a text or of one of its words. */
export interface TextIndex {
  /** Places in the order of the table. */
  begins(start: string): readonly number[];
  /** Places in the order of the table. */
  is(text: string): readonly number[];
}

/** Makes an index of the keys that `keysOf` gives for each row. */
export function createTextIndex<Row>(rows: RowList<Row>, keysOf: (row: Row) => readonly string[]): TextIndex {
  const keys: string[] = [];
  const places: number[] = [];
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows.at(place);
    for (const key of row === undefined ? [] : keysOf(row)) {
      keys.push(key);
      places.push(place);
    }
  }
  const order = Uint32Array.from(keys, (_, at) => at).sort((left, right) => compare(keys[left], keys[right]));
  /** The first entry that is not before a text; with `isAfter` the first that does not begin with it either. */
  const bound = (start: string, isAfter: boolean): number => {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const key = keys[order[middle] ?? 0] ?? '';
      if (key < start || (isAfter && key.startsWith(start))) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const entries = (start: string): readonly number[] => [
    ...order.subarray(bound(start, false), bound(start, true)),
  ];
  const placesOf = (found: readonly number[]): readonly number[] => [
    ...new Set(Uint32Array.from(found, (entry) => places[entry] ?? 0).sort()),
  ];
  return {
    begins: (start) => placesOf(entries(start)),
    is: (text) => placesOf(entries(text).filter((entry) => keys[entry] === text)),
  };
}

function compare(left = '', right = ''): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
