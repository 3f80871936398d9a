// cspell:locale en-US,sv
import { act, screen, waitFor, within } from '@testing-library/react';
import type { Principal } from '../../../../src/base/principal';
import type { Me } from '../../../../src/directory/types';
import type { Holding } from '../../../../src/licensing/types';
import { AssignPane } from '../../../../src/ui/pages/assign/AssignPane';
import { topBackStep } from '../../../../src/ui/parts/useBackStep';
import { direct, fakeGroup, fakeHolding, fakePerson, fakeSeat } from '../../support/fakeHolders';
import { fakeJobs, type FakeJobsOptions } from '../../support/fakeJobs';
import {
  fakeCatalogue,
  fakeDirectory,
  fakeEntry,
  fakeLicensing,
  fakeMe,
  fakeOwned,
  fakeRef,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

interface SetupOptions {
  readonly people?: readonly Principal[];
  readonly holdings?: readonly Holding[];
  readonly owned?: Parameters<typeof fakeOwned>[0];
  readonly access?: Me['access'];
  readonly locale?: string;
  readonly jobs?: FakeJobsOptions;
}

const plans = ['notes', 'boards'].map((id) => ({ id, partName: id.toUpperCase(), isUserScoped: true }));

async function setup(options: SetupOptions = {}) {
  stubLayout();
  const { people = [], holdings = [], access, locale } = options;
  let { owned } = options;
  const jobs = fakeJobs(options.jobs);
  const seen = { closed: 0, left: [] as string[] };
  const { user, queryClient } = await renderWithServices(
    <AssignPane productKey={fakeRef.product} onClose={() => (seen.closed += 1)} />,
    {
      ...(locale ? { locale } : {}),
      services: {
        me: fakeMe(access),
        catalogue: fakeCatalogue(
          fakeEntry({
            planNames: { notes: 'Plover Pages' },
            links: { manage: 'https://plover.example/buy' },
          }),
        ),
        jobs,
        directory: fakeDirectory({
          search: (text) => Promise.resolve(people.filter(({ displayName }) => displayName.includes(text))),
          readComposition: () => Promise.resolve({ directUsers: 3, nestedGroups: 1 }),
        }),
        licensing: fakeLicensing({
          listProducts: () => Promise.resolve([fakeOwned(owned)]),
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
        }),
        openExternal: (url) => Promise.resolve(void seen.left.push(url)),
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
  // A dialog that opens or closes hides the rest from screen readers a moment later.
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  const planned = () => jobs.plans.at(-1);
  const suspend = async (): Promise<void> => {
    owned = { ...owned, capability: 'suspended', seats: { total: 0, assigned: 4, available: 0 } };
    await act(async () => {
      await queryClient.invalidateQueries();
      // Queries notify the components asynchronously.
      await new Promise((passed) => setTimeout(passed));
    });
  };
  return { user, seen, jobs, planned, choose, press, suspend };
}

test('chosen people and groups become a job that starts at once, and closing leaves it running', async () => {
  const { seen, jobs, planned, choose, press } = await setup({
    people: [fakePerson(1), fakePerson(2), fakeGroup()],
    jobs: { outcomeOf: () => undefined },
  });
  await choose('Person 1', 'Sales EU', 'Person 2');
  expect(screen.getAllByText('Will get a seat')).toHaveLength(2);
  expect(
    screen.getByText(/3 direct members: those without the product get a seat · 1 nested group/),
  ).toBeInTheDocument();
  expect(
    screen.getByText('6 available · up to 5 will get a seat · at least 1 left after this'),
  ).toBeInTheDocument();
  await press('Assign');
  await screen.findByText('Assign Plover Notes to 3 users and groups');
  expect(screen.getByRole('heading', { name: 'Assigning…' })).toHaveFocus();
  expect(jobs.asked).toEqual(['start job-1']);
  expect(planned()).toMatchObject({
    operation: 'change-licenses',
    subject: { kind: 'assign', products: [{ ...fakeRef, name: 'Plover Notes', assigned: 4 }] },
  });
  expect(planned()?.items.map(({ input: { change } }) => [change.principal.kind, change.add])).toEqual(
    ['user', 'group', 'user'].map((kind) => [kind, [{ ...fakeRef, disabledPlanIds: [] }]]),
  );
  await press('Close');
  expect(seen.closed).toBe(1);
  expect(jobs.asked).toEqual(['start job-1']);
});

test('Enter on a row removes nobody, and Delete removes one person and says so', async () => {
  const { user, choose } = await setup({ people: [fakePerson(1), fakePerson(2), fakePerson(3)] });
  await choose('Person 1', 'Person 2', 'Person 3');
  const cells = () => within(screen.getByRole('grid', { name: 'Your list' })).getAllByRole('gridcell');
  act(() => cells()[0]?.focus());
  await user.keyboard('{Enter}');
  expect(cells()).toHaveLength(3);
  expect(screen.getByRole('button', { name: 'Remove Person 1 from the list' })).toHaveFocus();
  await user.keyboard('{Escape}{Delete}');
  expect(cells().map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Person 2'),
    expect.stringContaining('Person 3'),
  ]);
  expect(screen.getByText('Person 1 removed from the list.')).toHaveAttribute('role', 'status');
  expect(cells()[0]).toHaveFocus();
});

test('the list is one stop of the Tab key, and what becomes of a person is read before the remove button', async () => {
  const { choose } = await setup({ people: [fakePerson(1), fakePerson(2), fakePerson(3)] });
  await choose('Person 1', 'Person 2', 'Person 3');
  const grid = screen.getByRole('grid', { name: 'Your list' });
  const [first] = within(screen.getByRole('grid', { name: 'Your list' })).getAllByRole('gridcell');
  expect(first).toHaveTextContent(/Person 1.*Will get a seat$/);
  expect(first?.lastElementChild?.lastElementChild).toBe(
    screen.getByRole('button', { name: 'Remove Person 1 from the list' }),
  );
  const stops = [...grid.querySelectorAll<HTMLElement>('*')].filter(({ tabIndex }) => tabIndex >= 0);
  expect(stops).toEqual([first]);
});

test('the reason that nothing can be assigned is announced, and gone once something can', async () => {
  const { choose } = await setup({ people: [fakePerson(1)] });
  const reason = screen.getByText('Add at least one user or group.');
  expect(reason).toHaveAttribute('role', 'status');
  await choose('Person 1');
  expect(reason).toBeEmptyDOMElement();
  // Screen readers announce what appears in a region only if the region isn't hidden while it's empty.
  expect(reason).not.toHaveStyle({ display: 'none' });
  expect(screen.getByText('to 1 person')).toBeInTheDocument();
});

test('the picker has the focus first, and the button in the corner closes the pane as Close does', async () => {
  const { seen, press } = await setup();
  expect(screen.getByRole('combobox')).toHaveFocus();
  expect(screen.getByText('6 available')).toBeInTheDocument();
  await press('Close pane');
  expect(seen.closed).toBe(1);
});

test('Assign pressed twice at once is one job', async () => {
  const { jobs, choose } = await setup({ people: [fakePerson(1)] });
  await choose('Person 1');
  const button = screen.getByRole('button', { name: 'Assign' });
  await act(async () => {
    button.click();
    button.click();
    await Promise.resolve();
    button.click();
  });
  await screen.findByText('Assign Plover Notes to 1 user or group');
  expect(jobs.plans).toHaveLength(1);
});

test('a product that is suspended meanwhile leaves the list as it is, and says why nothing can be assigned', async () => {
  const { choose, suspend } = await setup({ people: [fakePerson(1)] });
  await choose('Person 1');
  await suspend();
  expect(screen.getByText('Person 1')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Assign' })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByText(/The subscription is suspended/)).toBeInTheDocument();
});

test('a job stays on screen though its product is suspended meanwhile', async () => {
  const { choose, press, suspend } = await setup({
    people: [fakePerson(1)],
    jobs: { outcomeOf: () => ({ kind: 'failed', reason: 'product-not-owned' }) },
  });
  await choose('Person 1');
  await press('Assign');
  await screen.findByText('Assign Plover Notes to 1 user or group');
  await suspend();
  expect(screen.getByText('Assign Plover Notes to 1 user or group')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: /1 failed/ })).toBeInTheDocument();
});

test("users who need nothing or can't get it are shown before, with the same outcome in the job", async () => {
  const holder = fakePerson(1);
  const nowhere = fakePerson(2, { usageLocation: undefined });
  const { planned, choose, press } = await setup({
    people: [holder, nowhere, fakePerson(3)],
    holdings: [fakeHolding(holder, fakeSeat({ path: direct }))],
  });
  await choose('Person 1', 'Person 2', 'Person 3');
  expect(screen.getByText('Already licensed')).toBeInTheDocument();
  expect(screen.getByText(/No usage location is set/)).toBeInTheDocument();
  await press('Assign');
  await screen.findByText(/Assign Plover Notes to 3/);
  expect(planned()?.items.map(({ outcome }) => outcome)).toEqual([
    { kind: 'skipped', reason: 'no-change' },
    { kind: 'failed', reason: 'usage-location' },
    undefined,
  ]);
});

const oneSeat = { seats: { total: 5, assigned: 4, available: 1 } };

test('seats that are missing are counted and marked before anything is sent, with the way to more', async () => {
  const { user, seen, choose, press } = await setup({
    people: [fakePerson(1), fakePerson(2)],
    owned: oneSeat,
  });
  await choose('Person 1', 'Person 2');
  expect(screen.getByText('1 available · 1 seat missing')).toBeInTheDocument();
  expect(screen.getByText('No seats left')).toBeInTheDocument();
  const [, second] = within(screen.getByRole('grid', { name: 'Your list' })).getAllByRole('row');
  expect(second).toHaveTextContent(/^No seats left from here on.*Person 2/);
  await press('Get more licenses');
  // Without a layout, Fluent may hide the dialog with everything else, and then it has no name.
  const title = await screen.findByText(/^Add or remove licenses/);
  const dialog = title.closest<HTMLElement>('[role=dialog]');
  expect(dialog).not.toBeNull();
  await user.click(
    within(dialog as HTMLElement).getByRole('button', { name: 'Open plover.example', hidden: true }),
  );
  expect(seen.left).toEqual(['https://plover.example/buy']);
});

test('Escape on the options goes back to the list, and on the list closes the pane', async () => {
  const { user, seen, press } = await setup({ owned: { plans } });
  await press('Options');
  expect(screen.getByRole('button', { name: 'Back to the list' })).toBeInTheDocument();
  expect(topBackStep()).toBeDefined();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('button', { name: 'Back to the list' })).not.toBeInTheDocument();
  expect(seen.closed).toBe(0);
  await press('Options');
  act(() => topBackStep()?.close());
  expect(screen.queryByRole('button', { name: 'Back to the list' })).not.toBeInTheDocument();
  expect(seen.closed).toBe(0);
  await user.keyboard('{Escape}');
  expect(seen.closed).toBe(1);
});

test('where seats are short, the rest is left out or waits, as the person chooses', async () => {
  const { user, planned, choose, press } = await setup({
    people: [fakePerson(1), fakePerson(2)],
    owned: oneSeat,
  });
  await choose('Person 1', 'Person 2');
  await press('Options');
  expect(screen.getByRole('radio', { name: /Continue, and report/ })).toBeChecked();
  await press('Assign');
  expect(planned()?.subject.stopsWithoutSeats).toBeUndefined();
  expect(planned()?.items.map(({ outcome }) => outcome)).toEqual([
    undefined,
    { kind: 'failed', reason: 'no-licenses-available' },
  ]);
  await press('Assign more');
  await choose('Person 1', 'Person 2');
  await press('Options');
  await user.click(screen.getByRole('radio', { name: /Pause until you resume/ }));
  await press('Back to the list');
  expect(screen.getByRole('button', { name: 'Options' })).toHaveFocus();
  expect(screen.getByText('Direct · 1 product · pauses when seats run out')).toBeInTheDocument();
  await press('Assign');
  expect(planned()?.subject.stopsWithoutSeats).toBe(true);
  expect(planned()?.items.map(({ outcome }) => outcome)).toEqual([undefined, undefined]);
});

test('Assign is off with its reason until there is someone to send', async () => {
  const holder = fakePerson(1);
  const { planned, choose, press } = await setup({
    people: [holder],
    holdings: [fakeHolding(holder, fakeSeat())],
  });
  const assign = screen.getByRole('button', { name: 'Assign' });
  expect(assign).toHaveAttribute('aria-disabled', 'true');
  expect(assign).toHaveAccessibleDescription('Add at least one user or group.');
  await choose('Person 1');
  expect(assign).toHaveAccessibleDescription("There's nothing to assign in this list.");
  await press('Assign');
  expect(planned()).toBeUndefined();
});

test('a line is taken off the list and the focus goes to the next one', async () => {
  const { choose, press } = await setup({ people: [fakePerson(1), fakePerson(2)] });
  await choose('Person 1', 'Person 2');
  await press('Remove Person 1 from the list');
  expect(screen.queryByText('Person 1')).not.toBeInTheDocument();
  expect(screen.getByRole('gridcell')).toHaveFocus();
  expect(screen.getByRole('gridcell')).toHaveTextContent('Person 2');
  await press('Remove Person 2 from the list');
  expect(screen.getByRole('combobox')).toHaveFocus();
});

test('apps that are switched off are sent as such, and at least one stays on', async () => {
  const { user, planned, choose, press } = await setup({ people: [fakePerson(1)], owned: { plans } });
  await choose('Person 1');
  expect(screen.getByText('Direct · 2 apps on · 1 product')).toBeInTheDocument();
  await press('Options');
  expect(screen.getByRole('heading', { name: 'Options', level: 3 })).toBeInTheDocument();
  await press('Turn apps and services on or off · 2 of 2 on');
  await user.click(screen.getByRole('checkbox', { name: 'BOARDS' }));
  await user.click(screen.getByRole('checkbox', { name: 'Plover Pages' }));
  expect(screen.getByRole('button', { name: 'Assign' })).toHaveAttribute('aria-disabled', 'true');
  await user.click(screen.getByRole('checkbox', { name: 'Plover Pages' }));
  await press('Assign');
  expect(planned()?.items[0]?.input.change.add).toEqual([{ ...fakeRef, disabledPlanIds: ['boards'] }]);
});

test('where the browser stores nothing, nothing is sent until the person agrees to go on without', async () => {
  const { jobs, choose, press } = await setup({
    people: [fakePerson(1)],
    jobs: { storesNothing: true },
  });
  // Shown before anything is chosen, beside the button, which is always in view.
  const note = screen.getByText(/This browser can't save jobs here/);
  expect(note.closest('.fui-DrawerFooter')).toBe(
    screen.getByRole('button', { name: 'Assign' }).closest('.fui-DrawerFooter'),
  );
  await choose('Person 1');
  await press('Assign');
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent("This browser can't save anything here");
  expect(alert.closest('.fui-DrawerFooter')).not.toBeNull();
  expect(jobs.plans).toEqual([]);
  await press('Continue without saving');
  expect(await screen.findByRole('heading', { name: '1 assigned' })).toBeInTheDocument();
});

test('Assign more begins with an empty list', async () => {
  const { choose, press } = await setup({ people: [fakePerson(1)] });
  await choose('Person 1');
  await press('Assign');
  await screen.findByRole('heading', { name: '1 assigned' });
  await press('Assign more');
  expect(screen.getByRole('combobox')).toHaveFocus();
  expect(screen.queryByText('Person 1')).not.toBeInTheDocument();
});

test('a Groups Administrator sees which lines the role does not cover', async () => {
  const { choose } = await setup({ people: [fakePerson(1), fakeGroup()], access: 'assign-to-groups' });
  await choose('Person 1', 'Sales EU');
  expect(screen.getByText('Your role covers groups only')).toBeInTheDocument();
  expect(screen.getByText(/3 direct members: those without the product/)).toBeInTheDocument();
});

test('a reader who opens the pane by its address learns why there is nothing to do', async () => {
  await setup({ access: 'read' });
  expect(screen.getByText(/Your role lets you view/)).toBeInTheDocument();
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
});

test('the pane speaks Swedish', async () => {
  const { choose, press } = await setup({ people: [fakePerson(1)], locale: 'sv-SE' });
  expect(screen.getByRole('heading', { name: 'Tilldela Plover Notes' })).toBeInTheDocument();
  await choose('Person 1');
  await press('Tilldela');
  expect(await screen.findByRole('heading', { name: '1 tilldelad' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Stäng' })).toBeInTheDocument();
});

test('a missing usage location is set for the selected users, and the pre-flight runs again for them', async () => {
  const people = [1, 2, 3].map((number) => ({ ...fakePerson(number), usageLocation: undefined }));
  const { user, jobs, planned, choose, press } = await setup({ people });
  await choose('Person 1', 'Person 2', 'Person 3');
  expect(screen.getAllByText(/No usage location is set/)).toHaveLength(3);
  await press('Set usage location');
  // Fluent hides a dialog above a pane from readers where jsdom focuses late, and what is hidden has no name.
  const title = await screen.findByRole('heading', { name: 'Set usage location', hidden: true });
  const dialog = title.closest<HTMLElement>('[role="dialog"]') ?? document.body;
  expect(dialog).toHaveAttribute('aria-labelledby', title.id);
  const confirm = within(dialog).getByRole('button', { name: 'Set usage location', hidden: true });
  const country = within(dialog).getByRole('combobox', { name: /Country or region/, hidden: true });
  expect(country).toHaveDisplayValue('Select a country or region');
  expect(dialog).toHaveTextContent('you can change a usage location later, but not clear it');
  await user.click(confirm);
  expect(jobs.plans).toEqual([]);
  await user.selectOptions(country, 'New Zealand');
  expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await user.click(within(dialog).getByRole('checkbox', { name: 'Select Person 1', hidden: true }));
  await user.click(within(dialog).getByRole('checkbox', { name: 'Select Person 3', hidden: true }));
  const statuses = within(dialog).getAllByRole('status', { hidden: true });
  expect(statuses.map(({ textContent }) => textContent)).toContain('2 people get New Zealand.');
  await user.click(confirm);
  await within(dialog).findByText('Set the usage location of 2 users and groups to New Zealand');
  expect(planned()).toMatchObject({ operation: 'usage-location', subject: { usageLocation: 'NZ' } });
  expect(within(dialog).getByRole('heading', { name: '2 set', hidden: true })).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Close', hidden: true }));
  await waitFor(() => expect(screen.getAllByText('Will get a seat')).toHaveLength(2));
  expect(screen.getAllByText(/No usage location is set/)).toHaveLength(1);
  expect(screen.getByText(/1 person has no usage location/)).toBeInTheDocument();
});
