import * as v from 'valibot';
import { bytesOf } from './bytesOf';
import { decisionSchema } from './decisions';
import type { Decision } from './decisions';
import { currentDrafts, draftSchema, isoDateTime } from './drafts';
import type { SavedDraft } from './drafts';
import type { StorageOwner } from './storageKeys';
import { parseJson, renameKeys } from './storedRecord';
import type { Entries } from './storedRecord';

/** Largest file that is imported, in bytes; browsers keep about as much for one site. */
export const maxImportBytes = 5_000_000;

/** Maximum number of places that a refused import names. */
const maxPlaces = 10;

const format = 'isv-licenses-export';
const version = 1;

/** Contents of an export, which an import merges. */
export interface PersonalContents {
  readonly decisions: Entries<Decision>;
  readonly drafts: Entries<SavedDraft>;
}

/** An entry that this version of the app cannot read, word for word. */
export interface UnreadableEntry {
  readonly key: string;
  readonly text: string;
}

/** Reason for which a file is not imported. */
export type ImportProblem =
  /** Over {@link maxImportBytes}. */
  | { readonly code: 'too-large' }
  | { readonly code: 'not-json' }
  /** JSON, but no export of this app. */
  | { readonly code: 'other-file' }
  /** Exported by a newer version of the app. */
  | { readonly code: 'newer-version' }
  /** Exported in another tenant, whose products and people are not those of this one. */
  | { readonly code: 'other-tenant' }
  /** Changed since it was exported; `places` are the first paths that are not valid, such as `decisions.sku:…`. */
  | { readonly code: 'invalid'; readonly places: readonly string[] };

/** A file as it was read. */
type ParsedExport =
  | { readonly kind: 'parsed'; readonly contents: PersonalContents }
  | { readonly kind: 'refused'; readonly problem: ImportProblem };

const headSchema = v.object({ format: v.literal(format), version: v.number() });

const fileSchema = v.strictObject({
  format: v.literal(format),
  version: v.literal(version),
  exportedAt: isoDateTime,
  tenantId: v.string(),
  accountId: v.string(),
  decisions: v.record(v.string(), decisionSchema),
  drafts: v.record(v.string(), draftSchema),
  unreadable: v.array(v.strictObject({ key: v.string(), text: v.string() })),
});

/** Writes an export as indented JSON, in the order in which a person reads it. */
export function writeExport(
  { tenantId, accountId }: StorageOwner,
  contents: PersonalContents,
  unreadable: readonly UnreadableEntry[],
  atInMs: number,
): string {
  const { decisions, drafts } = contents;
  const exportedAt = new Date(atInMs).toISOString();
  const head = { format, version, exportedAt, tenantId, accountId };
  return `${JSON.stringify({ ...head, decisions, drafts, unreadable }, null, 2)}\n`;
}

/** Options for reading an export. */
interface ParseExportOptions {
  readonly owner: StorageOwner;
  readonly migrateKey: (productKey: string) => string;
  /** Milliseconds since 1970; drafts that are too old by then are left out. */
  readonly now: number;
}

/** Reads an export. What it could not read in the other browser is not imported. */
export function parseExport(text: string, { owner, migrateKey, now }: ParseExportOptions): ParsedExport {
  const refuse = (problem: ImportProblem): ParsedExport => ({ kind: 'refused', problem });
  if (bytesOf(text) > maxImportBytes) return refuse({ code: 'too-large' });
  const json = parseJson(text);
  if (json === undefined) return refuse({ code: 'not-json' });
  const head = v.safeParse(headSchema, json);
  if (!head.success) return refuse({ code: 'other-file' });
  if (head.output.version > version) return refuse({ code: 'newer-version' });
  const file = v.safeParse(fileSchema, json);
  if (!file.success) {
    const places = [...new Set(file.issues.map((issue) => v.getDotPath(issue) ?? ''))];
    return refuse({ code: 'invalid', places: places.slice(0, maxPlaces) });
  }
  const { tenantId, decisions, drafts } = file.output;
  if (tenantId.toLowerCase() !== owner.tenantId.toLowerCase()) return refuse({ code: 'other-tenant' });
  const contents: PersonalContents = {
    decisions: renameKeys(decisions, migrateKey),
    drafts: currentDrafts(renameKeys(drafts, migrateKey), now),
  };
  return { kind: 'parsed', contents };
}

/** Effect of a merge on one kind of entries. */
export interface MergeSummary<Value> {
  readonly added: readonly string[];
  readonly replaced: readonly { readonly key: string; readonly before: Value; readonly after: Value }[];
  /** Number of entries that are equal already. */
  readonly unchanged: number;
}

/** Compares entries of a file with those that are kept. */
export function summarizeMerge<Value>(own: Entries<Value>, imported: Entries<Value>): MergeSummary<Value> {
  const added: string[] = [];
  const replaced: { key: string; before: Value; after: Value }[] = [];
  let unchanged = 0;
  for (const [key, after] of Object.entries(imported)) {
    const before = own[key];
    if (before === undefined) added.push(key);
    else if (JSON.stringify(before) === JSON.stringify(after)) unchanged += 1;
    else replaced.push({ key, before, after });
  }
  return { added, replaced, unchanged };
}
