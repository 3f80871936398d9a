import type { FilterRules } from './checkFilter';

/** One resource type: its properties, and what queries may do with them. `Row` is what the tenant stores. */
export interface EntityType<Row, World> {
  /** `microsoft.graph.user`; the value of `@odata.type` is this with a number sign before it. */
  readonly typeName: string;
  /** How to read each property of the schema; one that the tenant does not model reads as null or empty. */
  readonly readers: Readonly<Record<string, (row: Row, world: World) => unknown>>;
  /** Properties returned without `$select`. */
  readonly defaults: readonly string[];
  /** Properties that exist for filters and are never returned. */
  readonly neverReturned: readonly string[];
  /** Properties that a list refuses to select with 501. */
  readonly notInLists: readonly string[];
  readonly filters: FilterRules;
  readonly searchable: readonly string[];
  /** Properties that never change, since orders are remembered. */
  readonly sortable: readonly string[];
}
