/** Rows by their places; an array is one, and one that finds its rows as they are asked for is another. */
export interface RowList<Row> {
  readonly length: number;
  at(place: number): Row | undefined;
}

/** Makes a list with a row for each id; a row is looked up when it is read. */
export function rowsById<Row>(ids: readonly string[], find: (id: string) => Row | undefined): RowList<Row> {
  return { length: ids.length, at: (place) => find(ids[place] ?? '') };
}

/** True for a whole table: its indexes and orders are cached. Other lists are made for one request. */
export function isTable<Row>(rows: RowList<Row>): rows is readonly Row[] {
  return Array.isArray(rows);
}
