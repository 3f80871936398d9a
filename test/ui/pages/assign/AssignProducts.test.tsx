// cspell:locale en-US,sv
import { screen, waitFor, within } from '@testing-library/react';
import type { Principal } from '../../../../src/base/principal';
import type { Holding } from '../../../../src/licensing/types';
import { AssignPane } from '../../../../src/ui/pages/assign/AssignPane';
import { refOf } from '../../../licensing/support/samples';
import { fakeGroup, fakeHolding, fakePerson, fakeSeat, via } from '../../support/fakeHolders';
import { fakeJobs } from '../../support/fakeJobs';
import {
  fakeCatalogue,
  fakeDirectory,
  fakeEntry,
  fakeLicensing,
  fakeOwned,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

const idOf = (number: number): string => `20000000-0000-4000-8000-00000000000${number}`;
const names = ['Plover Notes', 'Plover Boards', 'Plover Chat', 'Plover Hidden', 'Plover Asleep'];
const [notes, boards] = [refOf(idOf(1)), refOf(idOf(2))];
const plans = ['pages', 'files'].map((id) => ({ id, partName: id.toUpperCase(), isUserScoped: true }));

interface SetupOptions {
  readonly people?: readonly Principal[];
  readonly holdings?: readonly Holding[];
  /** Available licenses of Plover Boards; default 6. */
  readonly boardSeats?: number;
  readonly locale?: string;
}

async function setup({ people = [], holdings = [], boardSeats = 6, locale }: SetupOptions = {}) {
  stubLayout();
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  const readings: (readonly string[] | undefined)[] = [];
  const over: Readonly<Record<string, Parameters<typeof fakeOwned>[0]>> = {
    [idOf(2)]: { plans, seats: { total: boardSeats + 1, assigned: 1, available: boardSeats } },
    [idOf(1)]: { plans: plans.map((plan) => ({ ...plan, id: `n-${plan.id}` })) },
    [idOf(5)]: { capability: 'suspended' },
  };
  const { user } = await renderWithServices(
    <AssignPane productKey={notes.product} onClose={() => undefined} />,
    {
      ...(locale ? { locale } : {}),
      services: {
        catalogue: fakeCatalogue(
          ...names.map((name, index) =>
            fakeEntry({
              id: name,
              name,
              skuIds: [idOf(index + 1)],
              links: { manage: 'https://plover.example/buy' },
            }),
          ),
        ),
        choices: {
          read: () => choices,
          write: () => undefined,
          rename: () => undefined,
          subscribe: () => () => undefined,
        },
        jobs,
        directory: fakeDirectory({
          search: (text) => Promise.resolve(people.filter(({ displayName }) => displayName.includes(text))),
          readComposition: () => Promise.resolve({ directUsers: 3, nestedGroups: 0 }),
        }),
        licensing: fakeLicensing({
          listProducts: () =>
            Promise.resolve(
              names.map((_name, index) => fakeOwned({ skuId: idOf(index + 1), ...over[idOf(index + 1)] })),
            ),
          readHoldings: (refs, options) => {
            readings.push(options?.products);
            return Promise.resolve(
              refs.map(({ kind, id }) => ({
                principal: { kind, id },
                seats: holdings
                  .filter(({ principal }) => principal.id === id)
                  .flatMap(({ seats }) =>
                    seats.filter(({ product }) => options?.products?.includes(product)),
                  ),
              })),
            );
          },
        }),
      },
    },
  );
  async function choose(...chosen: string[]): Promise<void> {
    await backToList();
    for (const name of chosen) {
      await user.click(screen.getByRole('combobox'));
      await user.paste(name);
      await screen.findByRole('option', { name: new RegExp(name) });
      await user.keyboard('{Enter}');
    }
    await settled();
  }
  const settled = () =>
    waitFor(() => expect(screen.queryByText(/Checking|Kontrollerar/)).not.toBeInTheDocument());
  async function backToList(): Promise<void> {
    const back = screen.queryByRole('button', { name: /^(Back to the list|Tillbaka till listan)$/ });
    if (back) await user.click(back);
  }
  const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
  async function alsoAssign(name: string, button = 'Also assign'): Promise<void> {
    if (!screen.queryByRole('button', { name: button })) await press(/^(Options|Alternativ)$/);
    await press(button);
    await user.click(await screen.findByRole('menuitem', { name: new RegExp(name) }));
    await settled();
  }
  return { user, jobs, readings, choose, press, backToList, alsoAssign, planned: () => jobs.plans.at(-1) };
}

/** The admin has hidden the fourth. */
const choices = { [refOf(idOf(4)).product]: 'hidden' } as const;

test('the other products that can be assigned are offered by name, with their free seats', async () => {
  const { press } = await setup();
  await press('Options');
  expect(screen.queryByRole('heading', { name: 'Products to assign' })).not.toBeInTheDocument();
  await press('Also assign');
  const menu = await screen.findByRole('menu', { name: 'Also assign' });
  expect(
    within(menu)
      .getAllByRole('menuitem')
      .map((item) => item.textContent),
  ).toEqual(['Plover Boards6 available', 'Plover Chat6 available']);
});

test('all chosen products go to each person in one change, with their own apps off', async () => {
  const { user, planned, choose, press, alsoAssign } = await setup({
    people: [fakePerson(1), fakePerson(2)],
  });
  await choose('Person 1');
  await alsoAssign('Plover Boards');
  expect(screen.getByRole('heading', { name: 'Assign Plover Notes and Plover Boards' })).toBeInTheDocument();
  expect(screen.getByText('Plover Boards added.')).toBeInTheDocument();
  await choose('Person 2');
  expect(screen.getAllByText('Will get Plover Notes and Plover Boards')).toHaveLength(2);
  await press('Options');
  await press('Plover Boards Turn apps and services on or off · 2 of 2 on');
  const switches = screen.getByRole('group', { name: /^Plover Boards Turn apps/ });
  await user.click(within(switches).getByRole('checkbox', { name: 'FILES' }));
  await press('Assign');
  await screen.findByText('Assign Plover Notes and Plover Boards to 2 users and groups');
  expect(planned()?.items).toHaveLength(2);
  for (const { input } of planned()?.items ?? [])
    expect(input.change).toMatchObject({
      add: [
        { ...notes, disabledPlanIds: [] },
        { ...boards, disabledPlanIds: ['files'] },
      ],
      remove: [],
    });
});

test('each line says what it gets, what it has, and for want of which product it gets nothing', async () => {
  const [first, second, third] = [fakePerson(1), fakePerson(2), fakePerson(3)];
  const { planned, choose, press, alsoAssign } = await setup({
    people: [first, second, third],
    boardSeats: 1,
    holdings: [
      fakeHolding(first, fakeSeat({ ...notes, path: via(fakeGroup()) })),
      fakeHolding(third, fakeSeat(boards)),
    ],
  });
  await alsoAssign('Plover Boards');
  await choose('Person 1', 'Person 2', 'Person 3');
  const cells = within(screen.getByRole('grid', { name: 'Your list' })).getAllByRole('row');
  expect(cells[0]).toHaveTextContent(/Will get Plover Boards.*Has Plover Notes via Sales EU and keeps it/);
  expect(cells[1]).toHaveTextContent(
    /^No seats of Plover Boards left from here on.*No seats of Plover Boards left, so Plover Notes isn't assigned either/,
  );
  expect(cells[2]).toHaveTextContent(/Will get Plover Notes.*Already has Plover Boards and keeps it/);
  expect(screen.getByText('Plover Notes: 1 gets it · 5 seats left')).toBeInTheDocument();
  expect(screen.getByText('Plover Boards: 1 gets it · 1 seat missing')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Get more licenses of Plover Boards' })).toBeInTheDocument();
  await press('Assign');
  expect(planned()?.items.map(({ outcome }) => outcome)).toEqual([
    undefined,
    { kind: 'failed', reason: 'no-licenses-available' },
    undefined,
  ]);
});

test('a product that is added is read alone, and the picker says of each who has it', async () => {
  const { user, readings, choose, backToList, alsoAssign } = await setup({
    people: [fakePerson(1), fakePerson(2)],
    holdings: [fakeHolding(fakePerson(2), fakeSeat(boards), fakeSeat(notes))],
  });
  await choose('Person 1');
  await alsoAssign('Plover Boards');
  expect(readings).toEqual([[notes.product], [boards.product]]);
  await backToList();
  await user.click(screen.getByRole('combobox'));
  await user.paste('Person 2');
  const option = await screen.findByRole('option');
  await waitFor(() => expect(option).toHaveTextContent('Already has Plover NotesAlready has Plover Boards'));
  await user.keyboard('{Enter}');
  await screen.findByText('Already has Plover Boards and keeps it');
  // The list doesn't read again what the picker has read.
  expect(readings).toEqual([[notes.product], [boards.product], [notes.product, boards.product]]);
});

test('a product is taken off again, its apps with it, and the focus goes to the next one', async () => {
  const { user, planned, choose, press, alsoAssign } = await setup({ people: [fakePerson(1)] });
  await choose('Person 1');
  await alsoAssign('Plover Boards');
  await press('Plover Boards Turn apps and services on or off · 2 of 2 on');
  for (const name of ['PAGES', 'FILES']) await user.click(screen.getByRole('checkbox', { name }));
  expect(screen.getByRole('button', { name: 'Assign' })).toHaveAccessibleDescription(
    'Leave at least one app or service of Plover Boards on.',
  );
  await alsoAssign('Plover Chat');
  expect(screen.getByText("You've already added all products that can be assigned.")).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: "Don't assign Plover Notes" })).not.toBeInTheDocument();
  await press("Don't assign Plover Boards");
  expect(screen.getByRole('button', { name: "Don't assign Plover Chat" })).toHaveFocus();
  expect(screen.getByText('Plover Boards removed.')).toBeInTheDocument();
  await press("Don't assign Plover Chat");
  expect(screen.getByRole('button', { name: 'Also assign' })).toHaveFocus();
  expect(screen.getByText('Will get a seat')).toBeInTheDocument();
  await alsoAssign('Plover Boards');
  expect(
    screen.getByRole('button', { name: 'Plover Boards Turn apps and services on or off · 2 of 2 on' }),
  ).toBeInTheDocument();
  await press("Don't assign Plover Boards");
  await press('Assign');
  expect(planned()?.subject.products.map(({ product }) => product)).toEqual([notes.product]);
});

test('the keys choose a product and drop it, and the focus is never lost', async () => {
  const { user, press } = await setup();
  await press('Options');
  screen.getByRole('button', { name: 'Also assign' }).focus();
  await user.keyboard('{Enter}');
  const [first] = await screen.findAllByRole('menuitem');
  // Without a layout the menu does not find its first item.
  first?.focus();
  await user.keyboard('{Enter}');
  const drop = await screen.findByRole('button', { name: "Don't assign Plover Boards" });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Also assign' })).toHaveFocus());
  drop.focus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Also assign' })).toHaveFocus();
});

test('a group says what its members get of the products', async () => {
  const { choose, alsoAssign } = await setup({ people: [fakeGroup()], boardSeats: 2 });
  await alsoAssign('Plover Boards');
  await alsoAssign('Plover Chat');
  await choose('Sales EU');
  expect(
    screen.getByText(/3 direct members: there might not be enough seats of Plover Boards/),
  ).toBeInTheDocument();
  expect(screen.getByText('Plover Boards: up to 2 get it · up to 1 seat missing')).toBeInTheDocument();
});

test('Assign more begins with the one product of the pane', async () => {
  const { choose, press, alsoAssign } = await setup({ people: [fakePerson(1)] });
  await choose('Person 1');
  await alsoAssign('Plover Chat');
  await press('Assign');
  await press('Assign more');
  expect(screen.getByRole('heading', { name: 'Assign Plover Notes' })).toBeInTheDocument();
});

test('where no other product can be assigned, nothing is offered', async () => {
  await renderWithServices(<AssignPane productKey={notes.product} onClose={() => undefined} />, {
    services: {
      catalogue: fakeCatalogue(fakeEntry()),
      licensing: fakeLicensing({
        listProducts: () =>
          Promise.resolve([
            fakeOwned(),
            fakeOwned({ skuId: idOf(2), isUserScoped: false }),
            fakeOwned({ skuId: idOf(3), capability: 'suspended' }),
          ]),
      }),
    },
  });
  expect(await screen.findByRole('combobox')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Also assign' })).not.toBeInTheDocument();
});

test('several products are spoken of in Swedish', async () => {
  const { choose, alsoAssign } = await setup({ people: [fakePerson(1)], locale: 'sv-SE' });
  await choose('Person 1');
  await alsoAssign('Plover Chat', 'Tilldela även');
  expect(screen.getByRole('heading', { name: 'Tilldela Plover Notes och Plover Chat' })).toBeInTheDocument();
  expect(screen.getByText('Får Plover Notes och Plover Chat')).toBeInTheDocument();
});
