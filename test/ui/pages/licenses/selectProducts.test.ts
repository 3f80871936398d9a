// cspell:locale en-US,sv
import { describeProducts } from '../../../../src/licensing/catalogue/describeProducts';
import type { Subscription } from '../../../../src/licensing/types';
import { startView, type LicensesView } from '../../../../src/ui/pages/licenses/licensesView';
import { selectProducts } from '../../../../src/ui/pages/licenses/selectProducts';
import { summarize } from '../../../../src/ui/pages/licenses/SummaryBar';
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

const namesOf = (view: Partial<LicensesView>, locale = 'en') =>
  selectProducts(products, { ...startView, ...view }, locale, testNow).listed.map(({ name }) => name);

test('names are ordered as the language orders them, numbers by their value', () => {
  expect(namesOf({}, 'en')).toEqual(['Apple 9', 'Apple 10', 'Årsbok', 'Zebra Sökning']);
  expect(namesOf({}, 'sv')).toEqual(['Apple 9', 'Apple 10', 'Zebra Sökning', 'Årsbok']);
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

test('the summary leaves out what applies to the whole organization', () => {
  expect(summarize(products, testNow)).toEqual({
    seats: 25,
    areSeatsKnown: true,
    areUnusedKnown: true,
    products: 3,
    unused: 12,
    productsWithUnused: 2,
    productsWithNoneLeft: 1,
    nextRenewalAt: renewing(10).nextLifecycleAt,
    areRenewalsKnown: true,
  });
});
