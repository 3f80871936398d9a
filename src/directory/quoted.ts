/** A text as an OData filter writes one: in single quotes, those inside doubled (OData: URL conventions). */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
