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

/** Characters of the bytes 0x80 to 0x9F in windows-1252; some versions of Node decode them as the controls of Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

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
  for (const [planId, planName] of planNames(rows)) plans.set(planId, planName);
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

/**
 * The name of each plan, by id. The table names a plan once for each product, in several ways: as people read it, in
 * capitals, and by its part number. The most frequent one that is written in small letters too counts.
 */
function planNames(rows: readonly TableRow[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { planId, planName } of rows) {
    if (planId === '') continue;
    const names = counts.get(planId) ?? new Map<string, number>();
    counts.set(planId, names.set(planName, (names.get(planName) ?? 0) + 1));
  }
  const isReadable = (name: string): boolean => /\p{Ll}/u.test(name) && !name.includes('_');
  const best = (names: ReadonlyMap<string, number>): string => {
    const [[name] = ['']] = [...names].sort(
      ([one, oneCount], [other, otherCount]) =>
        Number(isReadable(other)) - Number(isReadable(one)) || otherCount - oneCount,
    );
    return name;
  };
  return new Map([...counts].map(([planId, names]) => [planId, best(names)]));
}

function readRows(table: string): { readonly rows: readonly TableRow[]; readonly faults: readonly string[] } {
  const whole = table.replace(/^\uFEFF/, '');
  // The parser would take a first row without text for the heading.
  const above = /^(?:[ \t,;]*(?:\r\n|\n|\r))*/.exec(whole)?.[0] ?? '';
  const text = whole.slice(above.length);
  const rows: TableRow[] = [];
  const faults: string[] = [];
  let missing: readonly string[] | undefined;
  let line = 1 + countBreaks(above);
  let read = 0;
  parse<Record<string, string | undefined>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: toColumn,
    step({ data, errors, meta }, parser) {
      missing ??= Object.values(columns).filter((column) => !meta.fields?.includes(column));
      if (missing.length > 0) return parser.abort();
      // A row may have line breaks within quotes, and lines before it that the parser skipped.
      const part = text.slice(read, meta.cursor);
      const place = `Line ${line + countBreaks(linesBefore(part, meta.delimiter, read === 0))}`;
      line += countBreaks(part);
      read = meta.cursor;
      const { row, faults: found } = readRow(data, place);
      rows.push(row);
      // Where the cells are out of place, what stands in them is no fault of its own.
      faults.push(...(errors.length > 0 ? errors.map(({ message }) => `${place}: ${message}`) : found));
    },
  });
  if (!missing) return { rows: [], faults: ['The table has no rows.'] };
  if (missing.length > 0) return { rows: [], faults: [`The table lacks the columns ${missing.join(', ')}.`] };
  return { rows, faults };
}

function readRow(
  cells: Readonly<Record<string, string | undefined>>,
  place: string,
): { readonly row: TableRow; readonly faults: readonly string[] } {
  const cell = (column: string): string => tidy(cells[column] ?? '');
  const skuId = lower(cell(columns.skuId));
  const planId = lower(cell(columns.planId));
  const faults: string[] = [];
  if (!isGuid(skuId)) faults.push(`${place}, column ${columns.skuId}: "${skuId}" is no GUID.`);
  if (planId !== '' && !isGuid(planId))
    faults.push(`${place}, column ${columns.planId}: "${planId}" is no GUID.`);
  const partNumber = cell(columns.partNumber);
  const row = {
    name: named(cell(columns.name), partNumber, skuId),
    partNumber,
    skuId,
    planId,
    planName: named(cell(columns.planName), cell(columns.planPartName), planId),
  };
  return { row, faults };
}

/** The column that a heading stands for: published tables had blanks at its end, and a spoilt byte order mark before it. */
function toColumn(heading: string): string {
  const plain = lower(heading.replaceAll(/[^a-z_]/gi, ''));
  return Object.values(columns).find((column) => lower(column) === plain) ?? heading;
}

/** A cell on one line, without the invisible characters and with the dashes of windows-1252 that published tables have. */
function tidy(cell: string): string {
  return cell
    .replaceAll(/[\u0080-\u009F]/g, (char) => windows1252[char.charCodeAt(0) - 0x80] ?? '')
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function countBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/**
 * The lines before the row at the end of a part: those whose cells are all blank, as Excel writes for a cleared row, and the
 * heading in the first part.
 */
function linesBefore(part: string, delimiter: string, isFirst: boolean): string {
  const end = '(?:\\r\\n|\\n|\\r)';
  const blanks = `(?:(?:[ \\u00A0\\${delimiter}]|"")*${end})*`;
  return new RegExp(`^${blanks}${isFirst ? `[^\\r\\n]*${end}${blanks}` : ''}`).exec(part)?.[0] ?? '';
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
