import { GraphRefusal, malformedQuery } from '../graphRefusal';
import type { EntityType } from './entityType';
import type { QueryOptions } from './queryOptions';

/** One relation of `$expand`, with the properties that are asked of what it leads to. */
interface Expansion {
  readonly name: string;
  readonly select?: readonly string[];
}

/** The relations of `$expand`. Throws GraphRefusal `BadRequest` for options other than `$select`. */
export function readExpansions({ expand = [] }: QueryOptions): readonly Expansion[] {
  return expand.map((item) => {
    const [, name = item, options = ''] = /^([^(]+)\((.*)\)$/.exec(item) ?? [];
    if (options === '') return { name };
    const [, select] = /^\$select=([^;]+)$/i.exec(options) ?? [];
    if (select === undefined)
      throw malformedQuery(`The query options '${options}' are not supported within $expand.`);
    return { name, select: select.split(',').map((property) => property.trim()) };
  });
}

/**
 * Graph, query parameters: one relation at a time, not every one, and none by an advanced query.
 * Inferred: that the code and the sentence are the same for every navigation property.
 */
export function refuseExpand<Row, Source>(
  query: QueryOptions,
  { expandable = [] }: EntityType<Row, Source>,
  isEventual: boolean,
): void {
  const names = readExpansions(query).map(({ name }) => name);
  const isAdvanced = isEventual && (query.count || query.search !== undefined);
  const refused = names.find((name, place) => isAdvanced || place > 0 || !expandable.includes(name));
  if (refused === undefined) return;
  throw new GraphRefusal(
    400,
    'ExpandNotSupported',
    `Expand is not allowed for navigation property '${refused}'.`,
  );
}
