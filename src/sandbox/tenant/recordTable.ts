import type { TenantStore } from './tenantStore';

/** Rows of one kind besides users and groups; every change is stored at once. */
export class RecordTable<Row extends { readonly id: string }> {
  readonly #kind: string;
  readonly #store: TenantStore;
  readonly #rows = new Map<string, Row>();
  readonly #listeners: ((after: Row | undefined, before: Row | undefined) => void)[] = [];

  /** @param seeds Rows of a new tenant; stored rows replace them. */
  constructor(kind: string, store: TenantStore, seeds: readonly Row[]) {
    this.#kind = kind;
    this.#store = store;
    for (const row of seeds) this.#rows.set(row.id, row);
    for (const { id, value } of store.readRecords(kind)) {
      if (value === null) this.#rows.delete(id);
      else this.#rows.set(id, value as Row);
    }
  }

  /** In the order in which they were first written. */
  all(): Row[] {
    return [...this.#rows.values()];
  }

  /** One row by its id. */
  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  /** Stores a row; replaces one with the same id. */
  put(row: Row): void {
    this.#store.saveRecords([{ kind: this.#kind, id: row.id, value: row }]);
    this.#tell(row, this.#rows.get(row.id));
    this.#rows.set(row.id, row);
  }

  /** Deletes a row. */
  remove(id: string): void {
    this.#store.saveRecords([{ kind: this.#kind, id, value: null }]);
    this.#tell(undefined, this.#rows.get(id));
    this.#rows.delete(id);
  }

  /** Calls `listener` for each change from now on, before it shows; a row that is made or deleted has one state only. */
  watch(listener: (after: Row | undefined, before: Row | undefined) => void): void {
    this.#listeners.push(listener);
  }

  #tell(after: Row | undefined, before: Row | undefined): void {
    for (const listener of this.#listeners) listener(after, before);
  }
}

/** A table of rows, or a view of one. */
export type Records<Row extends { readonly id: string }> = Pick<RecordTable<Row>, keyof RecordTable<Row>>;

/** Shows a table with the rows that `old` names as they were then, undefined for none; changes go to the table itself. */
export function withOldRows<Row extends { readonly id: string }>(
  table: Records<Row>,
  old: () => ReadonlyMap<string, Row | undefined>,
): Records<Row> {
  return {
    all: () => {
      const rows = new Map<string, Row | undefined>(table.all().map((row) => [row.id, row]));
      for (const [id, row] of old()) rows.set(id, row);
      return [...rows.values()].flatMap((row) => row ?? []);
    },
    get: (id) => (old().has(id) ? old().get(id) : table.get(id)),
    put: (row) => table.put(row),
    remove: (id) => table.remove(id),
    watch: (listener) => table.watch(listener),
  };
}
