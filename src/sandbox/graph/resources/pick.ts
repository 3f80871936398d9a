import { malformedQuery } from '../graphRefusal';

/**
 * The selected properties of a small resource, or all of them.
 * Throws GraphRefusal `BadRequest` for a name that the resource lacks.
 */
export function pick(
  shape: object,
  select: readonly string[] | undefined,
  typeName: string,
): Record<string, unknown> {
  const all = shape as Readonly<Record<string, unknown>>;
  if (!select) return { ...all };
  const picked: Record<string, unknown> = {};
  for (const asked of select) {
    const name = Object.keys(all).find((known) => known.toLowerCase() === asked.toLowerCase());
    if (name === undefined)
      throw malformedQuery(
        `Parsing OData Select and Expand failed: Could not find a property named '${asked}' on type 'microsoft.graph.${typeName}'.`,
      );
    picked[name] = all[name];
  }
  return picked;
}
