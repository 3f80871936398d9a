import { screen } from '@testing-library/react';
import type { Product } from '../../../../src/licensing/product';
import { FilterBar } from '../../../../src/ui/pages/licenses/FilterBar';
import { countFilters, sumSeats } from '../../../../src/ui/pages/licenses/summarizeProducts';
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

test('seats that are not known are in no sum, and the sums say so', () => {
  expect(sumSeats([known, odd])).toEqual({ seats: 10, used: 4, isKnown: false });
  expect(sumSeats([known])).toEqual({ seats: 10, used: 4, isKnown: true });
  expect(countFilters([known, odd], 0)).toMatchObject({
    attention: { isKnown: false },
    noneLeft: { value: 0, isKnown: false },
    unused: { value: 6, isKnown: false },
  });
});

test('seats that do not work are none, and none of their product is unused', () => {
  const suspended = {
    ...fakeProduct({ number: 3, available: 8 }),
    state: { kind: 'disabled', because: 'suspended' },
    coverage: { kind: 'visible-only', because: 'suspended' },
  } as const;
  expect(sumSeats([known, suspended])).toEqual({ seats: 10, used: 4, isKnown: true });
  expect(countFilters([known, suspended], 0)).toMatchObject({ noneLeft: { value: 0 }, unused: { value: 6 } });
  const list = (filters: typeof startView.filters) =>
    selectProducts([known, suspended], { ...startView, filters }, 'en', 0);
  expect(list(['noneLeft'])).toMatchObject({ listed: [], unassignable: [] });
  expect(list(['unused'])).toMatchObject({ listed: [known], unassignable: [] });
  expect(list([])).toMatchObject({ listed: [known], unassignable: [suspended] });
});

test('the filters say which of their numbers leave a product out, and never call what is not known zero', async () => {
  const bar = (products: readonly Product[]) => (
    <FilterBar
      all={{ value: products.length, isKnown: true }}
      counts={countFilters(products, 0)}
      view={startView}
      onViewChange={() => undefined}
    />
  );
  const { unmount } = await renderWithServices(bar([known, odd]));
  const chip = (name: string) => screen.getByRole('button', { name });
  expect(chip('Unused seats 6+')).toHaveAccessibleDescription(/aren't known/);
  expect(chip('Full Not known')).toHaveAccessibleDescription(/aren't known/);
  expect(chip('Renewing soon 0')).not.toHaveAccessibleDescription();
  unmount();
  await renderWithServices(bar([odd]));
  expect(chip('Unused seats Not known')).toBeInTheDocument();
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
  expect(screen.getByText(/^Some details couldn't be read/)).toBeInTheDocument();
});

test('no number is known for sure where there may be more products', () => {
  for (const { isKnown } of Object.values(countFilters([known], 0, true))) expect(isKnown).toBe(false);
});
