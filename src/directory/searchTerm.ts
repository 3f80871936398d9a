/**
 * Makes what a person typed fit for `$search`: an ampersand becomes a space, since Graph mistakes it for the end of the
 * option even when it is encoded (Graph: query parameters), and white space is folded. Undefined below two characters.
 */
export function searchTerm(typed: string): string | undefined {
  const term = typed.replace(/[&\s]+/gu, ' ').trim();
  return [...term].length < 2 ? undefined : term;
}

/** Builds `$search` that finds `term` in any of `properties`; a quote or backslash is escaped (Graph: $search). */
export function anyOf(properties: readonly string[], term: string): string {
  const escaped = term.replace(/[\\"]/g, String.raw`\$&`);
  return properties.map((property) => `"${property}:${escaped}"`).join(' OR ');
}
