import { act, screen, waitFor, within } from '@testing-library/react';
import type { Principal } from '../../../../src/base/principal';
import type { Directory } from '../../../../src/directory/types';
import { AssignPane } from '../../../../src/ui/pages/assign/AssignPane';
import { ada, bea, setup as setupStorage } from '../../../storage/support/setup';
import { fakeGroup, fakePerson } from '../../support/fakeHolders';
import { fakeJobs } from '../../support/fakeJobs';
import {
  fakeCatalogue,
  fakeDirectory,
  fakeEntry,
  fakeKeptData,
  fakeLicensing,
  fakeOwned,
  fakeRef,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

const plan = (id: string) => ({ id, partName: id.toUpperCase(), isUserScoped: true });
const plans = [plan('boards'), plan('pages')];
const seats = { total: 600, assigned: 0, available: 600 };
const everyone: readonly Principal[] = [fakePerson(1), fakePerson(2), fakePerson(3), fakeGroup()];

/** A browser in which the pane can be opened and closed several times, as after a reload. */
function openBrowser(people = everyone) {
  stubLayout();
  const { browser, open, pass } = setupStorage();
  const match: Directory['match'] = (entries) =>
    Promise.resolve(
      entries.map(({ text }) => {
        const principal = people.find(({ id, address }) => id === text || address === text);
        return principal ? { kind: 'matched', principal } : { kind: 'unknown', why: 'not-found' };
      }),
    );
  async function openPane(owner = ada) {
    const { drafts } = open(owner);
    const jobs = fakeJobs({ outcomeOf: () => undefined });
    let closed = 0;
    const { user, unmount, queryClient } = await renderWithServices(
      <AssignPane productKey={fakeRef.product} onClose={() => (closed += 1)} />,
      {
        services: {
          jobs,
          openKeptData: () => Promise.resolve(fakeKeptData({ drafts })),
          catalogue: fakeCatalogue(fakeEntry()),
          directory: fakeDirectory({
            match,
            search: (text) => Promise.resolve(people.filter(({ displayName }) => displayName.includes(text))),
          }),
          licensing: fakeLicensing({
            listProducts: () => Promise.resolve([fakeOwned({ plans, seats })]),
          }),
        },
      },
    );
    await screen.findByRole('combobox');
    await waitFor(() => expect(queryClient.isFetching()).toBe(0));
    await act(async () => Promise.resolve());
    const settled = () => waitFor(() => expect(screen.queryByText(/Checking/)).not.toBeInTheDocument());
    return {
      user,
      jobs,
      drafts,
      reload: unmount,
      closed: () => closed,
      choose: async (...names: string[]) => {
        for (const name of names) {
          await user.click(screen.getByRole('combobox'));
          await user.paste(name);
          await screen.findByRole('option', { name: new RegExp(name) });
          await user.keyboard('{Enter}');
        }
        await settled();
      },
      press: async (name: string | RegExp) => {
        await user.click(await screen.findByRole('button', { name }));
        await settled();
      },
    };
  }
  return { browser, openPane, pass };
}

const inList = () =>
  within(screen.getByRole('grid', { name: 'Your list' }))
    .getAllByRole('gridcell')
    .flatMap(({ textContent }) => /Person \d|Sales EU/.exec(textContent)?.[0] ?? []);

test('a list outlives the page that it was made in, and is offered, continued and assigned', async () => {
  const { openPane, pass } = openBrowser();
  const first = await openPane();
  await first.choose('Person 1', 'Sales EU');
  first.reload();
  pass(60_000);
  const second = await openPane();
  expect(screen.getByText(/You have an unfinished list of 2 users and groups from/)).toBeInTheDocument();
  expect(screen.queryByRole('grid', { name: 'Your list' })).not.toBeInTheDocument();
  await second.press('Continue');
  expect(inList()).toEqual(['Person 1', 'Sales EU']);
  expect(screen.queryByText(/unfinished list/)).not.toBeInTheDocument();
  await second.press('Assign');
  await screen.findByText('Assign Plover Notes to 2 users and groups');
  second.reload();
  await openPane();
  expect(screen.queryByText(/unfinished list/)).not.toBeInTheDocument();
});

test('apps that are off in a list are off again when it is continued', async () => {
  const { openPane } = openBrowser();
  const first = await openPane();
  await first.choose('Person 1');
  await first.press('Options');
  await first.press(/^Turn apps and services on or off/);
  await first.user.click(screen.getByRole('checkbox', { name: 'PAGES' }));
  first.reload();
  const second = await openPane();
  await second.press('Continue');
  expect(screen.getByText('Direct · 1 of 2 apps on · 1 product')).toBeInTheDocument();
  await second.press('Assign');
  await screen.findByText('Assign Plover Notes to 1 user or group');
  expect(second.jobs.plans[0]?.items[0]?.input.change.add).toEqual([
    { ...fakeRef, disabledPlanIds: ['pages'] },
  ]);
});

test('a list that goes through a group goes through it when it is continued, as the group is now', async () => {
  const group = fakeGroup({ displayName: 'Sales EU and UK' });
  const people = Array.from({ length: 500 }, (_, index) => fakePerson(index + 1));
  const { openPane } = openBrowser([...people, group]);
  const first = await openPane();
  first.drafts.write(fakeRef.product, {
    alsoProducts: [],
    principals: people.map(({ kind, id, displayName, address }) => ({ kind, id, displayName, address })),
    unresolved: [],
    options: {
      disabledPlanIds: {},
      method: { kind: 'existing-group', groupId: group.id },
      stopsWithoutSeats: false,
    },
  });
  first.reload();
  const second = await openPane();
  await second.press('Continue');
  await screen.findByText(/^Through a group/);
  await second.press('Options');
  expect(screen.getByRole('radio', { name: /existing group/ })).toBeChecked();
  expect(screen.getByText('Sales EU and UK')).toBeInTheDocument();
});

test('a line that was not matched keeps its list and line, through closing and through being kept again', async () => {
  const { openPane } = openBrowser();
  const first = await openPane();
  const unresolved = {
    unresolved: ['who@wrenfold.example'],
    unresolvedSources: [{ list: 'staff.csv', line: 7 }],
  };
  first.drafts.write(fakeRef.product, { alsoProducts: [], principals: [], ...unresolved });
  first.reload();
  const second = await openPane();
  await second.press('Continue');
  expect(await screen.findByText('Line 7, staff.csv')).toBeInTheDocument();
  await waitFor(() => expect(second.drafts.read(fakeRef.product)).toMatchObject(unresolved));
});

test('those who were matched keep their list and line, through closing and into the job', async () => {
  const { openPane } = openBrowser([fakePerson(1), fakePerson(2)]);
  const first = await openPane();
  const principals = [1, 2, 3].map((n) => {
    const { kind, id, displayName, address } = fakePerson(n);
    return { kind, id, displayName, address };
  });
  first.drafts.write(fakeRef.product, {
    alsoProducts: [],
    principals,
    unresolved: [],
    principalLines: { 'staff.csv': [3, null, 9] },
  });
  first.reload();
  const second = await openPane();
  await second.press('Continue');
  expect(await screen.findByText('Line 9, staff.csv')).toBeInTheDocument();
  // One of them was typed, and belongs to no line.
  expect(screen.getByText('2 lines: 1 matched, 1 not found.')).toBeInTheDocument();
  await waitFor(() =>
    expect(second.drafts.read(fakeRef.product)).toMatchObject({
      principalLines: { 'staff.csv': [3, null] },
      unresolvedSources: [{ list: 'staff.csv', line: 9 }],
    }),
  );
  await second.press('Assign');
  await screen.findByText('Assign Plover Notes to 2 users and groups');
  expect(second.jobs.plans[0]?.items.map(({ input }) => input.source)).toEqual([
    { list: 'staff.csv', line: 3 },
    undefined,
  ]);
});

test('somebody whom another column named is asked about again when the list is continued, and lines of one number are not empty', async () => {
  const { openPane } = openBrowser();
  const first = await openPane();
  const unresolved = {
    unresolved: [fakePerson(1).address, 'who@wrenfold.example'],
    unresolvedSources: [
      { list: 'staff.csv', line: 7, suspicion: 'other-column' as const },
      { list: 'more.csv', line: 7 },
    ],
  };
  first.drafts.write(fakeRef.product, { alsoProducts: [], principals: [], ...unresolved });
  first.reload();
  const second = await openPane();
  await second.press('Continue');
  expect(await screen.findByText('2 lines: 0 matched, 1 look-alike, 1 not found.')).toBeInTheDocument();
  expect(screen.queryByText(/users? (and|or) groups?$/)).not.toBeInTheDocument();
  await waitFor(() => expect(second.drafts.read(fakeRef.product)).toMatchObject(unresolved));
});

test('a list that is begun beside an offer is kept with it, and discarding deletes the earlier one alone', async () => {
  const { openPane } = openBrowser();
  const first = await openPane();
  await first.choose('Person 1');
  first.reload();
  const second = await openPane();
  await second.choose('Person 2');
  second.reload();
  const third = await openPane();
  expect(screen.getByText(/unfinished list of 2 people/)).toBeInTheDocument();
  await third.choose('Person 3');
  await third.press('Discard');
  third.reload();
  const fourth = await openPane();
  expect(screen.getByText(/unfinished list of 1 person/)).toBeInTheDocument();
  await fourth.press('Continue');
  expect(inList()).toEqual(['Person 3']);
});

test('a list that is assigned beside an offer leaves the earlier one as it was', async () => {
  const { openPane } = openBrowser();
  const first = await openPane();
  await first.choose('Person 1');
  first.reload();
  const second = await openPane();
  await second.choose('Person 2');
  await second.press('Assign');
  await screen.findByText('Assign Plover Notes to 1 user or group');
  second.reload();
  const third = await openPane();
  expect(screen.getByText(/unfinished list of 1 person/)).toBeInTheDocument();
  await third.press('Continue');
  expect(inList()).toEqual(['Person 1']);
});

test('a list that was emptied, is a day old, or is of somebody else, is not offered', async () => {
  const { openPane, pass } = openBrowser();
  const first = await openPane();
  await first.choose('Person 1');
  first.reload();
  const others = await openPane(bea);
  expect(screen.queryByText(/unfinished list/)).not.toBeInTheDocument();
  others.reload();
  pass(24 * 60 * 60_000 + 1);
  const later = await openPane();
  expect(screen.queryByText(/unfinished list/)).not.toBeInTheDocument();
  await later.choose('Person 1');
  await later.press('Remove Person 1 from the list');
  later.reload();
  await openPane();
  expect(screen.queryByText(/unfinished list/)).not.toBeInTheDocument();
});

test('somebody who is gone meanwhile stays as a line to look at', async () => {
  const people = [...everyone];
  const { openPane } = openBrowser(people);
  const first = await openPane();
  await first.choose('Person 1', 'Person 2');
  first.reload();
  people.shift();
  const second = await openPane();
  await second.press('Continue');
  expect(inList()).toEqual(['Person 2']);
  expect(screen.getByRole('grid', { name: 'Your list' })).toHaveTextContent(
    /person\.1@wrenfold\.example.*Line 1, Unfinished list/,
  );
});

test('where the browser keeps nothing, closing asks first', async () => {
  const { browser, openPane } = openBrowser();
  browser.setAccess('blocked');
  const { user, choose, press, closed } = await openPane();
  await user.keyboard('{Escape}');
  expect(closed()).toBe(1);
  await choose('Person 1');
  await press('Close');
  expect(await screen.findByRole('alertdialog', { hidden: true })).toHaveTextContent(
    /doesn't let this app keep the list/,
  );
  await user.click(screen.getByRole('button', { name: 'Keep editing', hidden: true }));
  await waitFor(() => expect(screen.queryByRole('alertdialog', { hidden: true })).not.toBeInTheDocument());
  expect(closed()).toBe(1);
  const leaving = new Event('beforeunload', { cancelable: true });
  act(() => void window.dispatchEvent(leaving));
  expect(leaving.defaultPrevented).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Close', hidden: true }));
  await user.click(
    within(await screen.findByRole('alertdialog', { hidden: true })).getByRole('button', {
      name: 'Discard',
      hidden: true,
    }),
  );
  expect(closed()).toBe(2);
});
