/** A value written in a query. */
export type FilterLiteral =
  | { readonly type: 'string' | 'guid' | 'date'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'null'; readonly value: null };

/** Comparisons that the language knows. */
export type ComparisonOperator = 'eq' | 'ne' | 'ge' | 'le' | 'gt' | 'lt';

/** Functions that the language knows. */
export type FilterFunction = 'startsWith' | 'endsWith' | 'contains';

/** A parsed `$filter` (OData 4.01, the part that Graph's directory speaks). */
export type FilterNode =
  | { readonly kind: 'and' | 'or'; readonly left: FilterNode; readonly right: FilterNode }
  | { readonly kind: 'not'; readonly operand: FilterNode }
  | {
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      readonly path: string;
      readonly value: FilterLiteral;
    }
  | { readonly kind: 'in'; readonly path: string; readonly values: readonly FilterLiteral[] }
  | {
      readonly kind: 'call';
      readonly name: FilterFunction;
      readonly path: string;
      readonly value: FilterLiteral;
    }
  /** Some item of a collection; the paths in `predicate` start at the item, the empty path is the item itself. */
  | { readonly kind: 'any'; readonly path: string; readonly predicate?: FilterNode };
