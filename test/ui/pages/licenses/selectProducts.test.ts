// cspell:locale en-US,sv
import { describeProducts } from '../../../../src/licensing/catalogue/describeProducts';
import type { Subscription } from '../../../../src/licensing/types';
import {
  narrowBy,
  queryOf,
  sortBy,
  startView,
  viewOf,
  type LicensesView,
} from '../../../../src/ui/pages/licenses/licensesView';
import { selectProducts } from '../../../../src/ui/pages/licenses/selectProducts';
import { countFilters, sumSeats } from '../../../../src/ui/pages/licenses/summarizeProducts';
import { fakeCatalogue, fakeEntry, fakeOwned, testNow } from '../../support/fakeServices';

const dayInMs = 24 * 60 * 60 * 1000;

const renewing = (inDays: number): Subscription => ({
  id: `s${inDays}`,
  status: 'enabled',
  isTrial: false,
  seats: 10,
  nextLifecycleAt: new Date(testNow + inDays * dayInMs).toISOString(),
  createdAt: undefined,
});

function product(number: number, name: string, over: Parameters<typeof fakeOwned>[0] = {}) {
  const skuId = `20000000-0000-4000-8000-00000000000${number}`;
  const owned = fakeOwned({ skuId, partNumber: `PART_${number}`, ...over });
  const catalogue = fakeCatalogue(fakeEntry({ id: `e${number}`, name, skuIds: [skuId] }));
  return describeProducts([owned], catalogue, {}, testNow);
}

const products = [
  ...product(1, 'Årsbok', { subscriptions: [renewing(10)] }),
  ...product(2, 'Zebra Sökning', { seats: { total: 5, assigned: 5, available: 0 } }),
  ...product(3, 'Apple 10', { subscriptions: [renewing(200)] }),
  ...product(4, 'Apple 9', { isUserScoped: false }),
];

const byName = { column: 'name', isDescending: false } as const;

const namesOf = (view: Partial<LicensesView>, locale = 'en') =>
  selectProducts(products, { ...startView, sort: byName, ...view }, locale, testNow).listed.map(
    ({ name }) => name,
  );

test('names are ordered as the language orders them, numbers by their value', () => {
  const nine = product(9, 'Apple 9');
  const names = (locale: string) =>
    selectProducts(
      [...products.slice(0, 3), ...nine],
      { ...startView, sort: byName },
      locale,
      testNow,
    ).listed.map(({ name }) => name);
  expect(names('en')).toEqual(['Apple 9', 'Apple 10', 'Årsbok', 'Zebra Sökning']);
  expect(names('sv')).toEqual(['Apple 9', 'Apple 10', 'Zebra Sökning', 'Årsbok']);
});

test('the search finds words in any order, without diacritics, and part numbers', () => {
  expect(namesOf({ search: 'sokning zeb' })).toEqual(['Zebra Sökning']);
  expect(namesOf({ search: 'part_3' })).toEqual(['Apple 10']);
});

test('only renewals of the next 30 days count as soon', () => {
  expect(namesOf({ filters: ['renewsSoon'] })).toEqual(['Årsbok']);
});

test('filters that narrow are joined', () => {
  expect(namesOf({ filters: ['unused', 'renewsSoon'] })).toEqual(['Årsbok']);
  expect(namesOf({ filters: ['noneLeft', 'renewsSoon'] })).toEqual([]);
});

test('products without a date come last in the order of renewal', () => {
  expect(namesOf({ sort: { column: 'renewal', isDescending: false } }).slice(0, 2)).toEqual([
    'Årsbok',
    'Apple 10',
  ]);
});

test('the seats of what applies to the whole organization are not counted', () => {
  expect(sumSeats(products)).toEqual({ seats: 25, used: 13, isKnown: true });
});

test('each number of a filter is that of the products behind it, and for unused seats of their seats', () => {
  const counts = countFilters(products, testNow);
  for (const filter of ['attention', 'noneLeft', 'renewsSoon'] as const) {
    expect(counts[filter]).toEqual({ value: namesOf({ filters: [filter] }).length, isKnown: true });
  }
  expect(counts.unused).toEqual({ value: 12, isKnown: true });
  expect(counts.attention.value).toBe(2);
});

test('what only the vendor gives is not available here', () => {
  const vendors = product(7, 'Locked', {
    doors: ['cloud-licensing'],
    isUserScoped: false,
    seats: { total: 30, assigned: 0, available: 30 },
  });
  expect(countFilters(vendors, testNow).unused).toEqual({ value: 0, isKnown: true });
  const view: LicensesView = { ...startView, filters: ['unused'] };
  expect(selectProducts(vendors, view, 'en', testNow).unassignable).toEqual([]);
});

const over = product(5, 'Over', { seats: { total: 5, assigned: 6, available: -1 } });
const grace = product(6, 'Grace', { capability: 'warning' });

test('what needs somebody comes first: too many seats, no seat, grace period, renewal, then by name', () => {
  const { listed } = selectProducts([...products, ...grace, ...over], startView, 'en', testNow);
  expect(listed.map(({ name }) => name)).toEqual(['Over', 'Zebra Sökning', 'Grace', 'Årsbok', 'Apple 10']);
});

test('of products that renew soon, the one that renews first comes first', () => {
  const later = product(7, 'Aardvark', { subscriptions: [renewing(20)] });
  const sooner = product(8, 'Zebu', { subscriptions: [renewing(3)] });
  const { listed } = selectProducts([...later, ...sooner], startView, 'en', testNow);
  expect(listed.map(({ name }) => name)).toEqual(['Zebu', 'Aardvark']);
});

test('what cannot be assigned stands apart, unless it renews soon', () => {
  const subscriptions = [renewing(5)];
  const [renewed] = product(7, 'Shield', { isUserScoped: false, subscriptions });
  const [locked] = product(8, 'Locked', { capability: 'locked-out', subscriptions });
  const all = [...products, ...(renewed && locked ? [renewed, locked] : [])];
  const { listed, unassignable } = selectProducts(all, startView, 'en', testNow);
  expect(unassignable.map(({ name }) => name)).toEqual(['Apple 9', 'Locked']);
  expect(listed.map(({ name }) => name)).toContain('Shield');
});

test('a product of an unknown vendor needs attention, and is behind no other number', () => {
  const unknown = describeProducts([fakeOwned()], fakeCatalogue(), {}, testNow);
  const found = (filters: LicensesView['filters']) =>
    selectProducts(unknown, { ...startView, filters }, 'en', testNow).undecided.length;
  expect(found(['attention'])).toBe(1);
  expect(found(['unused'])).toBe(0);
  expect(countFilters(unknown, testNow)).toMatchObject({ attention: { value: 1 }, unused: { value: 0 } });
});

test('a chip narrows by its own filter alone, and keeps what adds products', () => {
  const view: LicensesView = { ...startView, filters: ['unused', 'hidden'] };
  expect(narrowBy(view, 'noneLeft').filters).toEqual(['noneLeft', 'hidden']);
  expect(narrowBy(view, undefined).filters).toEqual(['hidden']);
});

test('a heading sorts, then in reverse, then as at first; the order is in the address', () => {
  const once = sortBy(startView, 'name');
  const twice = sortBy(once, 'name');
  expect([startView, once, twice].map((view) => queryOf(view).sort)).toEqual(['', 'name', 'name.desc']);
  expect(sortBy(twice, 'name')).toEqual(startView);
  expect(viewOf({ sort: 'name.desc' }).sort).toEqual(twice.sort);
  expect(viewOf({ sort: 'state' }).sort).toEqual(startView.sort);
});
