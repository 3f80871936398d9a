import type { CatalogueFileEntry } from './catalogueSchema';

/** An entry with the words that name its place in the file. */
export interface NumberedEntry {
  readonly label: string;
  readonly entry: CatalogueFileEntry;
}

/** Names every id, SKU id and part number that more than one entry claims, without regard to case. */
export function findClashes(entries: readonly NumberedEntry[]): string[] {
  return [
    ...clashesOf(entries, 'id', ({ id }) => [id]),
    ...clashesOf(entries, 'skuIds', ({ skuIds }) => skuIds),
    ...clashesOf(entries, 'skuPartNumbers', ({ skuPartNumbers }) => skuPartNumbers),
  ];
}

function clashesOf(
  entries: readonly NumberedEntry[],
  field: string,
  namesOf: (entry: CatalogueFileEntry) => readonly string[] | undefined,
): string[] {
  const firstOwner = new Map<string, string>();
  return entries.flatMap(({ label, entry }) =>
    (namesOf(entry) ?? []).flatMap((name) => {
      const owner = firstOwner.get(name.toLowerCase());
      if (owner === undefined) firstOwner.set(name.toLowerCase(), label);
      return owner === undefined ? [] : [`${label} ${field}: "${name}" is taken by ${owner} already`];
    }),
  );
}
