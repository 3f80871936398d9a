// cspell:ignore sökning sokning
import { daysUntil } from '../../../licensing/catalogue/productState';
import type { Product, ProductState } from '../../../licensing/product';
import type { LicensesColumn, LicensesFilter, LicensesView } from './licensesView';

/** The products that a view shows. */
interface Selected {
  /** Products of the tenant, sorted. */
  readonly listed: readonly Product[];
  /** Products of unknown vendors that aren't classified yet, by name. */
  readonly undecided: readonly Product[];
  /** Products that only the catalogue knows, by name. */
  readonly elsewhere: readonly Product[];
  /** Number of products without search and narrowing filters. */
  readonly total: number;
}

const soonInDays = 30;
const gravity: Record<ProductState['kind'], number> = {
  disabled: 0,
  expired: 1,
  'over-allocated': 2,
  expiring: 3,
  trial: 4,
  active: 5,
  unknown: 6,
};

/** Filters and sorts products. `now` is in milliseconds since 1970. */
export function selectProducts(
  products: readonly Product[],
  view: LicensesView,
  locale: string,
  now: number,
): Selected {
  const within = products.filter((product) => isWithin(product, view.filters));
  const wanted = within.filter(
    (product) => matches(product, view.search, locale) && passes(product, view.filters, now),
  );
  const order = comparer(view.sort.column, new Intl.Collator(locale, { numeric: true }));
  const sign = view.sort.isDescending ? -1 : 1;
  const byName = comparer('name', new Intl.Collator(locale));
  return {
    listed: wanted
      .filter((product) => product.owned && !isUndecided(product))
      .sort((a, b) => sign * order(a, b)),
    undecided: wanted.filter(isUndecided).sort(byName),
    elsewhere: wanted.filter(({ owned }) => !owned).sort(byName),
    total: within.length,
  };
}

function isUndecided({ classification, isHidden }: Product): boolean {
  return classification.owner === 'unknown' && !isHidden;
}

/** Applies the filters that add products: Microsoft's and hidden ones. */
function isWithin(product: Product, filters: readonly LicensesFilter[]): boolean {
  if (product.isHidden) return filters.includes('hidden');
  return product.classification.owner !== 'microsoft' || filters.includes('microsoft');
}

/** Applies the filters that narrow the list. A product must pass all of them. */
function passes(product: Product, filters: readonly LicensesFilter[], now: number): boolean {
  const free = freeSeats(product);
  if (filters.includes('noneLeft') && !(free !== undefined && free <= 0)) return false;
  if (filters.includes('unused') && !(free !== undefined && free > 0)) return false;
  return !filters.includes('renewsSoon') || renewsSoon(product, now);
}

/** True if licenses of the product are assigned to users, and not to the whole organization. */
export function countsSeats({ owned, coverage }: Product): boolean {
  return (
    owned !== undefined && !(coverage.kind === 'visible-only' && coverage.because === 'organization-wide')
  );
}

/**
 * Returns the number of available licenses: 0 if the product is disabled; undefined if unknown or not assigned to
 * users.
 */
export function freeSeats(product: Product): number | undefined {
  if (!countsSeats(product)) return undefined;
  return product.state.kind === 'disabled' ? 0 : product.owned?.seats.available;
}

/** True if a subscription of the product renews or ends within 30 days. */
function renewsSoon({ nextLifecycleAt }: Product, now: number): boolean {
  if (nextLifecycleAt === undefined) return false;
  const days = daysUntil(nextLifecycleAt, now);
  return days >= 0 && days <= soonInDays;
}

function matches({ name, publisher, owned }: Product, search: string, locale: string): boolean {
  const words = fold(search, locale).split(/\s+/).filter(Boolean);
  const text = fold([name, publisher, owned?.identifiers.partNumber].filter(Boolean).join(' '), locale);
  return words.every((word) => text.includes(word));
}

/** Lower case without diacritics, so that "sokning" finds "Sökning". */
function fold(text: string, locale: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase(locale);
}

function comparer(column: LicensesColumn, collator: Intl.Collator): (a: Product, b: Product) => number {
  const byName = (a: Product, b: Product): number => collator.compare(a.name, b.name);
  const key = keys[column];
  return key ? (a, b) => key(a) - key(b) || byName(a, b) : byName;
}

const keys: Record<LicensesColumn, ((product: Product) => number) | undefined> = {
  name: undefined,
  assigned: ({ owned }) => owned?.seats.assigned ?? -1,
  available: (product) =>
    (countsSeats(product) ? product.owned?.seats.available : undefined) ?? Number.MAX_SAFE_INTEGER,
  state: ({ state }) => gravity[state.kind],
  renewal: ({ nextLifecycleAt }) =>
    nextLifecycleAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(nextLifecycleAt),
};
