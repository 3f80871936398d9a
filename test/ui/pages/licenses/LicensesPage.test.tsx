// cspell:ignore dipp
import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { AppError } from '../../../../src/base/appError';
import { LicensesPage } from '../../../../src/ui/pages/licenses/LicensesPage';
import { startView } from '../../../../src/ui/pages/licenses/licensesView';
import type { OwnedProduct } from '../../../../src/licensing/types';
import { topBackStep } from '../../../../src/ui/parts/useBackStep';
import type { Services } from '../../../../src/ui/services';
import {
  fakeCatalogue,
  fakeEntry,
  fakeLicensing,
  fakeMe,
  fakeOwned,
  memoryChoices,
} from '../../support/fakeServices';
import { subscription } from '../../../licensing/support/samples';
import { renderWithServices } from '../../support/renderWithServices';
import type { RenderOptions } from '../../support/renderWithServices';

function Page() {
  const [view, setView] = useState(startView);
  return <LicensesPage view={view} onViewChange={setView} />;
}

const skuIdOf = (number: number) => `20000000-0000-4000-8000-00000000000${number}`;

const owned = (number: number, over: Parameters<typeof fakeOwned>[0] = {}) =>
  fakeOwned({ skuId: skuIdOf(number), partNumber: `SKU_${number}`, ...over });

const ownedProducts = [
  owned(1, { seats: { total: 10, assigned: 4, available: 6 } }),
  owned(2, { seats: { total: 5, assigned: 5, available: 0 } }),
  owned(3, { partNumber: 'MYSTERY' }),
  owned(4),
];
const catalogue = fakeCatalogue(
  fakeEntry({ skuIds: [skuIdOf(1)] }),
  fakeEntry({ id: 'dipper', name: 'Dipper Desk', publisher: 'Dipper', skuIds: [skuIdOf(2)] }),
  fakeEntry({
    id: 'office',
    name: 'Office 365 E3',
    publisher: 'Microsoft',
    owner: 'microsoft',
    skuIds: [skuIdOf(4)],
  }),
  fakeEntry({
    id: 'heron',
    name: 'Heron Maps',
    publisher: 'Heron',
    skuIds: [],
    assignedBy: 'vendor',
    links: { manage: 'https://heron.example/seats' },
  }),
);

function setup(services: Partial<Services> = {}, options: RenderOptions = {}) {
  return renderWithServices(<Page />, {
    ...options,
    services: {
      licensing: fakeLicensing({ listProducts: () => Promise.resolve(ownedProducts) }),
      catalogue,
      ...services,
    },
  });
}

const rowNames = (): (string | null)[] =>
  within(screen.getByRole('table'))
    .getAllByRole('link')
    .map((link) => link.textContent);

test('renewal dates that could not be read are said to be so once, and none is said not to be planned', async () => {
  const { pools } = owned(1);
  const unread = owned(1, { pools: [{ ...pools[0], subscriptions: undefined }] });
  const licensing = fakeLicensing({ listProducts: () => Promise.resolve([unread, owned(2)]) });
  await setup({ licensing });
  expect(screen.getAllByText("Renewal dates couldn't be read.")).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Renewing soon Not known' })).toBeInTheDocument();
});

test('beside a renewal date that could not be read no number is said to be all, and no date to be the next one', async () => {
  const unread = owned(1, { subscriptions: [subscription({ isNextUnread: true })] });
  const dated = owned(2, { subscriptions: [subscription({ nextLifecycleAt: '2126-01-01T00:00:00Z' })] });
  const licensing = (...products: readonly OwnedProduct[]) =>
    fakeLicensing({ listProducts: () => Promise.resolve(products) });
  const { unmount } = await setup({ licensing: licensing(unread, owned(2)) });
  expect(screen.getByText("Renewal dates couldn't be read.")).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Renewing soon Not known' })).toBeInTheDocument();
  expect(
    within(screen.getByRole('row', { name: /Plover Notes/ })).getByText('Not known'),
  ).toBeInTheDocument();
  unmount();
  await setup({ licensing: licensing(unread, dated) });
  expect(screen.getByText("Some renewal dates couldn't be read.")).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Renewing soon Not known' })).toBeInTheDocument();
});

test('a row does not call a date the next one where a subscription says nothing of its state', async () => {
  const subscriptions = [
    subscription({ nextLifecycleAt: '2126-01-09T00:00:00Z' }),
    subscription({ status: 'unknown', nextLifecycleAt: '2126-01-01T00:00:00Z' }),
  ];
  const products = [owned(1, { subscriptions })];
  await setup({ licensing: fakeLicensing({ listProducts: () => Promise.resolve(products) }) });
  const row = screen.getByRole('row', { name: /Plover Notes/ });
  expect(within(row).getByText(/2126 or earlier$/)).toBeInTheDocument();
});

test('lists ISV products with the urgent ones first, and leaves Microsoft products and undecided ones out', async () => {
  await setup();
  // No seat of the first one is left.
  expect(rowNames()).toEqual(['Dipper Desk', 'Plover Notes']);
  expect(screen.getByRole('status')).toHaveTextContent('4 products');
});

test('each row leads to its product and says how many seats are assigned and free', async () => {
  await setup();
  const row = screen.getByRole('row', { name: /Plover Notes/ });
  expect(within(row).getByRole('link')).toHaveAttribute(
    'href',
    `#/products/${encodeURIComponent(owned(1).key)}`,
  );
  expect(row).toHaveTextContent('4 of 10');
  expect(within(row).getByRole('cell', { name: '6' })).toBeInTheDocument();
});

test.each([['table'], ['list of cards', 'max-width']])(
  'a %s marks the products whose seats are being updated, and no others',
  async (_what, ...media) => {
    const [first, ...others] = ownedProducts;
    const products = [{ ...first, isUpdating: true }, ...others] as typeof ownedProducts;
    await setup({ licensing: fakeLicensing({ listProducts: () => Promise.resolve(products) }) }, { media });
    const marked = screen.getByText('Being updated').closest('tr, li');
    expect(marked).toHaveTextContent(/Plover Notes.*4 of 10/);
  },
);

test('a heading sorts, a second press turns the order round, a third ends it, and the table says so', async () => {
  const { user } = await setup();
  await user.click(screen.getByRole('button', { name: 'Assigned' }));
  expect(screen.getByRole('columnheader', { name: 'Assigned' })).toHaveAttribute('aria-sort', 'ascending');
  expect(rowNames().at(-1)).toBe('Dipper Desk');
  await user.click(screen.getByRole('button', { name: 'Assigned' }));
  expect(screen.getByRole('columnheader', { name: 'Assigned' })).toHaveAttribute('aria-sort', 'descending');
  expect(rowNames()[0]).toBe('Dipper Desk');
  await user.click(screen.getByRole('button', { name: 'Assigned' }));
  expect(screen.getByRole('columnheader', { name: 'Assigned' })).toHaveAttribute('aria-sort', 'none');
});

test('the search narrows the list and tells how many are left', async () => {
  const { user } = await setup();
  await user.type(await screen.findByRole('searchbox', { name: 'Search products' }), 'dipp');
  expect(rowNames()).toEqual(['Dipper Desk']);
  expect(screen.getByRole('status')).toHaveTextContent('1 of 4 products');
});

test('a search without result offers to clear it', async () => {
  const { user } = await setup();
  await user.type(await screen.findByRole('searchbox'), 'zzz');
  expect(screen.getByRole('heading', { name: 'No products found' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(rowNames()).toHaveLength(2);
});

test('Microsoft products are shown when asked for', async () => {
  const { user } = await setup();
  await user.click(screen.getByRole('button', { name: 'View' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Show Microsoft products' }));
  expect(rowNames()).toContain('Office 365 E3');
});

test('a number narrows the list to the products behind it, and a second press shows all again', async () => {
  const { user } = await setup();
  const filters = screen.getByRole('group', { name: 'Filters' });
  const chip = (name: string) => within(filters).getByRole('button', { name });
  expect(chip('All 4')).toHaveAttribute('aria-pressed', 'true');
  await user.click(chip('Full 1'));
  expect(rowNames()).toEqual(['Dipper Desk']);
  expect(chip('Full 1')).toHaveAttribute('aria-pressed', 'true');
  await user.click(chip('Unused seats 6'));
  expect(rowNames()).toEqual(['Plover Notes']);
  await user.click(chip('Unused seats 6'));
  expect(chip('All 4')).toHaveAttribute('aria-pressed', 'true');
  expect(rowNames()).toHaveLength(2);
});

test('the numbers are those of what the search finds', async () => {
  const { user } = await setup();
  await user.type(await screen.findByRole('searchbox'), 'plover');
  expect(screen.getByRole('button', { name: 'All 1' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Full 0' })).toBeInTheDocument();
});

test('the end of a row leads to the assign pane, and its menu to the rest', async () => {
  const { user } = await setup();
  const row = screen.getByRole('row', { name: /Plover Notes/ });
  await user.click(within(row).getByRole('button', { name: 'More actions for Plover Notes' }));
  const items = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
  expect(items).toEqual([
    'Assign licenses',
    'See who has it',
    'Copy link',
    'Add or remove licenses for your account',
    'Rename',
  ]);
  await user.keyboard('{Escape}');
  await user.click(within(row).getByRole('button', { name: 'Assign licenses of Plover Notes' }));
  expect(window.location.hash || window.location.pathname).toContain(
    `/products/${encodeURIComponent(owned(1).key)}/assign`,
  );
});

test('who may only read gets no action that changes licenses', async () => {
  const { user } = await setup({ me: fakeMe('read') });
  expect(screen.queryByRole('button', { name: /^Assign licenses/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'More actions for Plover Notes' }));
  const items = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
  expect(items).toEqual(['See who has it', 'Copy link', 'Add or remove licenses for your account', 'Rename']);
});

test('the admin can treat a product of unknown vendor as an ISV app, and hide it', async () => {
  const choices = memoryChoices();
  const { user } = await setup({ choices });
  // 4 of 10 and 5 of 5.
  expect(screen.getByText('60% of 15 seats used')).toBeInTheDocument();
  const section = await screen.findByRole('region', { name: 'Products to classify' });
  expect(section).toHaveTextContent(
    'kept in this browser and host (Teams, Outlook, or Microsoft 365), for your account only',
  );
  await user.click(within(section).getByRole('checkbox', { name: 'Select MYSTERY' }));
  await user.click(within(section).getByRole('button', { name: 'Hide' }));
  expect(screen.queryByRole('region', { name: 'Products to classify' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'View' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Show hidden' }));
  await user.keyboard('{Escape}');
  expect(rowNames()).toContain('MYSTERY');
  expect(choices.read()).toEqual({ [owned(3).key]: 'hidden' });
  await user.click(screen.getByRole('button', { name: 'More actions for MYSTERY' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Treat as ISV app' }));
  expect(screen.getByText(/^\d+% of 25 seats used$/)).toBeInTheDocument();
});

test('the admin decides about many products at once, and names one', async () => {
  const choices = memoryChoices();
  const unknown = [owned(5, { partNumber: 'ODD_ONE' }), owned(6, { partNumber: 'ODD_TWO' })];
  const { user } = await setup({
    choices,
    licensing: fakeLicensing({ listProducts: () => Promise.resolve([...ownedProducts, ...unknown]) }),
  });
  const section = await screen.findByRole('region', { name: 'Products to classify' });
  await user.click(within(section).getByRole('checkbox', { name: 'Select all' }));
  await user.click(within(section).getByRole('checkbox', { name: 'Select ODD TWO' }));
  expect(within(section).getByText('2 selected')).toBeInTheDocument();
  await user.click(within(section).getByRole('button', { name: 'Treat as ISV apps' }));
  expect(rowNames()).toEqual(['Dipper Desk', 'MYSTERY', 'ODD ONE', 'Plover Notes']);
  await user.click(within(section).getByRole('button', { name: 'Rename ODD TWO' }));
  await screen.findByRole('dialog', { name: 'Rename product' });
  // Back of the host or browser closes only the dialog.
  act(() => topBackStep()?.close());
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  // The closed dialog hides the rest a moment longer, and the new one too if jsdom focuses late.
  await user.click(within(section).getByRole('button', { name: 'Rename ODD TWO', hidden: true }));
  const field = await screen.findByRole('textbox', { name: 'Name', hidden: true });
  await user.clear(field);
  await user.type(field, 'Heron Desk{Enter}');
  expect(within(section).getByText('Heron Desk')).toBeInTheDocument();
  expect(choices.read()).toEqual({
    [owned(3).key]: 'isv',
    [owned(5).key]: 'isv',
    [owned(6).key]: { name: 'Heron Desk' },
  });
});

test('products of which nothing can be assigned stand apart, closed at first, with the reason and the way to its vendor', async () => {
  const opened: string[] = [];
  const openExternal = (url: string) => {
    opened.push(url);
    return Promise.resolve();
  };
  const { user } = await setup({ openExternal });
  const section = await screen.findByRole('region', { name: /^Nothing to assign \(1\)/ });
  expect(section).toHaveTextContent('managed by the vendor');
  expect(within(section).queryByRole('list')).not.toBeInTheDocument();
  await user.click(within(section).getByRole('button', { name: /^Nothing to assign/, expanded: false }));
  expect(section).toHaveTextContent("Microsoft Graph doesn't list this product");
  await user.click(within(section).getByRole('button', { name: 'Go to the vendor of Heron Maps' }));
  expect(opened).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Open heron.example' }));
  expect(opened).toEqual(['https://heron.example/seats']);
});

test('a reader sees why nothing can be changed', async () => {
  await setup({ me: fakeMe('read') });
  expect(screen.getByText(/Your role doesn't let you assign licenses/)).toBeInTheDocument();
});

test('an error shows its request id, and a retry reads again', async () => {
  let tries = 0;
  const listProducts = () => {
    tries += 1;
    return tries === 1
      ? Promise.reject(
          new AppError('service-unavailable', { requestId: 'abc-1', serviceMessage: 'raw words' }),
        )
      : Promise.resolve(ownedProducts);
  };
  const { user } = await setup({ licensing: fakeLicensing({ listProducts }) });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent("Microsoft 365 isn't available right now");
  expect(alert).toHaveTextContent('Request ID: abc-1');
  expect(alert).not.toHaveTextContent('raw words');
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('table')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('missing consent offers to ask for it and copies the link for an administrator', async () => {
  let asked = 0;
  const askConsent = () => {
    asked += 1;
    return Promise.resolve();
  };
  const listProducts = () =>
    asked === 0 ? Promise.reject(new AppError('consent-needed')) : Promise.resolve(ownedProducts);
  const { user } = await setup({ licensing: fakeLicensing({ listProducts }), askConsent });
  const copy = jest.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await user.click(await screen.findByRole('button', { name: 'Copy link for an admin' }));
  expect(copy).toHaveBeenCalledWith(expect.stringMatching(/adminconsent/));
  expect(screen.queryByText(/adminconsent/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Request permission' }));
  expect(await screen.findByRole('table')).toBeInTheDocument();
});

test('a tenant without ISV products says so and offers the Microsoft ones', async () => {
  const listProducts = () => Promise.resolve([owned(4)]);
  const { user } = await setup({
    licensing: fakeLicensing({ listProducts }),
    catalogue: fakeCatalogue(...catalogue.entries.filter(({ id }) => id === 'office')),
  });
  expect(await screen.findByRole('heading', { name: 'No ISV products yet' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show Microsoft products' }));
  expect(rowNames()).toEqual(['Office 365 E3']);
});

test('on a phone products are cards, and the order is a choice of a menu', async () => {
  const { user } = await setup({}, { media: ['max-width'] });
  expect(await screen.findByRole('list', { name: 'Products' })).toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  const names = () =>
    within(screen.getByRole('list', { name: 'Products' }))
      .getAllByRole('link')
      .map((link) => link.textContent);
  expect(names()).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'View' }));
  await user.click(await screen.findByRole('menuitemradio', { name: 'Available' }));
  expect(names()[0]).toBe('Dipper Desk');
  await user.click(screen.getByRole('button', { name: 'View' }));
  await user.click(await screen.findByRole('menuitemradio', { name: 'Sort descending' }));
  expect(names()[0]).toBe('Plover Notes');
});

test('everything is there in Swedish', async () => {
  await setup({}, { locale: 'sv-se' });
  expect(screen.getByRole('heading', { level: 1, name: 'Licenser' })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /Plover Notes/ })).toHaveTextContent('4 av 10');
});
