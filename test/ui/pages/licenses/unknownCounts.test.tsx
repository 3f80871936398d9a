import { screen } from '@testing-library/react';
import type { Product } from '../../../../src/licensing/product';
import { summarize, SummaryBar } from '../../../../src/ui/pages/licenses/SummaryBar';
import { selectProducts } from '../../../../src/ui/pages/licenses/selectProducts';
import { startView } from '../../../../src/ui/pages/licenses/licensesView';
import { ProductName } from '../../../../src/ui/pages/licenses/ProductName';
import { SeatsMeter } from '../../../../src/ui/parts/SeatsMeter';
import { StateBadge } from '../../../../src/ui/parts/StateBadge';
import { fakeProduct } from '../../support/fakeProduct';
import { renderWithServices } from '../../support/renderWithServices';

const unknown = { total: undefined, assigned: undefined, available: undefined };
const known = fakeProduct({ available: 6 });
const odd = { ...fakeProduct({ number: 2 }), owned: { ...fakeProduct({ number: 2 }).owned, seats: unknown } };

test('seats that are not known are in no sum, and their product is not counted with them', () => {
  expect(summarize([known, odd], 0)).toMatchObject({
    seats: 10,
    products: 1,
    unused: 6,
    productsWithUnused: 1,
    productsWithNoneLeft: 0,
    areSeatsKnown: false,
    areUnusedKnown: false,
  });
  expect(summarize([known], 0)).toMatchObject({ areSeatsKnown: true, areUnusedKnown: true });
  expect(summarize([odd], 0)).toMatchObject({ seats: undefined, unused: undefined });
});

test('seats that do not work are none, and none of their product is unused', () => {
  const suspended = {
    ...fakeProduct({ number: 3, available: 8 }),
    state: { kind: 'disabled', because: 'suspended' },
  } as const;
  expect(summarize([known, suspended], 0)).toMatchObject({
    seats: 10,
    products: 1,
    unused: 6,
    productsWithUnused: 1,
    productsWithNoneLeft: 1,
    areSeatsKnown: true,
  });
  const list = (filter: 'noneLeft' | 'unused') =>
    selectProducts([known, suspended], { ...startView, filters: [filter] }, 'en', 0).listed;
  expect(list('noneLeft')).toEqual([suspended]);
  expect(list('unused')).toEqual([known]);
});

test('the summary says which of its numbers leave a product out, and never calls what is not known zero', async () => {
  const strip = (products: readonly Product[]) => (
    <SummaryBar products={products} now={0} view={startView} onViewChange={() => undefined} />
  );
  const { unmount } = await renderWithServices(strip([known, odd]));
  const tile = (name: RegExp) => screen.getByRole('button', { name });
  expect(tile(/^Seats/)).toHaveTextContent('10 in 1 product with seats, as far as we know');
  expect(tile(/^Unused/)).toHaveTextContent('6 in 1 product, as far as we know');
  expect(tile(/^None left/)).toHaveTextContent('0 products, as far as we know');
  unmount();
  await renderWithServices(strip([odd]));
  for (const name of [/^Seats/, /^Unused/, /^None left/]) expect(tile(name)).toHaveTextContent('– Not known');
});

test('a product whose seats are not known passes no filter of seats, and is sorted as the last', () => {
  const list = (filters: typeof startView.filters, column: 'available' | 'name' = 'name') =>
    selectProducts([odd, known], { ...startView, filters, sort: { column, isDescending: false } }, 'en', 0)
      .listed;
  expect(list(['noneLeft'])).toEqual([]);
  expect(list(['unused'])).toEqual([known]);
  expect(list([], 'available')).toEqual([known, odd]);
});

test('a count that is not known is said to be so, without a number and without a bar', async () => {
  await renderWithServices(
    <>
      <SeatsMeter seats={{ ...unknown, total: 10 }} />
      <SeatsMeter seats={{ ...unknown, assigned: 4 }} />
      <StateBadge state={{ kind: 'unknown' }} />
    </>,
  );
  expect(screen.getByText('10 in total, assigned not known')).toBeInTheDocument();
  expect(screen.getByText('4 assigned, total not known')).toBeInTheDocument();
  expect(screen.getByText('Not known')).toBeInTheDocument();
  expect(document.body.textContent).not.toMatch(/NaN|undefined/);
});

test('a product of which some could not be read is marked in the list', async () => {
  const name = (product: Product) => <ProductName product={product} />;
  const { unmount } = await renderWithServices(name(known));
  expect(screen.queryByText(/Some details couldn't be read/)).not.toBeInTheDocument();
  unmount();
  await renderWithServices(name({ ...known, owned: { ...known.owned, isIncomplete: true } }));
  expect(screen.getByText(/Some details couldn't be read$/)).toBeInTheDocument();
});
