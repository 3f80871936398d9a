/**
 * Builds the `$search` that finds `term` in any of `properties` (Graph: "Use the $search query parameter"). A quote or
 * backslash is escaped; an ampersand becomes a space, since Graph mistakes it for the end of the option even when it is
 * encoded (Graph: query parameters).
 */
export function searchClause(properties: readonly string[], term: string): string {
  const escaped = term.replace(/[&\s]+/gu, ' ').replace(/[\\"]/g, String.raw`\$&`);
  return properties.map((property) => `"${property}:${escaped}"`).join(' OR ');
}
