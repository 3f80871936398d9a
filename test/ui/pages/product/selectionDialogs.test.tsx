import { act, screen, waitFor, within } from '@testing-library/react';
import type { Principal } from '../../../../src/base/principal';
import { describeProducts } from '../../../../src/licensing/catalogue/describeProducts';
import { defaultPool } from '../../../../src/licensing/pools';
import type { Product } from '../../../../src/licensing/product';
import type { Holding, OwnedProduct } from '../../../../src/licensing/types';
import { isOwned } from '../../../../src/licensing/isAssignable';
import { moveTargets } from '../../../../src/ui/pages/product/moveTargets';
import { SelectionDialog } from '../../../../src/ui/pages/product/SelectionDialog';
import { topBackStep } from '../../../../src/ui/parts/useBackStep';
import {
  fakeGroup,
  fakeHolding,
  fakeLicensedGroup,
  fakePerson,
  fakeSeat,
  via,
} from '../../support/fakeHolders';
import { fakeJobs } from '../../support/fakeJobs';
import {
  fakeCatalogue,
  fakeDirectory,
  fakeEntry,
  fakeLicensing,
  fakeOwned,
  testNow,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

const plan = (id: string) => ({ id, partName: id.toUpperCase(), isUserScoped: true });
const notes = fakeOwned({ plans: [plan('boards'), plan('pages')] });
const boardsSkuId = '20000000-0000-4000-8000-000000000002';
const boards = fakeOwned({
  skuId: boardsSkuId,
  partNumber: 'PLOVER_DESK',
  seats: { total: 2, assigned: 1, available: 1 },
});

function fakeProducts(): readonly Product[] {
  const catalogue = fakeCatalogue(
    fakeEntry({ planNames: { boards: 'Boards', pages: 'Pages' } }),
    fakeEntry({ id: 'plover-boards', name: 'Plover Desk', skuIds: [boardsSkuId] }),
    fakeEntry({ id: 'first-party', name: 'Office', skuIds: ['office'], owner: 'microsoft' }),
  );
  return describeProducts([notes, boards, fakeOwned({ skuId: 'office' })], catalogue, {}, testNow);
}

async function setup(
  dialog: 'move' | 'apps',
  principals: readonly Principal[],
  holdings: readonly Holding[],
  directory: Parameters<typeof fakeDirectory>[0] = {},
  own: Product | undefined = undefined,
) {
  stubLayout();
  const jobs = fakeJobs();
  const closed: boolean[] = [];
  const products = fakeProducts();
  const product = own ?? products.find(({ key }) => key === notes.key);
  if (!product || !isOwned(product)) throw new Error('no product');
  const rendered = await renderWithServices(
    <SelectionDialog
      {...{ dialog, product, principals }}
      targets={moveTargets(products, product.key)}
      onClose={(hasRun) => closed.push(hasRun)}
    />,
    {
      services: {
        jobs,
        directory: fakeDirectory(directory),
        licensing: fakeLicensing({
          listGroups: () => Promise.resolve([fakeLicensedGroup()]),
          readHoldings: () => Promise.resolve(holdings),
        }),
      },
    },
  );
  const view = within(await screen.findByRole('dialog'));
  const press = (name: string) => rendered.user.click(view.getByRole('button', { name }));
  const choose = (label: string, value: string) =>
    rendered.user.selectOptions(view.getByRole('combobox', { name: label }), value);
  return { ...rendered, jobs, closed, view, press, choose };
}

const seatOf = (product: OwnedProduct, over = {}) => fakeSeat({ ...defaultPool(product), ...over });

test("of a product that can't be given now it is not promised that people move", async () => {
  const [person] = [fakePerson(1)];
  const [suspended] = describeProducts([{ ...notes, capability: 'suspended' }], fakeCatalogue(), {}, testNow);
  const holdings = [fakeHolding(person, seatOf(notes))];
  const { view, choose } = await setup('move', [person], holdings, {}, suspended);
  await choose('Move to', 'Plover Desk (1 available)');
  expect(await view.findByText('Will be moved, unless Microsoft 365 refuses.')).toBeInTheDocument();
});

test("of a group or a person in one it is not promised either, where the product can't be given now", async () => {
  const group = fakeGroup();
  const [both, inGroup] = [fakePerson(1), fakePerson(2)];
  const [suspended] = describeProducts([{ ...notes, capability: 'suspended' }], fakeCatalogue(), {}, testNow);
  const holdings = [
    fakeHolding(group, seatOf(notes)),
    fakeHolding(both, seatOf(notes), seatOf(boards)),
    fakeHolding(inGroup, seatOf(notes, { path: via(group) })),
  ];
  const { view, choose } = await setup('move', [group, both, inGroup], holdings, {}, suspended);
  await choose('Move to', 'Plover Desk (1 available)');
  expect(await view.findAllByText(/ · Unless Microsoft 365 refuses\.$/)).toHaveLength(3);
});

test('thousands are moved only after the person has agreed to the number', async () => {
  const people = Array.from({ length: 1_000 }, (_, index) => fakePerson(index));
  const holdings = people.map((person) =>
    fakeHolding(person, seatOf(notes), seatOf(boards, { path: via(fakeGroup()) })),
  );
  const { jobs, view, press, choose, user } = await setup('move', people, holdings);
  await choose('Move to', 'Plover Desk (1 available)');
  const name = 'I understand that 1,000 people lose Plover Notes';
  const agree = await view.findByRole('checkbox', { name });
  await press('Move');
  expect(jobs.plans).toEqual([]);
  await user.click(agree);
  await press('Move');
  await waitFor(() => expect(jobs.plans).toHaveLength(1));
});

test('a group of which members are not known moves only after the person has agreed', async () => {
  const group = fakeGroup();
  const readings = [
    [
      () => Promise.resolve({ directUsers: 1_200, nestedGroups: 0 }),
      /that people move from .* we don't know how many$/,
    ],
    [() => Promise.reject(new Error('unreadable')), /that people move from .* we don't know how many$/],
  ] as const;
  for (const [readComposition, name] of readings) {
    const holdings = [fakeHolding(group, seatOf(notes))];
    const { view, choose, unmount } = await setup('move', [group], holdings, { readComposition });
    await choose('Move to', 'Plover Desk (1 available)');
    expect(await view.findByRole('checkbox', { name })).toBeInTheDocument();
    unmount();
  }
});

test('a user who is selected and in a selected group is counted once', async () => {
  const group = fakeGroup();
  const people = Array.from({ length: 1_500 }, (_, index) => fakePerson(index));
  const members = people.map((person) => fakeHolding(person, seatOf(notes, { path: via(group) })));
  const selected = people.slice(0, 5);
  const both = selected.map((person) =>
    fakeHolding(person, seatOf(notes), seatOf(notes, { path: via(group) })),
  );
  const holdings = [fakeHolding(group, seatOf(notes)), ...both, ...members.slice(5)];
  const readComposition = () =>
    Promise.resolve({ directUsers: 1_500, nestedGroups: 0, userIds: people.map(({ id }) => id) });
  const moving = await setup('move', [...selected, group], holdings, { readComposition });
  await moving.choose('Move to', 'Plover Desk (1 available)');
  const moved = 'I understand that 1 person gets Plover Desk and 1,496 people lose Plover Notes';
  expect(await moving.view.findByRole('checkbox', { name: moved })).toBeInTheDocument();
  moving.unmount();
  const changing = await setup('apps', [...selected, group], holdings, { readComposition });
  await changing.view.findAllByText('On for 6 of 6');
  await changing.choose('Pages', 'Off');
  const changed = 'I understand that the apps of 1,500 people change in Plover Notes';
  expect(await changing.view.findByRole('checkbox', { name: changed })).toBeInTheDocument();
});

test('the apps of thousands change only after the person has agreed to the number', async () => {
  const people = Array.from({ length: 2_500 }, (_, index) => fakePerson(index));
  const group = fakeGroup();
  const holdings = people.map((person, place) =>
    fakeHolding(person, seatOf(notes, place < 1_200 ? {} : { path: via(group) })),
  );
  const { jobs, view, press, choose, user } = await setup('apps', people, holdings);
  expect(await view.findAllByText('On for 1,200 of 1,200')).toHaveLength(2);
  await choose('Pages', 'Off');
  const name = 'I understand that the apps of 1,200 people change in Plover Notes';
  const agree = await view.findByRole('checkbox', { name });
  expect(view.getByText('1,200 will be changed · 1,300 stay as they are')).toBeInTheDocument();
  await press('Change');
  expect(jobs.plans).toEqual([]);
  await user.click(agree);
  await press('Change');
  await waitFor(() => expect(jobs.plans).toHaveLength(1));
});

test('people are moved to another product after it is said what happens to each', async () => {
  const [one, two, three, four] = [fakePerson(1), fakePerson(2), fakePerson(3), fakePerson(4)];
  const { jobs, view, press, choose, closed } = await setup(
    'move',
    [one, two, three, four],
    [
      fakeHolding(one, seatOf(notes)),
      fakeHolding(two, seatOf(notes), seatOf(boards, { path: via(fakeGroup()) })),
      fakeHolding(three, seatOf(notes, { path: via(fakeGroup()) })),
      fakeHolding(four, seatOf(notes)),
    ],
  );
  expect(view.getByRole('button', { name: 'Move' })).toHaveAttribute('aria-disabled', 'true');
  expect(view.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Select a product',
    'Plover Desk (1 available)',
  ]);
  await choose('Move to', 'Plover Desk (1 available)');
  expect(await view.findByText('Will be moved')).toBeInTheDocument();
  expect(
    view.getByText('Already has Plover Desk and keeps it. Only Plover Notes is removed.'),
  ).toBeInTheDocument();
  expect(view.getByText(/Keeps Plover Notes, because it's inherited from Sales EU/)).toBeInTheDocument();
  expect(view.getByText(/The new product has no seats left/)).toBeInTheDocument();
  expect(
    view.getByText(
      "1 will be moved · 1 only loses a license for Plover Notes · 1 stays as it is · 1 can't be moved · 1 seat missing",
    ),
  ).toBeInTheDocument();
  await press('Move');
  expect(
    await view.findByText('Move 4 users and groups from Plover Notes to Plover Desk'),
  ).toBeInTheDocument();
  const [planned] = jobs.plans;
  expect(planned?.subject).toEqual({
    kind: 'move',
    products: [
      { ...defaultPool(notes), name: 'Plover Notes', assigned: 4 },
      { ...defaultPool(boards), name: 'Plover Desk', assigned: 1 },
    ],
  });
  expect(planned?.items.map(({ outcome }) => outcome)).toEqual([
    undefined,
    undefined,
    {
      kind: 'skipped',
      reason: 'inherited',
      groups: [{ id: fakeGroup().id, name: fakeGroup().displayName }],
    },
    { kind: 'failed', reason: 'no-licenses-available' },
  ]);
  expect(planned?.items[0]?.input.change).toEqual({
    principal: { kind: 'user', id: one.id },
    add: [{ ...defaultPool(boards), disabledPlanIds: [] }],
    remove: [defaultPool(notes)],
  });
  await press('Close');
  expect(closed).toEqual([true]);
});

test('a missing country is set from the move, and who has one by then is moved', async () => {
  const [one, two] = [fakePerson(1, { usageLocation: undefined }), fakePerson(2)];
  const { jobs, view, press, choose, user } = await setup(
    'move',
    [one, two],
    [fakeHolding(one, seatOf(notes)), fakeHolding(two, seatOf(notes))],
  );
  await choose('Move to', 'Plover Desk (1 available)');
  expect(await view.findByText(/1 person has no usage location/)).toBeInTheDocument();
  expect(view.getByText("1 will be moved · 1 can't be moved")).toBeInTheDocument();
  await press('Set usage location');
  // Fluent hides a dialog above another one from readers where jsdom focuses late.
  const intro = await screen.findByText(/needs the country or region where each person/);
  const above = within(intro.closest<HTMLElement>('[role=dialog]') ?? document.body);
  await user.selectOptions(
    above.getByRole('combobox', { name: /Country or region/, hidden: true }),
    'New Zealand',
  );
  await user.click(above.getByRole('button', { name: 'Set usage location', hidden: true }));
  expect(jobs.plans[0]).toMatchObject({
    operation: 'usage-location',
    subject: { usageLocation: 'NZ' },
    items: [{ key: one.id }],
  });
  await above.findByText('1 set.');
  // Back of the host or browser closes the dialog on top alone.
  act(() => topBackStep()?.close());
  await waitFor(() => expect(screen.getAllByRole('dialog', { hidden: true })).toHaveLength(1));
  expect(view.queryByText(/has no usage location/)).not.toBeInTheDocument();
  expect(view.getByText("1 will be moved · 1 can't be moved · 1 seat missing")).toBeInTheDocument();
});

test('of thousands, what happens to each stays on screen while a country that one of them got is taken over', async () => {
  const people = Array.from({ length: 2_100 }, (_, index) =>
    fakePerson(index, index === 0 ? { usageLocation: undefined } : {}),
  );
  const { view, press, choose, user, messages } = await setup(
    'move',
    people,
    people.map((person, index) =>
      fakeHolding(person, seatOf(notes), ...(index > 0 ? [seatOf(boards, { path: via(fakeGroup()) })] : [])),
    ),
  );
  await choose('Move to', 'Plover Desk (1 available)');
  expect(await view.findByText(/2,099 only lose/)).toBeInTheDocument();
  await press('Set usage location');
  const intro = await screen.findByText(/needs the country or region where each person/);
  const above = within(intro.closest<HTMLElement>('[role=dialog]') ?? document.body);
  await user.selectOptions(
    above.getByRole('combobox', { name: /Country or region/, hidden: true }),
    'New Zealand',
  );
  let hasVanished = false;
  const observer = new MutationObserver(() => {
    hasVanished ||= view.queryByText(/2,099 only lose/) === null;
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  await user.click(above.getByRole('button', { name: 'Set usage location', hidden: true }));
  expect(await view.findByText(/^1 will be moved · 2,099 only lose/)).toBeInTheDocument();
  observer.disconnect();
  expect(hasVanished).toBe(false);
  expect(view.queryByText(messages.changes.reading)).not.toBeInTheDocument();
});

test('what a group gives is said in one sentence with its name, also where a long reading leaves names out', async () => {
  const group = fakeGroup();
  const unnamed = { kind: 'group', groupId: group.id, groupName: undefined } as const;
  const [one, two, three, four] = [fakePerson(1), fakePerson(2), fakePerson(3), fakePerson(4)];
  const { view, choose } = await setup(
    'move',
    [one, two, three, four],
    [
      fakeHolding(one, seatOf(notes, { path: unnamed }), seatOf(boards)),
      fakeHolding(four, seatOf(notes, { path: unnamed, state: 'error' })),
      fakeHolding(two, seatOf(notes), seatOf(notes, { path: unnamed })),
      fakeHolding(three, seatOf(boards)),
    ],
  );
  await choose('Move to', 'Plover Desk (1 available)');
  expect(
    await view.findByText(
      "Already has Plover Desk, and keeps Plover Notes, because it's inherited from Sales EU.",
    ),
  ).toBeInTheDocument();
  expect(
    view.getByText(
      'Gets Plover Desk. Loses the direct license for Plover Notes, but keeps Plover Notes through Sales EU.',
    ),
  ).toBeInTheDocument();
  expect(
    view.getByText("Already has Plover Desk and doesn't have Plover Notes anymore. Nothing is sent."),
  ).toBeInTheDocument();
  expect(
    view.getByText(/^In error, without a license for Plover Notes\. Sales EU couldn't/),
  ).toBeInTheDocument();
  expect(view.getByText('1 will be moved · 3 stay as they are')).toBeInTheDocument();
});

test('apps are switched for each from what is off now, and others stay as they are', async () => {
  const [one, two] = [fakePerson(1), fakePerson(2)];
  const { jobs, view, press, choose, closed } = await setup(
    'apps',
    [one, two],
    [fakeHolding(one, seatOf(notes, { disabledPlanIds: ['pages'] })), fakeHolding(two, seatOf(notes))],
  );
  expect(view.getByText('On for 1 of 2')).toBeInTheDocument();
  expect(view.getByText('Nothing changes with this choice.')).toBeInTheDocument();
  await choose('Boards', 'Off');
  expect(view.getByText('Some people would have no app left on. Leave at least one on.')).toBeInTheDocument();
  expect(view.getByRole('button', { name: 'Change' })).toHaveAttribute('aria-disabled', 'true');
  await choose('Pages', 'On');
  expect(view.getAllByText('Off: Boards')).toHaveLength(2);
  expect(view.getByText('2 will be changed')).toBeInTheDocument();
  await choose('Pages', 'Leave as is');
  await choose('Boards', 'Leave as is');
  await choose('Pages', 'Off');
  expect(view.getByText('1 will be changed · 1 stays as it is')).toBeInTheDocument();
  await press('Change');
  await waitFor(() => expect(jobs.plans).toHaveLength(1));
  const [planned] = jobs.plans;
  expect(planned?.subject.kind).toBe('replace-plans');
  expect(planned?.items.map(({ input, outcome }) => [input.change.add[0]?.disabledPlanIds, outcome])).toEqual(
    [
      [['pages'], { kind: 'skipped', reason: 'no-change' }],
      [['pages'], undefined],
    ],
  );
  expect(closed).toEqual([]);
});

test('apps that come from a group are not switched here', async () => {
  const one = fakePerson(1);
  const { view, press, closed } = await setup(
    'apps',
    [one],
    [fakeHolding(one, seatOf(notes, { path: via(fakeGroup()) }))],
  );
  expect(view.getByText(`Assigned via ${fakeGroup().displayName}, not directly`)).toBeInTheDocument();
  expect(view.getByRole('button', { name: 'Change' })).toHaveAttribute('aria-disabled', 'true');
  await press('Cancel');
  expect(closed).toEqual([false]);
});

test('what many hold is read of the two products alone, and in bulk', async () => {
  const asked: unknown[] = [];
  const people = Array.from({ length: 300 }, (_, index) => fakePerson(index + 1));
  stubLayout();
  const products = fakeProducts();
  const product = products.find(({ key }) => key === notes.key);
  if (!product || !isOwned(product)) throw new Error('no product');
  const { user } = await renderWithServices(
    <SelectionDialog
      dialog="move"
      product={product}
      principals={people}
      targets={moveTargets(products, product.key)}
      onClose={() => undefined}
    />,
    {
      services: {
        licensing: fakeLicensing({
          readHoldings: (principals, options) => {
            asked.push([principals.length, options?.products, options?.isBulk]);
            return Promise.resolve([]);
          },
        }),
      },
    },
  );
  expect(asked).toEqual([]);
  await user.selectOptions(await screen.findByRole('combobox'), 'Plover Desk (1 available)');
  await screen.findByText('Nothing in this selection can be moved.');
  expect(asked).toEqual([[300, [notes.key, boards.key], true]]);
});
