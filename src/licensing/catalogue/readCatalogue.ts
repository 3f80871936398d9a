import * as v from 'valibot';
import { catalogueShellSchema, entrySchema, maxEntries, type CatalogueFileEntry } from './catalogueSchema';
import type { Catalogue, CatalogueEntry } from './types';

/** An entry with a label of its place in the file. */
interface NumberedEntry {
  readonly label: string;
  readonly entry: CatalogueFileEntry;
}

/**
 * Reads the valid entries of a catalog; `faults` has every fault with its entry, which is left out. Of entries that claim the
 * same id or product the first counts.
 */
export function readCatalogue(json: unknown): Catalogue & { readonly faults: readonly string[] } {
  const shell = v.safeParse(catalogueShellSchema, json);
  const faults = shell.issues?.map((issue) => faultOf(issue, '')) ?? [];
  const read: NumberedEntry[] = [];
  for (const [index, raw] of rawEntries(json).entries()) {
    const label = labelOf(raw, index);
    const entry = v.safeParse(entrySchema, raw);
    if (entry.success) read.push({ label, entry: entry.output });
    else faults.push(...entry.issues.map((issue) => faultOf(issue, label)));
  }
  const clashes = findClashes(read);
  const entries = read
    .filter(({ label }) => !clashes.some((clash) => clash.startsWith(`${label} `)))
    .map(({ entry }) => toEntry(entry));
  return {
    entries,
    microsoftPlans: inLowerCase(shell.success ? shell.output.microsoftPlans : undefined),
    // A link that is no address breaks two rules with the same message.
    faults: limitFaults([...new Set([...faults, ...clashes])]),
    linkHosts: new Set(entries.flatMap(linksOf).map((url) => new URL(url).hostname)),
  };
}

/** Maximum number of faults that are named. */
const maxFaults = 100;

function limitFaults(faults: readonly string[]): readonly string[] {
  if (faults.length <= maxFaults) return faults;
  return [...faults.slice(0, maxFaults), `and ${faults.length - maxFaults} more`];
}

/** Returns a fault for every id, SKU id and part number that more than one entry claims, regardless of case. */
function findClashes(entries: readonly NumberedEntry[]): string[] {
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

/** Returns the entries of a file, which may have faults elsewhere. */
function rawEntries(json: unknown): readonly unknown[] {
  const listed = v.safeParse(v.object({ entries: v.array(v.unknown()) }), json);
  return listed.success ? listed.output.entries.slice(0, maxEntries) : [];
}

function faultOf(issue: v.BaseIssue<unknown>, label: string): string {
  const place = [label, v.getDotPath(issue)].filter(Boolean).join(' ');
  return `${place || 'the file'}: ${issue.message}`;
}

function labelOf(raw: unknown, index: number): string {
  const id = v.safeParse(v.object({ id: v.string() }), raw);
  return id.success ? `entries[${index}] "${id.output.id.slice(0, 64)}"` : `entries[${index}]`;
}

function toEntry(entry: CatalogueFileEntry): CatalogueEntry {
  return {
    ...entry,
    skuIds: (entry.skuIds ?? []).map((id) => id.toLowerCase()),
    skuPartNumbers: entry.skuPartNumbers ?? [],
    assignedBy: entry.assignedBy ?? 'graph',
    links: entry.links ?? {},
    installTarget: entry.installTarget,
    entraAppId: entry.entraAppId?.toLowerCase(),
    planNames: inLowerCase(entry.planNames),
  };
}

/** Returns names of plans with ids in lower case, as Graph writes them. */
function inLowerCase(names: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(names).map(([id, name]) => [id.toLowerCase(), name]));
}

function linksOf({ links, installTarget }: CatalogueEntry): string[] {
  const target = installTarget && 'url' in installTarget ? installTarget.url : undefined;
  return [links.manage, links.website, links.support, target].filter((url) => url !== undefined);
}
