import { parse } from 'papaparse';
import { isGuid } from '../src/base/ids';

/** Entry of a catalogue, as far as this command reads and writes it; other fields stay as they are. */
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  readonly owner: string;
  readonly skuIds?: readonly string[];
  readonly skuPartNumbers?: readonly string[];
}

/** A catalogue file. */
export interface CatalogueFile {
  readonly $schema?: string;
  readonly microsoftPlans?: Readonly<Record<string, string>>;
  readonly entries: readonly Entry[];
}

/** The catalogue and what was read, or every fault of the table. */
type MadeCatalogue =
  | { readonly catalogue: CatalogueFile; readonly products: number; readonly plans: number }
  | { readonly faults: readonly string[] };

interface TableRow {
  readonly name: string;
  readonly partNumber: string;
  readonly skuId: string;
  readonly planId: string;
  readonly planName: string;
}

/** Columns of the table "Product names and service plan identifiers for licensing" (Microsoft Entra documentation). */
const columns = {
  name: 'Product_Display_Name',
  partNumber: 'String_Id',
  skuId: 'GUID',
  planPartName: 'Service_Plan_Name',
  planId: 'Service_Plan_Id',
  planName: 'Service_Plans_Included_Friendly_Names',
} as const;

/** The catalogue takes no longer names and no more entries. */
const maxNameLength = 120;
const maxEntries = 2_000;
const maxShownFaults = 10;

/** Decodes a downloaded table: UTF-8 or UTF-16 with or without a mark, else windows-1252, which Excel saves in the west. */
export function decodeTable(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Adds Microsoft's products and the names of its service plans to a catalogue. A product that an entry of the catalogue names
 * already, by SKU id or part number, keeps that entry, which gets the SKU id.
 */
export function makeCatalogue(table: string, base: CatalogueFile): MadeCatalogue {
  const { rows, faults } = readRows(table);
  if (faults.length > 0) return { faults: shorten(faults) };
  const plans = new Map(Object.entries(base.microsoftPlans ?? {}).map(([id, name]) => [lower(id), name]));
  for (const { planId, planName } of rows) if (planId !== '') plans.set(planId, planName);
  const products = new Map(rows.map((row) => [row.skuId, row]));
  const entries = mergeEntries(base.entries, [...products.values()]);
  if (entries.length > maxEntries) {
    return { faults: [`The catalogue would have ${entries.length} entries; it takes ${maxEntries}.`] };
  }
  return {
    catalogue: { ...base, microsoftPlans: Object.fromEntries([...plans].sort()), entries },
    products: products.size,
    plans: plans.size,
  };
}

function readRows(table: string): { readonly rows: readonly TableRow[]; readonly faults: readonly string[] } {
  const { data, meta } = parse<Record<string, string | undefined>>(table.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    // Microsoft's heading has had a blank at its end.
    transformHeader: (heading) => heading.trim(),
  });
  const missing = Object.values(columns).filter((column) => !meta.fields?.includes(column));
  if (missing.length > 0) return { rows: [], faults: [`The table lacks the columns ${missing.join(', ')}.`] };
  if (data.length === 0) return { rows: [], faults: ['The table has no rows.'] };
  const faults: string[] = [];
  const rows = data.map((cells, index) => {
    const cell = (column: string): string => (cells[column] ?? '').replaceAll(/\s+/g, ' ').trim();
    const skuId = lower(cell(columns.skuId));
    const planId = lower(cell(columns.planId));
    const place = `Row ${index + 2}`;
    if (!isGuid(skuId)) faults.push(`${place}: ${columns.skuId} is no GUID: "${skuId}"`);
    if (planId !== '' && !isGuid(planId)) faults.push(`${place}: ${columns.planId} is no GUID: "${planId}"`);
    const partNumber = cell(columns.partNumber);
    return {
      name: named(cell(columns.name), partNumber, skuId),
      partNumber,
      skuId,
      planId,
      planName: named(cell(columns.planName), cell(columns.planPartName), planId),
    };
  });
  return { rows, faults };
}

/** The first name that is there, no longer than a catalogue takes. */
function named(...names: readonly string[]): string {
  return (names.find((name) => name !== '') ?? '').slice(0, maxNameLength).trim();
}

function mergeEntries(entries: readonly Entry[], products: readonly TableRow[]): readonly Entry[] {
  const owners = new Map<string, number>();
  entries.forEach(({ skuIds = [], skuPartNumbers = [] }, place) => {
    for (const name of [...skuIds, ...skuPartNumbers]) owners.set(lower(name), place);
  });
  const gained = new Map<number, string[]>();
  const added: Entry[] = [];
  // Two products of the table may share a part number, and a catalogue names each once: the SKU id tells them apart.
  const taken = new Set(owners.keys());
  for (const { skuId, partNumber, name } of products) {
    if (owners.has(skuId)) continue;
    const owner = owners.get(lower(partNumber));
    if (owner !== undefined) {
      gained.set(owner, [...(gained.get(owner) ?? []), skuId]);
      continue;
    }
    const isNew = partNumber !== '' && !taken.has(lower(partNumber));
    taken.add(lower(partNumber));
    const skuPartNumbers = isNew ? { skuPartNumbers: [partNumber.slice(0, maxNameLength)] } : {};
    const head = { id: `microsoft-${skuId}`, name, publisher: 'Microsoft', owner: 'microsoft' };
    added.push({ ...head, skuIds: [skuId], ...skuPartNumbers });
  }
  const kept = entries.map((entry, place) => {
    const skuIds = gained.get(place);
    return skuIds ? { ...entry, skuIds: [...(entry.skuIds ?? []), ...skuIds] } : entry;
  });
  return [...kept, ...added];
}

function shorten(faults: readonly string[]): readonly string[] {
  const more = faults.length - maxShownFaults;
  return more > 0 ? [...faults.slice(0, maxShownFaults), `… and ${more} more.`] : faults;
}

function lower(text: string): string {
  return text.toLowerCase();
}
