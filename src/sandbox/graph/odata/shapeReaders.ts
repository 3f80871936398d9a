/** A value in an answer: the type of Microsoft's, made read-only. */
export type Wire<Value> = Value extends readonly (infer Item)[]
  ? readonly Wire<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Wire<Value[Name]> }
    : Value;

/**
 * Readers of properties of a type of `@microsoft/microsoft-graph-types`: neither a name that it lacks nor a value of
 * another kind compiles.
 */
export type ShapeReaders<Shape, Row, Source> = {
  readonly [Name in keyof Shape]?: (row: Row, source: Source) => Wire<Shape[Name]>;
};
