import type { FilterRules } from './checkFilter';
import type { FilterNode } from './filterTree';

/** One resource type: its properties, and what queries may do with them. `Row` is what the tenant stores. */
export interface EntityType<Row, Source> {
  /** `microsoft.graph.user`; the value of `@odata.type` is this with a number sign before it. */
  readonly typeName: string;
  /** Readers of the properties of the schema. A property that the tenant does not model reads as null or empty. */
  readonly readers: Readonly<Record<string, (row: Row, source: Source) => unknown>>;
  /** Properties returned without `$select`. */
  readonly defaults: readonly string[];
  /** Properties that exist for filters and are never returned. */
  readonly neverReturned: readonly string[];
  /** Properties that a list refuses to select with 501. */
  readonly notInLists: readonly string[];
  readonly filters: FilterRules;
  readonly searchable: readonly string[];
  readonly sortable: readonly string[];
  /** True if orders of whole tables are cached; default false. */
  readonly hasCachedOrder?: true;
  /** Text properties of which whole tables have an index; default none. */
  readonly indexedTexts?: readonly string[];
  /** Returns the places of the rows that may have such an item, where the source keeps an index of it. */
  readonly placesWith?: (
    node: FilterNode & { readonly kind: 'any' },
    source: Source,
  ) => readonly number[] | undefined;
  /** True for rows that lists show; default all. */
  readonly isListed?: (row: Row) => boolean;
  /** Relations that `$expand` takes; default none. */
  readonly expandable?: readonly string[];
}
