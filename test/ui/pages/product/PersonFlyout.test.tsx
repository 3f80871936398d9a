import { screen, within } from '@testing-library/react';
import { describeProducts } from '../../../../src/licensing/catalogue/describeProducts';
import { defaultPool } from '../../../../src/licensing/pools';
import type { Holding, OwnedProduct } from '../../../../src/licensing/types';
import { PersonFlyout } from '../../../../src/ui/pages/product/PersonFlyout';
import { fakeGroup, fakeHolding, fakePerson, fakeSeat, via } from '../../support/fakeHolders';
import {
  fakeCatalogue,
  fakeEntry,
  fakeLicensing,
  fakeMe,
  fakeOwned,
  testNow,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

const notes = fakeOwned();
const boardId = '20000000-0000-4000-8000-000000000002';
const board = fakeOwned({ skuId: boardId, partNumber: 'PLOVER_BOARD' });
const office = fakeOwned({ skuId: 'office' });
const catalogue = fakeCatalogue(
  fakeEntry(),
  fakeEntry({ id: 'plover-board', name: 'Plover Board', skuIds: [boardId] }),
  fakeEntry({ id: 'first-party', name: 'Office', skuIds: ['office'], owner: 'microsoft' }),
);
const person = fakePerson(1, { jobTitle: 'Baker', department: 'Bread' });
const seatOf = (product: OwnedProduct, over = {}) => fakeSeat({ ...defaultPool(product), ...over });

async function setup(holding: () => Promise<Holding>, access?: Parameters<typeof fakeMe>[0]) {
  const [product] = describeProducts([notes], catalogue, {}, testNow);
  if (!product) throw new Error('no product');
  const closed = jest.fn();
  const { user } = await renderWithServices(<PersonFlyout {...{ person, product }} onClose={closed} />, {
    services: {
      me: fakeMe(access),
      catalogue,
      licensing: fakeLicensing({
        listProducts: () => Promise.resolve([notes, board, office]),
        readHoldings: async () => [await holding()],
      }),
    },
  });
  return { user, closed, view: within(await screen.findByRole('dialog', { name: 'Person 1' })) };
}

test('the pane shows who the person is, and each license with its path, without those of Microsoft', async () => {
  const { view } = await setup(() =>
    Promise.resolve(
      fakeHolding(
        person,
        seatOf(notes),
        seatOf(board, { path: via(fakeGroup({ displayName: 'Bakers' })), issue: 'usage-location' }),
        seatOf(office),
      ),
    ),
  );
  expect(view.getByText('Baker · Bread')).toBeInTheDocument();
  expect(view.getByText(person.address)).toBeInTheDocument();
  const items = (await view.findAllByRole('listitem')).map(({ textContent }) => textContent);
  expect(items).toHaveLength(2);
  expect(items.find((text) => text.startsWith('Plover Notes'))).toMatch(
    /^Plover NotesDirect · Since: (Not known|.*20\d\d)/,
  );
  expect(items.find((text) => text.startsWith('Plover Board'))).toMatch(/via Bakers.*Usage location missing/);
  expect(view.queryByText('Office')).not.toBeInTheDocument();
});

test('what could not be read is said, and not that there is nothing', async () => {
  const { view } = await setup(() => Promise.resolve({ ...fakeHolding(person), isIncomplete: true }));
  expect(
    await view.findByText("Some licenses couldn't be read, so there might be more."),
  ).toBeInTheDocument();
  expect(view.queryByText('No licenses for the products in this app')).not.toBeInTheDocument();
});

test('a person without licenses is said to have none', async () => {
  const { view } = await setup(() => Promise.resolve(fakeHolding(person)));
  expect(await view.findByText('No licenses for the products in this app')).toBeInTheDocument();
});

test('the license is unassigned from the pane', async () => {
  const { user, view } = await setup(() => Promise.resolve(fakeHolding(person, seatOf(notes))));
  await user.click(view.getByRole('button', { name: 'Unassign licenses' }));
  expect(await screen.findByRole('button', { name: 'Remove' })).toHaveAccessibleDescription('from 1 user');
});

test('a reader is offered nothing to change, and the pane closes', async () => {
  const { user, view, closed } = await setup(() => Promise.resolve(fakeHolding(person)), 'read');
  expect(view.queryByRole('button', { name: 'Unassign licenses' })).not.toBeInTheDocument();
  await user.click(view.getByRole('button', { name: 'Close' }));
  expect(closed).toHaveBeenCalled();
});
