import type { TenantStore } from './tenantStore';

/** Rows of one kind besides users and groups; every change is stored at once. */
export class RecordTable<Row extends { readonly id: string }> {
  readonly #kind: string;
  readonly #store: TenantStore;
  readonly #rows = new Map<string, Row>();

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
    this.#rows.set(row.id, row);
  }

  /** Deletes a row. */
  remove(id: string): void {
    this.#store.saveRecords([{ kind: this.#kind, id, value: null }]);
    this.#rows.delete(id);
  }
}
