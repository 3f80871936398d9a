import { cleanup, act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { AppError } from '../../../../src/base/appError';
import type { Directory, Me } from '../../../../src/directory/types';
import type { CatalogueEntry } from '../../../../src/licensing/catalogue/types';
import {
  parseProductKey,
  productSpaces,
  toPoolKey,
  toProductKey,
  type ProductKey,
} from '../../../../src/licensing/keys';
import type { LicensingAdapter } from '../../../../src/licensing/licensingAdapter';
import type { Holder, Holding, LicensedGroup, PeopleWithIssues, Seat } from '../../../../src/licensing/types';
import type { ChoiceStore } from '../../../../src/ui/services';
import { ProductPage } from '../../../../src/ui/pages/product/ProductPage';
import type { ProductTab } from '../../../../src/ui/routes';
import { subscription } from '../../../licensing/support/samples';
import {
  fakeGroup,
  fakeHolder,
  fakeHolding,
  fakeLicensedGroup,
  fakePerson,
  fakeSeat,
  via,
} from '../../support/fakeHolders';
import { fakeJobs, type FakeJobs } from '../../support/fakeJobs';
import {
  fakeCatalogue,
  fakeDirectory,
  fakeEntry,
  fakeLicensing,
  fakeMe,
  fakeOwned,
  fakeRef,
  memoryChoices,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

interface SetupOptions {
  readonly holders?: readonly Holder[];
  readonly issues?: readonly Holder[];
  readonly groups?: readonly LicensedGroup[];
  readonly holdings?: readonly Holding[];
  readonly access?: Me['access'];
  readonly entry?: Partial<CatalogueEntry>;
  readonly productKey?: ProductKey;
  readonly tab?: ProductTab;
  readonly jobs?: FakeJobs;
  readonly directory?: Partial<Directory>;
  readonly choices?: ChoiceStore;
  readonly licensing?: Partial<LicensingAdapter>;
  /** A read that waits until the test completes it. */
  readonly isHeldBack?: boolean;
}

async function setup(options: SetupOptions = {}) {
  stubLayout();
  const { holders = [], issues = [], groups = [], holdings = [], access, entry, licensing } = options;
  const { jobs = fakeJobs() } = options;
  const seen = {
    jobs,
    shared: [] as string[],
    opened: [] as string[],
  };
  function Page() {
    const [tab, setTab] = useState<ProductTab>(options.tab ?? 'users');
    const { productKey = fakeRef.product } = options;
    const nothing = (): void => undefined;
    return (
      <ProductPage
        {...{ productKey, tab }}
        onTabChange={setTab}
        onAssign={nothing}
        onInstall={nothing}
        onBack={nothing}
      />
    );
  }
  const { user } = await renderWithServices(<Page />, {
    services: {
      me: fakeMe(access),
      jobs,
      ...(options.choices && { choices: options.choices }),
      catalogue: fakeCatalogue(fakeEntry(entry)),
      shareLink: (route, label) => Promise.resolve(void seen.shared.push(`${route} ${label}`)),
      openExternal: (url) => Promise.resolve(void seen.opened.push(url)),
      directory: fakeDirectory(options.directory),
      licensing: fakeLicensing({
        listProducts: () => Promise.resolve([fakeOwned()]),
        listHolders: () => Promise.resolve({ holders, total: holders.length, next: undefined }),
        listPeopleWithIssues: () => Promise.resolve({ people: issues, unreadGroups: [] }),
        listGroups: () => Promise.resolve(groups),
        readHoldings: (principals) =>
          Promise.resolve(
            principals.flatMap(({ id }) => holdings.filter(({ principal }) => principal.id === id)),
          ),
        ...licensing,
      }),
    },
    isHeldBack: options.isHeldBack ?? false,
  });
  await waitFor(() => expect(screen.queryByText('Loading…')).not.toBeInTheDocument());
  // A dialog that opens or closes hides the rest from screen readers a moment later, and itself if jsdom focuses late.
  const press = async (name: string) => user.click(await screen.findByRole('button', { name, hidden: true }));
  const tick = (name: string) => user.click(screen.getByRole('checkbox', { name: `Select ${name}` }));
  return { user, seen, press, tick };
}

test('a renewal date that could not be read is said to be so once', async () => {
  const [pool] = fakeOwned().pools;
  const unread = fakeOwned({ pools: [{ ...pool, subscriptions: undefined }] });
  await setup({ licensing: { listProducts: () => Promise.resolve([unread]) } });
  expect(screen.getAllByText("We couldn't read the renewal date.")).toHaveLength(1);
});

test('beside a date of renewal the header says that another one could not be read', async () => {
  const dated = subscription({ nextLifecycleAt: '2126-01-01T00:00:00Z' });
  const product = fakeOwned({ subscriptions: [dated, subscription({ isNextUnread: true })] });
  await setup({ licensing: { listProducts: () => Promise.resolve([product]) } });
  expect(screen.getByText(/^Renews or expires on .*2126$/)).toBeInTheDocument();
  expect(screen.getByText("We couldn't read another date, which might be earlier.")).toBeInTheDocument();
});

test('the header names product, publisher, seats and state', async () => {
  await setup();
  expect(screen.getByRole('heading', { level: 1, name: 'Plover Notes' })).toBeInTheDocument();
  expect(screen.getByText('4 of 10 assigned')).toBeInTheDocument();
  expect(screen.getByText('Active')).toBeInTheDocument();
});

test('holders are listed with path, state and issue in words, those with issues first', async () => {
  await setup({
    holders: [
      fakeHolder(
        fakePerson(1),
        fakeSeat({ disabledPlanIds: ['boards'] }),
        fakeSeat({ path: via(fakeGroup()), disabledPlanIds: ['boards'] }),
      ),
    ],
    issues: [
      fakeHolder(
        fakePerson(2),
        fakeSeat({ path: via(fakeGroup()), state: 'error', issue: 'usage-location' }),
      ),
    ],
    entry: { planNames: { boards: 'Boards' } },
  });
  const [, troubled, fine] = screen.getAllByRole('row');
  expect(troubled).toHaveTextContent(/Person 2.*via Sales EU.*In error · Usage location missing/);
  expect(fine).toHaveTextContent(/Person 1.*Direct, via Sales EU.*14 Sept 2030.*Apps off: Boards/);
  expect(screen.getByRole('button', { name: 'Issues 1' })).toHaveAttribute(
    'title',
    "1 person is in error and doesn't have a license.",
  );
});

test('the list itself is searched, and says how many of all are found', async () => {
  const { user } = await setup({ holders: [fakeHolder(fakePerson(1)), fakeHolder(fakePerson(2))] });
  await user.type(screen.getByRole('searchbox', { name: 'Search users' }), 'Person 2');
  expect(await screen.findByText('1 of 2 people')).toBeInTheDocument();
  await user.type(screen.getByRole('searchbox'), 'x');
  expect(await screen.findByRole('heading', { name: 'No users found' })).toBeInTheDocument();
});

test('a group whose issues could not be read is named once, and numbers are the least there can be', async () => {
  const { press } = await setup({
    holders: [fakeHolder(fakePerson(1))],
    licensing: {
      listPeopleWithIssues: () =>
        Promise.resolve({
          people: [fakeHolder(fakePerson(2), fakeSeat({ state: 'error', issue: 'other' }))],
          unreadGroups: [{ id: fakeGroup().id, name: 'Sales EU' }],
        }),
    },
  });
  expect(
    screen.getAllByText(
      "We couldn't read issues in Sales EU, so some people might be missing from this list.",
    ),
  ).toHaveLength(1);
  expect(screen.getByText('1 person has a license · at least 1 in error')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Issues 1+' })).toHaveAttribute(
    'title',
    "At least 1 person is in error and doesn't have a license.",
  );
  await press('Issues 1+');
  expect(await screen.findByText('At least 1 of 2 people')).toBeInTheDocument();
});

test.each<[string, LicensingAdapter['listPeopleWithIssues']]>([
  ['of nobody', () => Promise.reject(new AppError('bad-request', { status: 400 }))],
  ['of one group', () => Promise.resolve({ people: [], unreadGroups: [{ id: 'one', name: undefined }] })],
])(
  'where issues %s could be read, the list does not claim that no user was found',
  async (_name, listPeopleWithIssues) => {
    const { press } = await setup({
      holders: [fakeHolder(fakePerson(1))],
      licensing: { listPeopleWithIssues },
    });
    expect(screen.getByText('1 person has a license · number in error not known')).toBeInTheDocument();
    await press('Issues');
    expect(await screen.findByRole('heading', { name: "We couldn't read everyone" })).toBeInTheDocument();
    expect(screen.queryByText('No users found')).not.toBeInTheDocument();
    expect(screen.getAllByText(/We couldn't read .*issues/)).toHaveLength(1);
  },
);

test('while issues are not read yet, the numbers are not said to be of everyone', async () => {
  let give: (issues: PeopleWithIssues) => void = () => undefined;
  await setup({
    holders: [fakeHolder(fakePerson(1))],
    licensing: { listPeopleWithIssues: () => new Promise((resolve) => (give = resolve)) },
    isHeldBack: true,
  });
  expect(await screen.findByText("Checking who's in error…")).toBeInTheDocument();
  expect(screen.queryByText(/loaded/)).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Select all/ })).not.toBeInTheDocument();
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '-1');
  const inError = fakeHolder(fakePerson(2), fakeSeat({ state: 'error', issue: 'other' }));
  act(() => give({ people: [inError], unreadGroups: [] }));
  expect(await screen.findByText('1 person has a license · 1 in error')).toBeInTheDocument();
  expect(screen.queryByText("Checking who's in error…")).not.toBeInTheDocument();
});

/** Holders in two pages; the second one arrives when `goOn` is called. Three are guests, one of them on the second page. */
function twoPages() {
  const guest = (number: number) => fakeHolder(fakePerson(number, { isGuest: true }));
  const first = [
    guest(0),
    guest(1),
    ...Array.from({ length: 58 }, (_, index) => fakeHolder(fakePerson(index + 2))),
  ];
  let goOn = (): void => undefined;
  const hasGoneOn = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const listHolders: LicensingAdapter['listHolders'] = ({ cursor }) =>
    cursor
      ? hasGoneOn.then(() => ({ holders: [guest(60)], total: undefined, next: undefined }))
      : Promise.resolve({ holders: first, total: 61, next: 'second' });
  return { listHolders, goOn: () => goOn() };
}

test('records that could not be read are counted beside the people', async () => {
  const holders = [fakeHolder(fakePerson(1))];
  const listHolders = () => Promise.resolve({ holders, unread: 2, total: 3, next: undefined });
  const listPeopleWithIssues = () => Promise.resolve({ people: [], unread: 1, unreadGroups: [] });
  await setup({ licensing: { listHolders, listPeopleWithIssues } });
  expect(
    await screen.findByText(/^1 person has a license · 3 records couldn't be read$/),
  ).toBeInTheDocument();
});

test('a filter speaks of what is loaded until everyone is, and then of everyone', async () => {
  const { listHolders, goOn } = twoPages();
  const { press } = await setup({ licensing: { listHolders }, isHeldBack: true });
  expect(await screen.findByText('61 people have a license')).toBeInTheDocument();
  expect(screen.getByText('60 of 61 loaded')).toBeInTheDocument();
  await press('Guests');
  expect(screen.getByText('Looking through 61 people… 60 done, 2 found')).toBeInTheDocument();
  await press('Blocked');
  expect(screen.getByText('Looking through 61 people… 60 done, 0 found')).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'No users found' })).not.toBeInTheDocument();
  await press('Blocked');
  goOn();
  expect(await screen.findByText('3 of 61 people')).toBeInTheDocument();
  expect(screen.queryByText(/loaded|Looking/)).not.toBeInTheDocument();
});

test('the head speaks of the rows that show, and what is selected beside them is counted', async () => {
  const { user, press } = await setup({
    holders: [
      fakeHolder(fakePerson(1, { isBlocked: true })),
      fakeHolder(fakePerson(2)),
      fakeHolder(fakePerson(3)),
    ],
  });
  const head = () => screen.getByRole('checkbox', { name: 'Select all shown' });
  await user.click(head());
  expect(screen.getByText('3 users selected')).toBeInTheDocument();
  expect(screen.queryByText(/not shown/)).not.toBeInTheDocument();
  await press('Blocked');
  expect(await screen.findByText(/2 of them not shown/)).toBeInTheDocument();
  expect(head()).toBeChecked();
  await user.click(head());
  expect(head()).not.toBeChecked();
  expect(screen.getByText('2 users selected')).toBeInTheDocument();
  await press('Clear selection');
  await user.click(head());
  expect(screen.getByText('1 user selected')).toBeInTheDocument();
  await press('Select all 3');
  expect(screen.getByText('3 users selected')).toBeInTheDocument();
});

test('everyone is a choice of its own, which waits for the rest of the list', async () => {
  const { listHolders, goOn } = twoPages();
  const { user, press } = await setup({ licensing: { listHolders }, isHeldBack: true });
  await screen.findByText('60 of 61 loaded');
  await user.click(screen.getByRole('checkbox', { name: 'Select all shown' }));
  expect(screen.getByText('60 users selected')).toBeInTheDocument();
  await press('Select all 61');
  expect(screen.getByText('60 users selected')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Selecting all 61…' })).toBeInTheDocument();
  goOn();
  expect(await screen.findByText('61 users selected')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /all 61/ })).not.toBeInTheDocument();
});

test('clearing the selection takes back the wish for everyone', async () => {
  const { listHolders, goOn } = twoPages();
  const { user, press } = await setup({ licensing: { listHolders }, isHeldBack: true });
  await screen.findByText('60 of 61 loaded');
  await user.click(screen.getByRole('checkbox', { name: 'Select all shown' }));
  await press('Select all 61');
  await press('Clear selection');
  goOn();
  await waitFor(() => expect(screen.queryByText(/loaded/)).not.toBeInTheDocument());
  expect(screen.queryByText(/selected/)).not.toBeInTheDocument();
});

test('people with several licenses are counted and found by a filter, which is there only where there are any', async () => {
  const second = fakeSeat({ pool: toPoolKey('allotment', 'second') });
  const { press } = await setup({
    holders: [1, 2, 3].map((number) =>
      fakeHolder(fakePerson(number), fakeSeat(), ...(number > 1 ? [second] : [])),
    ),
  });
  const chip = screen.getByRole('button', { name: 'Several licenses 2' });
  expect(chip).toHaveAttribute('title', '2 people have licenses from more than one subscription.');
  await press('Several licenses 2');
  expect(await screen.findByText('2 of 3 people')).toBeInTheDocument();
  cleanup();
  await setup({ holders: [fakeHolder(fakePerson(1))] });
  expect(screen.queryByRole('button', { name: /Several licenses/ })).not.toBeInTheDocument();
});

test('while people could not be read, the number of those with several licenses is the least there can be', async () => {
  const second = fakeSeat({ pool: toPoolKey('allotment', 'second') });
  await setup({
    holders: [
      fakeHolder(fakePerson(1), fakeSeat(), second),
      { ...fakeHolder(fakePerson(2)), seats: [], isIncomplete: true },
    ],
  });
  expect(screen.getByRole('button', { name: 'Several licenses 1+' })).toBeInTheDocument();
});

test('people in error are counted apart from those who have a license', async () => {
  const error = { path: via(fakeGroup()), state: 'error', issue: 'not-enough-licenses' } as const;
  const { press } = await setup({
    holders: [fakeHolder(fakePerson(1)), fakeHolder(fakePerson(2), fakeSeat(), fakeSeat(error))],
    issues: [2, 3, 4].map((number) => fakeHolder(fakePerson(number), fakeSeat(error))),
  });
  expect(screen.getByText('2 people have a license · 2 in error')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Issues 3' })).toHaveAttribute(
    'title',
    "2 people are in error and don't have a license. 1 person has a license with an issue.",
  );
  await press('Issues 3');
  expect(await screen.findByText('3 of 4 people')).toBeInTheDocument();
});

test('people and groups are unassigned together after their consequences were shown', async () => {
  const group = fakeGroup();
  const [one, two] = [fakePerson(1), fakePerson(2)];
  const { user, seen, press, tick } = await setup({
    holders: [fakeHolder(one), fakeHolder(two, fakeSeat({ path: via(group) }))],
    groups: [fakeLicensedGroup({ memberCount: 2 })],
    holdings: [
      fakeHolding(one, fakeSeat()),
      fakeHolding(two, fakeSeat({ path: via(group) })),
      fakeHolding(fakePerson(3), fakeSeat({ path: via(group) })),
      fakeHolding(group, fakeSeat()),
    ],
    directory: {
      readComposition: () =>
        Promise.resolve({ directUsers: 2, nestedGroups: 0, userIds: [two.id, fakePerson(3).id] }),
    },
  });
  await tick('Person 1');
  await tick('Person 2');
  await user.click(screen.getByRole('tab', { name: 'Groups' }));
  await tick('Sales EU');
  expect(screen.getByText('2 users and 1 group selected')).toBeInTheDocument();
  await press('Unassign licenses');
  const dialog = await screen.findByRole('dialog', { hidden: true });
  expect(dialog).toHaveTextContent(/^Unassign licenses/);
  expect(await within(dialog).findByText('Loses the license, which frees a seat.')).toBeInTheDocument();
  expect(
    within(dialog).getByText('Loses the license together with Sales EU, which you also selected.'),
  ).toBeInTheDocument();
  expect(within(dialog).getByText('2 members of this group lose the product.')).toBeInTheDocument();
  expect(
    within(dialog).getByText('2 will be removed · 1 loses it together with a group · 3 seats become free'),
  ).toBeInTheDocument();
  // On a busy machine jsdom moves the focus late, and Fluent hides a dialog that lacks it from screen readers.
  await user.click(within(dialog).getByRole('button', { name: 'Remove', hidden: true }));
  expect(await within(dialog).findByText('2 removed.')).toBeInTheDocument();
  expect(seen.jobs.plans).toEqual([
    {
      operation: 'change-licenses',
      subject: { kind: 'remove', products: [{ ...fakeRef, name: 'Plover Notes', assigned: 4 }] },
      items: [one, group].map(({ kind, id, displayName, address }) => ({
        key: id,
        input: {
          principal: { kind, id, displayName, address },
          change: { principal: { kind, id }, add: [], remove: [fakeRef] },
        },
      })),
    },
  ]);
  await press('Close');
  await waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).not.toBeInTheDocument());
  expect(screen.queryByText(/selected/)).not.toBeInTheDocument();
});

test('licenses that stay are left unchanged, and an unread group gives no number of freed seats', async () => {
  const [one, two, group] = [fakePerson(1), fakePerson(2), fakeGroup()];
  const other = fakeGroup({ id: '40000000-0000-4000-8000-000000000002', displayName: 'Sales US' });
  const { user, press, tick } = await setup({
    holders: [fakeHolder(one), fakeHolder(two, fakeSeat({ path: via(other) }))],
    groups: [fakeLicensedGroup({ memberCount: undefined })],
    holdings: [
      fakeHolding(one, fakeSeat()),
      fakeHolding(two, fakeSeat({ path: via(other) })),
      fakeHolding(group, fakeSeat()),
    ],
    directory: { readComposition: () => Promise.reject(new AppError('service-unavailable')) },
  });
  await tick('Person 1');
  await tick('Person 2');
  await user.click(screen.getByRole('tab', { name: 'Groups' }));
  await tick('Sales EU');
  await press('Unassign licenses');
  expect(
    await screen.findByText(/Keeps the license, because it's inherited from Sales US/),
  ).toBeInTheDocument();
  expect(screen.getByText(/We don't know how many/)).toBeInTheDocument();
  expect(
    screen.getByText('2 will be removed · 1 stays as it is · at least 1 seat becomes free'),
  ).toBeInTheDocument();
  // It can be thousands of users, so the number must be confirmed.
  await user.click(
    screen.getByRole('checkbox', { name: /at least 1 person loses Plover Notes/, hidden: true }),
  );
  await press('Remove');
  expect(await screen.findByText('2 removed and 1 unchanged.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Retry failed' })).not.toBeInTheDocument();
});

test('thousands lose a product only after the person has agreed to the number', async () => {
  const people = Array.from({ length: 1_200 }, (_, index) => fakePerson(index));
  const error = { path: via(fakeGroup()), state: 'error', issue: 'not-enough-licenses' } as const;
  const seatsOf = (index: number): readonly Seat[] => {
    if (index < 9) return [fakeSeat(error)];
    return index < 20 ? [fakeSeat({ path: via(fakeGroup()) })] : [fakeSeat()];
  };
  const { user, seen, press } = await setup({
    holders: people.slice(9).map((person, index) => fakeHolder(person, ...seatsOf(index + 9))),
    issues: people.slice(0, 9).map((person, index) => fakeHolder(person, ...seatsOf(index))),
    holdings: people.map((person, index) => fakeHolding(person, ...seatsOf(index))),
  });
  expect(screen.getByText('1,191 people have a license · 9 in error')).toBeInTheDocument();
  await user.click(screen.getByRole('checkbox', { name: 'Select all shown' }));
  await press('Unassign licenses');
  expect(
    await screen.findByText(
      '1,200 selected: 1,180 with a direct license · 11 through a group · 9 in error, without a license',
    ),
  ).toBeInTheDocument();
  // On a busy machine jsdom moves the focus late, and Fluent hides a dialog that lacks it from screen readers.
  const remove = screen.getByRole('button', { name: 'Remove', hidden: true });
  await user.click(remove);
  expect(seen.jobs.plans).toEqual([]);
  const name = 'I understand that 1,180 people lose Plover Notes';
  await user.click(screen.getByRole('checkbox', { name, hidden: true }));
  await user.click(remove);
  await waitFor(() => expect(seen.jobs.plans).toHaveLength(1));
});

test('closing the dialog leaves the job running', async () => {
  const person = fakePerson(1);
  const jobs = fakeJobs({ outcomeOf: () => undefined });
  const { press, tick } = await setup({
    jobs,
    holders: [fakeHolder(person)],
    holdings: [fakeHolding(person, fakeSeat())],
  });
  await tick('Person 1');
  await press('Unassign licenses');
  await screen.findByText('Loses the license, which frees a seat.');
  await press('Remove');
  await screen.findByText('0 of 1 finished');
  await press('Close');
  await waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).not.toBeInTheDocument());
  expect(jobs.list()[0]?.status).toBe('running');
});

test('where the browser stores nothing, the job begins only after the person agrees', async () => {
  const person = fakePerson(1);
  const jobs = fakeJobs({ storesNothing: true });
  const { press, tick } = await setup({
    jobs,
    holders: [fakeHolder(person)],
    holdings: [fakeHolding(person, fakeSeat())],
  });
  await tick('Person 1');
  await press('Unassign licenses');
  await screen.findByText('Loses the license, which frees a seat.');
  await press('Remove');
  expect(await screen.findByRole('alert')).toHaveTextContent("This browser can't save anything here");
  expect(jobs.plans).toEqual([]);
  await press('Continue without saving');
  expect(await screen.findByText('1 removed.')).toBeInTheDocument();
});

test('cancelling the dialog sends nothing and keeps the selection', async () => {
  const person = fakePerson(1);
  const { seen, press, tick } = await setup({
    holders: [fakeHolder(person)],
    holdings: [fakeHolding(person, fakeSeat())],
  });
  await tick('Person 1');
  await press('Unassign licenses');
  await screen.findByText('Loses the license, which frees a seat.');
  await press('Cancel');
  await waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).not.toBeInTheDocument());
  expect(seen.jobs.plans).toEqual([]);
  expect(screen.getByText('1 user selected')).toBeInTheDocument();
});

test('groups show kind, members and what is not well with them, and lead to their own people with issues', async () => {
  const { press } = await setup({
    tab: 'groups',
    groups: [
      fakeLicensedGroup({ peopleWithIssues: 2 }),
      fakeLicensedGroup({
        group: fakeGroup({ id: 'g2', displayName: 'Design', groupKind: 'dynamic' }),
        memberCount: 1234,
      }),
    ],
    holders: [fakeHolder(fakePerson(1))],
    issues: [
      ...[2, 3].map((number) =>
        fakeHolder(fakePerson(number), fakeSeat({ path: via(fakeGroup()), state: 'error', issue: 'other' })),
      ),
      fakeHolder(fakePerson(4), fakeSeat({ state: 'error', issue: 'other' })),
    ],
  });
  const [, sales, design] = screen.getAllByRole('row');
  expect(sales).toHaveTextContent(/Sales EU.*Security group.*12.*2 people with issues/);
  expect(design).toHaveTextContent(/Design.*Dynamic group.*1,234.*All licenses assigned/);
  await press('2 people with issues in Sales EU');
  expect(await screen.findByText('2 of 4 people')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Issues 3' })).toHaveAttribute('aria-pressed', 'false');
  for (const name of ['Person 1', 'Person 4']) expect(screen.queryByText(name)).not.toBeInTheDocument();
  await press('Issues in Sales EU');
  expect(await screen.findByText('1 person has a license · 3 in error')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Issues in Sales EU' })).not.toBeInTheDocument();
});

test('a reader sees everything but what would change licenses, and the reason once', async () => {
  const readOnly = { access: 'read', holders: [fakeHolder(fakePerson(1))] } as const;
  await setup({ ...readOnly, groups: [fakeLicensedGroup()] });
  expect(screen.getByText('Person 1')).toBeInTheDocument();
  expect(screen.getAllByText(/Your role lets you view/)).toHaveLength(1);
  for (const name of ['Assign licenses', 'Select from a list'])
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
});

test('a person who may change licenses of groups alone can select no users', async () => {
  const groupsOnly = { access: 'assign-to-groups', holders: [fakeHolder(fakePerson(1))] } as const;
  await setup({ ...groupsOnly, groups: [fakeLicensedGroup()] });
  expect(screen.getByText('Person 1')).toBeInTheDocument();
  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Select from a list' })).not.toBeInTheDocument();
  cleanup();
  await setup({ ...groupsOnly, tab: 'groups', groups: [fakeLicensedGroup()] });
  expect(await screen.findByRole('checkbox', { name: /Sales EU/ })).toBeInTheDocument();
});

test('while something is selected, the commands give way to the actions on it, which are explained', async () => {
  const { press, tick } = await setup({ holders: [fakeHolder(fakePerson(1))] });
  const isThere = (name: string) => screen.queryByRole('button', { name }) !== null;
  expect(isThere('Assign licenses')).toBe(true);
  expect(isThere('Unassign licenses')).toBe(false);
  await tick('Person 1');
  expect(isThere('Assign licenses')).toBe(false);
  expect(isThere('Unassign licenses')).toBe(true);
  const move = screen.getByRole('button', { name: 'Move licenses' });
  expect(move).toHaveAttribute('aria-disabled', 'true');
  expect(move).toHaveAccessibleDescription(/no other product/i);
  screen.getByRole('button', { name: 'Clear selection' }).focus();
  await press('Clear selection');
  expect(isThere('Unassign licenses')).toBe(false);
  expect(screen.queryByText(/selected/)).not.toBeInTheDocument();
  // The button that had the focus is gone.
  expect(screen.getByRole('grid')).toContainElement(document.activeElement as HTMLElement);
});

test('less frequent actions are in a menu, with the reason where one is off', async () => {
  const { press } = await setup();
  await press('More actions');
  const install = await screen.findByRole('menuitem', { name: /^Install this product/ });
  expect(install).toHaveAttribute('aria-disabled', 'true');
  expect(install).toHaveTextContent("The catalog doesn't say how to install this product.");
});

test.each([
  ['users', 'Plover Notes – Users – ISV Licenses'],
  ['groups', 'Plover Notes – Groups – ISV Licenses'],
  ['about', 'Plover Notes – About – ISV Licenses'],
] as const)('the title of the page names the tab %s', async (tab, title) => {
  await setup({ tab });
  expect(document.title).toBe(title);
});

test("the number of licenses is the vendor's, and the dialog says where it leads", async () => {
  const { seen, press } = await setup({ entry: { links: { manage: 'https://plover.example/buy' } } });
  await press('Add or remove licenses for your account');
  expect(await screen.findByRole('dialog', { hidden: true })).toHaveTextContent(
    /vendor manages how many.*plover\.example/,
  );
  await press('Open plover.example');
  expect(seen.opened).toEqual(['https://plover.example/buy']);
});

test('a link to the page is shared', async () => {
  const { user, seen, press } = await setup();
  await press('More actions');
  await user.click(await screen.findByRole('menuitem', { name: 'Copy link to this page' }));
  expect(seen.shared).toEqual([`/products/${encodeURIComponent(fakeRef.product)} Plover Notes`]);
});

test('About lists plans, links and identifiers', async () => {
  await setup({ tab: 'about', entry: { links: { support: 'https://plover.example/help' } } });
  expect(screen.getByRole('region', { name: 'Identifiers' })).toHaveTextContent('PLOVER_NOTES');
  expect(screen.getByRole('button', { name: 'Copy SKU ID' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Support' })).toBeInTheDocument();
});

test('a product that the catalogue does not name is renamed from its page', async () => {
  const unknown = fakeOwned({ skuId: '20000000-0000-4000-8000-000000000009', partNumber: 'ODD_ONE' });
  const choices = memoryChoices();
  const { user, press } = await setup({
    tab: 'about',
    productKey: unknown.key,
    choices,
    licensing: { listProducts: () => Promise.resolve([fakeOwned(), unknown]) },
  });
  await press('Rename ODD ONE');
  const field = await screen.findByRole('textbox', { name: 'Name', hidden: true });
  await user.clear(field);
  await user.type(field, 'Heron Desk{Enter}');
  expect(choices.read()).toEqual({ [unknown.key]: { name: 'Heron Desk' } });
});

test("a name chosen before the catalogue named the product can be reset to the catalogue's", async () => {
  const choices = memoryChoices({ [fakeRef.product]: { name: 'Our notes' } });
  const { user, press } = await setup({ tab: 'about', choices });
  await press('Rename Our notes');
  expect(
    await screen.findByText('To use the name Plover Notes again, leave this empty.'),
  ).toBeInTheDocument();
  const field = screen.getByRole('textbox', { name: 'Name', hidden: true });
  await user.clear(field);
  // The default name isn't stored.
  await user.type(field, 'Plover Notes{Enter}');
  expect(choices.read()).toEqual({});
});

test('About of a product that is no SKU names no SKU, and lists the subscriptions of all its pools', async () => {
  const [pool] = fakeOwned().pools;
  await setup({
    tab: 'about',
    licensing: {
      listProducts: () =>
        Promise.resolve([
          fakeOwned({
            identifiers: { skuId: undefined, partNumber: undefined },
            pools: [
              { ...pool, subscriptions: [subscription({ id: 'bought' })] },
              {
                ...pool,
                key: toPoolKey('allotment', 'second'),
                subscriptions: [subscription({ id: 'granted' })],
              },
            ],
          }),
        ]),
    },
  });
  const subscriptions = screen.getByRole('region', { name: 'Subscriptions' });
  expect(subscriptions).toHaveTextContent('bought');
  expect(subscriptions).toHaveTextContent('granted');
  expect(screen.queryByText('SKU ID')).not.toBeInTheDocument();
  expect(screen.queryByText('SKU part number')).not.toBeInTheDocument();
});

test('a product that Graph does not list says so in place of its holders', async () => {
  await setup({
    entry: { id: 'plover-desk', skuIds: [], assignedBy: 'vendor' },
    productKey: toProductKey(productSpaces.catalogue, 'plover-desk'),
  });
  expect(
    screen.getByRole('heading', { name: "You can't see who has this product here" }),
  ).toBeInTheDocument();
  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
});

test('a product that is gone says so', async () => {
  await setup({ productKey: parseProductKey('gone') });
  expect(
    screen.getByRole('heading', { level: 1, name: "We couldn't find this product" }),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'See all licenses' })).toHaveAttribute('href', '#/licenses');
});

test('holders that could not be read are asked for again', async () => {
  let tries = 0;
  const { press } = await setup({
    licensing: {
      listHolders: () => {
        tries += 1;
        if (tries === 1) return Promise.reject(new AppError('service-unavailable', { requestId: 'r-9' }));
        return Promise.resolve({ holders: [fakeHolder(fakePerson(1))], total: 1, next: undefined });
      },
    },
  });
  expect(screen.getByRole('alert')).toHaveTextContent('r-9');
  await press('Try again');
  expect(await screen.findByText('Person 1')).toBeInTheDocument();
});

test('holders of a suspended product are not called active, and can be unassigned with a word about undo', async () => {
  const { press, tick } = await setup({
    holders: [fakeHolder(fakePerson(1))],
    holdings: [fakeHolding(fakePerson(1), fakeSeat())],
    licensing: {
      listProducts: () =>
        Promise.resolve([
          fakeOwned({ capability: 'suspended', seats: { total: 0, assigned: 1, available: -1 } }),
        ]),
    },
  });
  const [, row] = screen.getAllByRole('row');
  expect(row).toHaveTextContent('Suspended');
  expect(row).not.toHaveTextContent('Active');
  expect(screen.getByText(/You can still unassign these licenses/)).toBeInTheDocument();
  await tick('Person 1');
  await press('Unassign licenses');
  expect(await screen.findByText(/You can't undo this/)).toBeInTheDocument();
  expect(await screen.findByText(/^Loses the license. The seat can't be used again/)).toBeInTheDocument();
  expect(screen.getByText(/^1 will be removed · no seat can be used again/)).toBeInTheDocument();
  expect(screen.queryByText(/becomes? free/)).not.toBeInTheDocument();
});

test.each([
  ['suspended', { capability: 'suspended' as const }, "Licenses don't work until it's renewed."],
  ['organization-wide', { isUserScoped: false }, "You don't assign it to people."],
])('nobody is advised to assign a product that is %s', async (_name, over, reason) => {
  for (const tab of ['users', 'groups'] as const) {
    document.body.replaceChildren();
    await setup({ tab, licensing: { listProducts: () => Promise.resolve([fakeOwned(over)]) } });
    expect(screen.getByRole('tabpanel')).toHaveTextContent(reason);
    expect(screen.queryByText(/^Assign (licenses to|the product to)/)).not.toBeInTheDocument();
  }
});

test('a product that is no longer listed is shown with its holders while somebody holds it', async () => {
  const { press, tick, seen } = await setup({
    holders: [fakeHolder(fakePerson(1))],
    holdings: [fakeHolding(fakePerson(1), fakeSeat())],
    licensing: {
      listProducts: () => Promise.resolve([]),
      // Without permission to read groups, users are still shown.
      listGroups: () => Promise.reject(new AppError('forbidden')),
    },
  });
  expect(await screen.findByRole('heading', { level: 1, name: 'Plover Notes' })).toBeInTheDocument();
  expect(screen.getByText('1 assigned, none usable')).toBeInTheDocument();
  expect(screen.getAllByText(/no longer owns this product/)).not.toHaveLength(0);
  expect(screen.queryByRole('button', { name: 'Assign licenses' })).not.toBeInTheDocument();
  expect(screen.getByText(/You can try to unassign these licenses/)).toBeInTheDocument();
  await tick('Person 1');
  await press('Unassign licenses');
  expect(await screen.findByText(/Microsoft 365 might refuse this/)).toBeInTheDocument();
  expect(await screen.findByText('Loses the license, unless Microsoft 365 refuses.')).toBeInTheDocument();
  expect(screen.queryByText(/becomes? free/)).not.toBeInTheDocument();
  await press('Remove');
  await waitFor(() => expect(seen.jobs.plans).toHaveLength(1));
  expect(seen.jobs.plans[0]?.items[0]?.input.change.remove).toEqual([fakeRef]);
});

test('a product that only a group still carries is shown too, under its identifier where no name is known', async () => {
  const group = fakeGroup();
  await setup({
    tab: 'groups',
    groups: [fakeLicensedGroup({ group })],
    holdings: [fakeHolding(group, fakeSeat())],
    entry: { skuIds: [] },
    licensing: { listProducts: () => Promise.resolve([]) },
  });
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
    '20000000-0000-4000-8000-000000000001',
  );
  expect(await screen.findByText('Sales EU')).toBeInTheDocument();
});

test.each(['users', 'groups'] as const)(
  'the list of %s scrolls with the page and not in itself',
  async (tab) => {
    const holders = Array.from({ length: 60 }, (_, place) => fakeHolder(fakePerson(place + 1)));
    await setup({ tab, holders, groups: [fakeLicensedGroup()] });
    const grid = await screen.findByRole('grid');
    const around = [...grid.querySelectorAll('*')];
    const isScrolling = (element: Element): boolean =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
    expect(around.length).toBeGreaterThan(0);
    expect(around.filter(isScrolling)).toEqual([]);
  },
);
