import { screen, waitFor, within } from '@testing-library/react';
import type { Outcome } from '../../../../src/base/outcome';
import type { Principal } from '../../../../src/base/principal';
import type { Me } from '../../../../src/directory/types';
import type { Change, Holding, LicensingCode, SubscribedSku } from '../../../../src/licensing/types';
import { AssignPane } from '../../../../src/ui/pages/assign/AssignPane';
import { direct, fakeGroup, fakeHolding, fakePerson, fakeSeat } from '../../support/fakeHolders';
import {
  fakeCatalogue,
  fakeDirectory,
  fakeEntry,
  fakeLicensing,
  fakeMe,
  fakeSku,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

type Answer = Promise<Outcome<LicensingCode>>;

interface SetupOptions {
  readonly people?: readonly Principal[];
  readonly holdings?: readonly Holding[];
  readonly sku?: Partial<SubscribedSku>;
  readonly access?: Me['access'];
  readonly locale?: string;
  readonly apply?: (change: Change, call: number) => Answer;
}

const done: Answer = Promise.resolve({ kind: 'done' });
const plans = ['notes', 'boards'].map((id) => ({ id, partName: id.toUpperCase(), isUserScoped: true }));

async function setup(options: SetupOptions = {}) {
  stubLayout();
  const { people = [], holdings = [], sku, access, locale, apply = () => done } = options;
  const seen = { changes: [] as Change[], closed: 0, listed: 0 };
  const { user } = await renderWithServices(
    <AssignPane productKey={fakeSku().skuId} onClose={() => (seen.closed += 1)} />,
    {
      ...(locale ? { locale } : {}),
      services: {
        me: fakeMe(access),
        catalogue: fakeCatalogue(fakeEntry({ planNames: { notes: 'Plover Pages' } })),
        directory: fakeDirectory({
          search: (text) => Promise.resolve(people.filter(({ displayName }) => displayName.includes(text))),
          readComposition: () => Promise.resolve({ directUsers: 3, nestedGroups: 1 }),
        }),
        licensing: fakeLicensing({
          listSkus: () => {
            seen.listed += 1;
            return Promise.resolve([fakeSku(sku)]);
          },
          readHoldings: (refs) =>
            Promise.resolve(
              refs.map(
                ({ kind, id }) =>
                  holdings.find(({ principal }) => principal.id === id) ?? {
                    principal: { kind, id },
                    seats: [],
                  },
              ),
            ),
          apply: (change) => {
            seen.changes.push(change);
            return apply(change, seen.changes.length);
          },
        }),
      },
    },
  );
  async function choose(...names: string[]): Promise<void> {
    for (const name of names) {
      await user.click(screen.getByRole('combobox'));
      await user.paste(name);
      await screen.findByRole('option', { name: new RegExp(name) });
      await user.keyboard('{Enter}');
    }
    await waitFor(() => expect(screen.queryByText(/Checking|Kontrollerar/)).not.toBeInTheDocument());
  }
  // A dialog that comes or goes hides the rest from screen readers a moment later.
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  return { user, seen, choose, press };
}

test('chosen people and groups are assigned, and each gets one outcome', async () => {
  const { seen, choose, press } = await setup({
    people: [fakePerson(1), fakePerson(2), fakeGroup()],
    apply: (change) =>
      change.principal.kind === 'group' ? Promise.resolve({ kind: 'done', pending: true }) : done,
  });
  await choose('Person 1', 'Sales EU', 'Person 2');
  const list = screen.getAllByRole('listitem');
  expect(list.some((item) => item.textContent?.includes('Will get a seat'))).toBe(true);
  expect(
    screen.getByText(/3 direct members: those who lack the product get a seat · 1 group inside it/),
  ).toBeInTheDocument();
  expect(screen.getByText('Up to 5 will get a seat · at least 1 seat left after that')).toBeInTheDocument();
  await press('Assign');
  expect(await screen.findByText('2 assigned and 1 accepted.')).toBeInTheDocument();
  expect(seen.changes.map(({ principal, add }) => [principal.kind, add])).toEqual(
    ['user', 'group', 'user'].map((kind) => [kind, [{ skuId: fakeSku().skuId, disabledPlanIds: [] }]]),
  );
  expect(screen.getAllByText('License assigned')).toHaveLength(2);
  expect(screen.getByText(/Entra applies it to the members now/)).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Result' })).toHaveFocus();
  await waitFor(() => expect(seen.listed).toBe(2));
  await press('Close');
  expect(seen.closed).toBe(1);
});

test('who needs nothing or cannot get it is told so before and after, and is not sent', async () => {
  const holder = fakePerson(1);
  const nowhere = fakePerson(2, { usageLocation: undefined });
  const { seen, choose, press } = await setup({
    people: [holder, nowhere, fakePerson(3)],
    holdings: [fakeHolding(holder, fakeSeat({ path: direct }))],
  });
  await choose('Person 1', 'Person 2', 'Person 3');
  expect(screen.getByText('Has it already; nothing is sent')).toBeInTheDocument();
  expect(screen.getByText(/No usage location is set/)).toBeInTheDocument();
  await press('Assign');
  expect(await screen.findByText('1 assigned, 1 needed nothing and 1 not assigned.')).toBeInTheDocument();
  expect(seen.changes).toHaveLength(1);
  expect(screen.getByText(/No usage location is set/)).toBeInTheDocument();
});

test('seats that are missing are counted before anything is sent', async () => {
  const { choose } = await setup({
    people: [fakePerson(1), fakePerson(2)],
    sku: { seats: { total: 5, assigned: 4, available: 1 } },
  });
  await choose('Person 1', 'Person 2');
  expect(screen.getByText('1 will get a seat · 1 seat missing')).toBeInTheDocument();
  expect(screen.getByText('No seat is left')).toBeInTheDocument();
});

test('Assign is off with its reason until there is someone to send', async () => {
  const holder = fakePerson(1);
  const { seen, choose, press } = await setup({
    people: [holder],
    holdings: [fakeHolding(holder, fakeSeat())],
  });
  const assign = screen.getByRole('button', { name: 'Assign' });
  expect(assign).toHaveAttribute('aria-disabled', 'true');
  expect(assign).toHaveAccessibleDescription('Add at least one user or group.');
  await choose('Person 1');
  expect(assign).toHaveAccessibleDescription('Nothing in the list needs to be sent.');
  await press('Assign');
  expect(seen.changes).toEqual([]);
});

test('a line is taken off the list and the focus goes to the next one', async () => {
  const { choose, press } = await setup({ people: [fakePerson(1), fakePerson(2)] });
  await choose('Person 1', 'Person 2');
  await press('Take Person 1 off the list');
  expect(screen.queryByText('Person 1')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Take Person 2 off the list' })).toHaveFocus();
  await press('Take Person 2 off the list');
  expect(screen.getByRole('heading', { name: 'Your list' })).toHaveFocus();
});

test('apps that are switched off are sent as such, and at least one stays on', async () => {
  const { user, seen, choose, press } = await setup({ people: [fakePerson(1)], sku: { plans } });
  await choose('Person 1');
  await press('Turn apps and services on or off 2 of 2 on');
  await user.click(screen.getByRole('checkbox', { name: 'BOARDS' }));
  await user.click(screen.getByRole('checkbox', { name: 'Plover Pages' }));
  expect(screen.getByRole('button', { name: 'Assign' })).toHaveAttribute('aria-disabled', 'true');
  await user.click(screen.getByRole('checkbox', { name: 'Plover Pages' }));
  await press('Assign');
  await screen.findByText('1 assigned.');
  expect(seen.changes[0]?.add).toEqual([{ skuId: fakeSku().skuId, disabledPlanIds: ['boards'] }]);
});

test('a refusal says why, what to do and its request id, and only failures are sent again', async () => {
  const { seen, choose, press } = await setup({
    people: [fakePerson(1), fakePerson(2)],
    apply: (_change, call) =>
      call === 1 ? Promise.resolve({ kind: 'failed', reason: 'conflicting-plans', requestId: 'r-1' }) : done,
  });
  await choose('Person 1', 'Person 2');
  await press('Assign');
  const row = await screen.findByRole('row', { name: /In conflict with another license/ });
  expect(within(row).getByText('Request ID r-1')).toBeInTheDocument();
  expect(screen.getByText('1 assigned and 1 not assigned.')).toBeInTheDocument();
  await press('Retry failed');
  expect(await screen.findByText('2 assigned.')).toBeInTheDocument();
  expect(seen.changes.map(({ principal }) => principal.id)).toEqual(
    [1, 2, 1].map((number) => fakePerson(number).id),
  );
  expect(screen.queryByRole('button', { name: 'Retry failed' })).not.toBeInTheDocument();
});

test('Stop sends nothing further and waits for what was sent', async () => {
  const settle: (() => void)[] = [];
  const people = Array.from({ length: 6 }, (_, index) => fakePerson(index));
  const { seen, choose, press } = await setup({
    people,
    apply: () => new Promise((resolve) => settle.push(() => resolve({ kind: 'done' }))),
  });
  await choose(...people.map(({ displayName }) => displayName));
  await press('Assign');
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '0 of 6 finished');
  await press('Stop');
  expect(screen.getByRole('button', { name: 'Stopping…' })).toBeInTheDocument();
  settle.forEach((each) => each());
  expect(await screen.findByText('4 assigned and 2 not started.')).toBeInTheDocument();
  expect(seen.changes).toHaveLength(4);
});

test('closing while licenses are assigned warns first', async () => {
  const { user, seen, choose, press } = await setup({
    people: [fakePerson(1)],
    apply: () => new Promise(() => undefined),
  });
  // Two modal dialogs at once: without layout, the focus manager may take either for hidden. A journey proves the rest.
  const pressInWarning = async (name: string): Promise<void> => {
    const warning = await screen.findByRole('alertdialog', { hidden: true });
    expect(warning).toHaveTextContent('Licenses are still being assigned');
    await user.click(within(warning).getByRole('button', { name, hidden: true }));
  };
  await choose('Person 1');
  await press('Assign');
  await press('Close');
  await pressInWarning('Keep open');
  expect(seen.closed).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Close', hidden: true }));
  await pressInWarning('Close anyway');
  expect(seen.closed).toBe(1);
});

test('Assign more begins with an empty list', async () => {
  const { choose, press } = await setup({ people: [fakePerson(1)] });
  await choose('Person 1');
  await press('Assign');
  await screen.findByText('1 assigned.');
  await press('Assign more');
  expect(screen.getByRole('combobox')).toHaveFocus();
  expect(screen.queryByText('Person 1')).not.toBeInTheDocument();
});

test('a Groups Administrator is told which lines the role does not cover', async () => {
  const { choose } = await setup({ people: [fakePerson(1), fakeGroup()], access: 'assign-to-groups' });
  await choose('Person 1', 'Sales EU');
  expect(screen.getByText('Your role covers groups only')).toBeInTheDocument();
  expect(screen.getByText(/3 direct members: those who lack the product/)).toBeInTheDocument();
});

test('a reader who opens the pane by its address learns why there is nothing to do', async () => {
  await setup({ access: 'read' });
  expect(screen.getByText(/Your role lets you look/)).toBeInTheDocument();
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
});

test('the pane speaks Swedish', async () => {
  const { choose, press } = await setup({ people: [fakePerson(1)], locale: 'sv-SE' });
  expect(screen.getByRole('heading', { name: 'Tilldela licenser' })).toBeInTheDocument();
  await choose('Person 1');
  await press('Tilldela');
  expect(await screen.findByText('1 tilldelad.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Stäng' })).toBeInTheDocument();
});
