import * as v from 'valibot';
import { AppError } from '../../base/appError';
import { catalogueShellSchema, entrySchema, type CatalogueFileEntry } from './catalogueSchema';
import { findClashes, type NumberedEntry } from './findClashes';
import type { Catalogue, CatalogueEntry } from './types';

/** Validates a catalogue. Throws AppError `catalogue-invalid`, whose `faults` name every fault with its entry. */
export function readCatalogue(json: unknown): Catalogue {
  const shell = v.safeParse(catalogueShellSchema, json);
  const faults = shell.issues?.map((issue) => faultOf(issue, '')) ?? [];
  const read: NumberedEntry[] = [];
  for (const [index, raw] of rawEntries(json).entries()) {
    const label = labelOf(raw, index);
    const entry = v.safeParse(entrySchema, raw);
    if (entry.success) read.push({ label, entry: entry.output });
    else faults.push(...entry.issues.map((issue) => faultOf(issue, label)));
  }
  faults.push(...findClashes(read));
  // A link that is no address at all breaks two rules of one place in the same words; one line says enough.
  if (faults.length > 0) throw new AppError('catalogue-invalid', { faults: [...new Set(faults)] });
  const entries = read.map(({ entry }) => toEntry(entry));
  return {
    entries,
    microsoftPlans: inLowerCase(shell.success ? shell.output.microsoftPlans : undefined),
    linkHosts: new Set(entries.flatMap(linksOf).map((url) => new URL(url).hostname)),
  };
}

/** The entries of a file that may have faults around them. */
function rawEntries(json: unknown): readonly unknown[] {
  const listed = v.safeParse(v.object({ entries: v.array(v.unknown()) }), json);
  return listed.success ? listed.output.entries : [];
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

/** Names of plans by id as Graph writes ids. */
function inLowerCase(names: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(names).map(([id, name]) => [id.toLowerCase(), name]));
}

function linksOf({ links, installTarget }: CatalogueEntry): string[] {
  const target = installTarget && 'url' in installTarget ? installTarget.url : undefined;
  return [links.manage, links.website, links.support, target].filter((url) => url !== undefined);
}
