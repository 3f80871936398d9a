import type { ReadProperty } from './evaluateFilter';

interface CachedTable<Value> {
  /** The rows from which the values were made. */
  rows: readonly object[];
  readonly values: Map<string, { readonly value: Value; readonly properties: readonly string[] }>;
}

/** Caches values that are made from text properties of a table, such as its indexes. */
export class TableCache<Value> {
  readonly #tables = new WeakMap<object, CachedTable<Value>>();

  /**
   * Returns the cached value of a table, or makes it. Rows are replaced, never changed: a value is made again once a
   * row is replaced by one with another text in `properties`.
   */
  get<Row extends object>(
    rows: readonly Row[],
    name: string,
    properties: readonly string[],
    read: ReadProperty<Row>,
    make: () => Value,
  ): Value {
    const table: CachedTable<Value> = this.#tables.get(rows) ?? { rows: [...rows], values: new Map() };
    this.#tables.set(rows, table);
    refresh(table, rows, read);
    let known = table.values.get(name);
    if (!known) table.values.set(name, (known = { value: make(), properties }));
    return known.value;
  }
}

/** Removes the values that a replaced row makes outdated. */
function refresh<Row extends object, Value>(
  table: CachedTable<Value>,
  rows: readonly Row[],
  read: ReadProperty<Row>,
): void {
  const before = table.rows as readonly Row[];
  let hasChanged = false;
  for (let place = 0; place < rows.length; place += 1) {
    const old = before[place];
    const row = rows[place];
    if (row === undefined || row === old) continue;
    hasChanged = true;
    for (const [name, { properties }] of table.values)
      if (!old || properties.some((path) => isChanged(old, row, path, read))) table.values.delete(name);
  }
  if (hasChanged) table.rows = [...rows];
}

function isChanged<Row>(before: Row, after: Row, path: string, read: ReadProperty<Row>): boolean {
  return JSON.stringify(read(before, path)) !== JSON.stringify(read(after, path));
}
