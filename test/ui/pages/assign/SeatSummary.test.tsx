import { screen } from '@testing-library/react';
import { isAssignable } from '../../../../src/licensing/isAssignable';
import { describeProducts } from '../../../../src/licensing/catalogue/describeProducts';
import type { Preflight, ProductSeats } from '../../../../src/licensing/preflight/preflight';
import { SeatSummary } from '../../../../src/ui/pages/assign/SeatSummary';
import { refOf } from '../../../licensing/support/samples';
import { fakeGroup, fakePerson } from '../../support/fakeHolders';
import { fakeCatalogue, fakeEntry, fakeOwned, testNow } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

function seatsOf(over: Partial<ProductSeats>): ProductSeats {
  const [product] = describeProducts([fakeOwned()], fakeCatalogue(fakeEntry()), {}, testNow);
  if (!product || !isAssignable(product)) throw new Error('no product');
  return { product, certainty: 'exact', needed: 3, given: 3, available: 6, missing: 0, ...over };
}

const person: Preflight['lines'] = [
  { principal: fakePerson(1), findings: [{ kind: 'gets-seat' }], result: 'send' },
];
const group: Preflight['lines'] = [
  { principal: fakeGroup(), findings: [{ kind: 'gets-seat' }], result: 'send' },
];

test.each([
  ['6 available · 3 will get a seat · 3 left after this', group, 6],
  ['6 available · 3 left after this', person, 6],
  ["Microsoft 365 doesn't show how many seats are free · 3 will get a seat", person, undefined],
] as const)(
  'the seats that a list takes are said where its lines do not: %s',
  async (text, lines, available) => {
    await renderWithServices(<SeatSummary preflight={{ lines, seats: [seatsOf({ available })] }} />);
    expect(screen.getByText(text)).toBeInTheDocument();
  },
);

const four = [1, 2, 3, 4].map((number) => {
  const seats = seatsOf(number === 2 ? { certainty: 'unknown' } : {});
  return {
    ...seats,
    product: { ...seats.product, key: refOf(`p${number}`).product, name: `Product ${number}` },
  };
});

test('of many products, one whose need is unknown is not said to have enough', async () => {
  await renderWithServices(<SeatSummary preflight={{ lines: person, seats: four }} />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent.trim())).toEqual([
    "Product 2: 6 seats free · we don't know how many it takes",
    'Enough seats of 3 more products',
  ]);
});

test('while nothing is sent, no seats are said to be enough', async () => {
  await renderWithServices(<SeatSummary preflight={{ lines: [], seats: four }} />);
  expect(screen.queryByText(/Enough/)).not.toBeInTheDocument();
});
