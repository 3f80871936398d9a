// cspell:ignore sökning sokning
import { daysUntil } from '../../../licensing/catalogue/productState';
import { isGivenByVendor } from '../../../licensing/isAssignable';
import type { Product } from '../../../licensing/product';
import { narrowingOf } from './licensesView';
import type { LicensesColumn, LicensesFilter, LicensesView, NarrowingFilter } from './licensesView';

/** The products that a view shows. */
interface Selected {
  /** Products of the tenant that can be assigned or need attention, sorted. */
  readonly listed: readonly Product[];
  /** Products of unknown vendors that aren't classified yet, by name. */
  readonly undecided: readonly Product[];
  /** Products of which nothing can be assigned, and that need no attention, by name. */
  readonly unassignable: readonly Product[];
  /** Number of products without search and narrowing filters. */
  readonly total: number;
}

const soonInDays = 30;

/** Filters and sorts products. `now` is in milliseconds since 1970. */
export function selectProducts(
  products: readonly Product[],
  view: LicensesView,
  locale: string,
  now: number,
): Selected {
  const within = products.filter((product) => isWithin(product, view.filters));
  const filters = narrowingOf(view);
  const wanted = within.filter(
    (product) =>
      matches(product, view.search, locale) && filters.every((filter) => passes(product, filter, now)),
  );
  const order = comparer(view.sort.column, new Intl.Collator(locale, { numeric: true }), now);
  const sign = view.sort.isDescending ? -1 : 1;
  const byName = comparer('name', new Intl.Collator(locale), now);
  const decided = wanted.filter((product) => !isUndecided(product));
  return {
    listed: decided.filter((product) => isListed(product, now)).sort((a, b) => sign * order(a, b)),
    undecided: wanted.filter(isUndecided).sort(byName),
    unassignable: decided.filter((product) => !isListed(product, now)).sort(byName),
    total: within.length,
  };
}

/** Returns the products that a view shows without its narrowing filters, of which {@link passes} tells more. */
export function searchProducts(
  products: readonly Product[],
  { search, filters }: LicensesView,
  locale: string,
): readonly Product[] {
  return products.filter((product) => isWithin(product, filters) && matches(product, search, locale));
}

/** True for a product of an unknown vendor that isn't classified yet. */
export function isUndecided({ classification, isHidden }: Product): boolean {
  return classification.owner === 'unknown' && !isHidden;
}

function isListed(product: Product, now: number): boolean {
  return product.coverage.kind === 'assignable' || needsAttention(product, now);
}

/** Applies the filters that add products: Microsoft's and hidden ones. */
function isWithin(product: Product, filters: readonly LicensesFilter[]): boolean {
  if (product.isHidden) return filters.includes('hidden');
  return product.classification.owner !== 'microsoft' || filters.includes('microsoft');
}

/** Applies one filter. A product of an unknown vendor has no numbers until it's classified, and needs attention. */
export function passes(product: Product, filter: NarrowingFilter, now: number): boolean {
  if (filter === 'attention') return needsAttention(product, now);
  if (isUndecided(product)) return false;
  if (filter === 'renewsSoon') return renewsSoon(product, now);
  return filter === 'noneLeft' ? isFull(product) : (freeSeats(product) ?? 0) > 0;
}

function needsAttention(product: Product, now: number): boolean {
  return urgencyOf(product, now) < calm;
}

const expiredUrgency = 2;
const renewingUrgency = 3;
const calm = 5;

/** Returns the place of a product in the default order: the lower, the earlier. From `calm` on it needs no attention. */
function urgencyOf(product: Product, now: number): number {
  const { state, isHidden } = product;
  if (isUndecided(product)) return 4;
  if (isHidden || state.kind === 'disabled') return calm;
  if (isFull(product)) return state.kind === 'over-allocated' ? 0 : 1;
  if (state.kind === 'expired') return expiredUrgency;
  return renewsSoon(product, now) ? renewingUrgency : calm;
}

/** True if the product could be assigned, and no seat is left. */
function isFull(product: Product): boolean {
  const free = freeSeats(product);
  return product.coverage.kind === 'assignable' && free !== undefined && free <= 0;
}

/** True if licenses of the product are assigned to users, and not to the whole organization. */
export function countsSeats({ owned, coverage }: Product): boolean {
  return (
    owned !== undefined && !(coverage.kind === 'visible-only' && coverage.because === 'organization-wide')
  );
}

/** True if licenses of the product that are free can be given to someone here, so that they count as available. */
export function countsFreeSeats(product: Product): boolean {
  return countsSeats(product) && !isGivenByVendor(product);
}

/**
 * Returns the number of available licenses: 0 if the product is disabled; undefined if unknown, not assigned to
 * users, or only the vendor gives them.
 */
export function freeSeats(product: Product): number | undefined {
  if (!countsFreeSeats(product)) return undefined;
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

function comparer(
  column: LicensesColumn,
  collator: Intl.Collator,
  now: number,
): (a: Product, b: Product) => number {
  const byName = (a: Product, b: Product): number => collator.compare(a.name, b.name);
  if (column === 'attention') {
    return (a, b) =>
      urgencyOf(a, now) - urgencyOf(b, now) || deadlineOf(a, now) - deadlineOf(b, now) || byName(a, b);
  }
  const key = keys[column];
  return key ? (a, b) => key(a) - key(b) || byName(a, b) : byName;
}

/** Returns when a product ends or renews, if that makes it urgent; 0 otherwise. */
function deadlineOf(product: Product, now: number): number {
  const urgency = urgencyOf(product, now);
  return urgency === expiredUrgency || urgency === renewingUrgency ? renewalTime(product) : 0;
}

function renewalTime({ nextLifecycleAt }: Product): number {
  return nextLifecycleAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(nextLifecycleAt);
}

const keys: Record<Exclude<LicensesColumn, 'attention'>, ((product: Product) => number) | undefined> = {
  name: undefined,
  assigned: ({ owned }) => owned?.seats.assigned ?? -1,
  available: (product) =>
    (countsFreeSeats(product) ? product.owned?.seats.available : undefined) ?? Number.MAX_SAFE_INTEGER,
  renewal: renewalTime,
};
