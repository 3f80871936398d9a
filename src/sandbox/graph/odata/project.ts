import { GraphRefusal, malformedQuery } from '../graphRefusal';
import type { EntityType } from './entityType';

/** A property by its proper spelling, or undefined. Graph takes names in any case. */
export function propertyNamed<Row, Source>(type: EntityType<Row, Source>, name: string): string | undefined {
  if (name in type.readers || type.neverReturned.includes(name)) return name;
  const lower = name.toLowerCase();
  return [...Object.keys(type.readers), ...type.neverReturned].find((known) => known.toLowerCase() === lower);
}

/**
 * The names to return for a `$select`, or the default ones.
 * Throws GraphRefusal: `BadRequest` for a name that the type lacks, `NotImplemented` for one that lists cannot give.
 */
export function selectedNames<Row, Source>(
  type: EntityType<Row, Source>,
  select: readonly string[] | undefined,
  isList: boolean,
): readonly string[] {
  if (!select) return type.defaults;
  return select.flatMap((asked) => {
    const name = propertyNamed(type, asked);
    if (name === undefined)
      throw malformedQuery(
        `Parsing OData Select and Expand failed: Could not find a property named '${asked}' on type '${type.typeName}'.`,
      );
    if (isList && type.notInLists.includes(name))
      throw new GraphRefusal(501, 'NotImplemented', 'This operation target is not yet supported.');
    return type.neverReturned.includes(name) ? [] : [name];
  });
}

/** Writes the named properties of a row. */
export function project<Row, Source>(
  type: EntityType<Row, Source>,
  row: Row,
  names: readonly string[],
  source: Source,
): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const name of names) answer[name] = type.readers[name]?.(row, source) ?? null;
  return answer;
}
