/** Folds what a person typed: white space and ampersands, which `$search` cannot take, become one space. Undefined below two characters. */
export function searchTerm(typed: string): string | undefined {
  const term = typed.replace(/[&\s]+/gu, ' ').trim();
  return [...term].length < 2 ? undefined : term;
}
