import { screen, waitFor, within } from '@testing-library/react';
import type { Principal } from '../../../../src/base/principal';
import { describeProducts } from '../../../../src/licensing/catalogue/describeProducts';
import { isOwned } from '../../../../src/licensing/isAssignable';
import { defaultPool } from '../../../../src/licensing/pools';
import type { Holding, LicensedGroup } from '../../../../src/licensing/types';
import { GroupPane } from '../../../../src/ui/pages/product/GroupPane';
import { SelectionDialog } from '../../../../src/ui/pages/product/SelectionDialog';
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
  fakeMe,
  fakeOwned,
  testNow,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

const notes = fakeOwned();
const seat = (over = {}) => fakeSeat({ ...defaultPool(notes), ...over });
const group = fakeGroup();

function product() {
  const [first] = describeProducts([notes], fakeCatalogue(fakeEntry()), {}, testNow);
  if (!first || !isOwned(first)) throw new Error('no product');
  return first;
}

async function openDialog(
  dialog: 'unassign' | 'migrate',
  principals: readonly Principal[],
  holdings: readonly Holding[],
  groups: readonly LicensedGroup[],
) {
  stubLayout();
  const jobs = fakeJobs();
  const rendered = await renderWithServices(
    <SelectionDialog
      {...{ dialog, principals }}
      product={product()}
      targets={[]}
      onClose={() => undefined}
    />,
    {
      services: {
        jobs,
        me: fakeMe(),
        licensing: fakeLicensing({
          listGroups: () => Promise.resolve(groups),
          readHoldings: () => Promise.resolve(holdings),
        }),
      },
    },
  );
  return { ...rendered, jobs, view: within(await screen.findByRole('dialog')) };
}

test('people are removed from the group that gives them the product, of which it is said what else it gives', async () => {
  const [one, two] = [fakePerson(1), fakePerson(2)];
  const rule = fakeGroup({
    id: '70000000-0000-4000-8000-000000000009',
    displayName: 'By rule',
    groupKind: 'dynamic',
  });
  const holdings = [
    fakeHolding(one, seat({ path: via(group) })),
    fakeHolding(two, seat(), seat({ path: via(rule) })),
  ];
  const groups = [
    fakeLicensedGroup({ group: { ...group, isTeam: true } }),
    fakeLicensedGroup({ group: rule }),
  ];
  const { view, user, jobs } = await openDialog('unassign', [one, two], holdings, groups);
  const box = await view.findByRole('checkbox', { name: 'Remove from Sales EU (1 person)' });
  await waitFor(() => expect(box).toBeEnabled());
  expect(view.getByRole('checkbox', { name: 'Remove from By rule (1 person)' })).toBeDisabled();
  expect(view.getByText(/^This is a dynamic group\./)).toBeInTheDocument();
  expect(box).toHaveAccessibleDescription(/^It's a team in Microsoft Teams\./);
  await user.click(box);
  expect(view.getByText('Leaves Sales EU and loses the license, which frees a seat.')).toBeInTheDocument();
  await user.click(view.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(jobs.plans).toHaveLength(1));
  expect(jobs.plans[0]).toMatchObject({
    operation: 'change-paths',
    subject: { kind: 'leave-groups' },
    items: [{ input: { leave: [{ id: group.id, name: 'Sales EU' }] } }, { key: two.id }],
  });
});

test('people are migrated to a new group; those without a direct license are left as they are', async () => {
  const [one, two] = [fakePerson(1), fakePerson(2)];
  const holdings = [fakeHolding(one, seat()), fakeHolding(two, seat({ path: via(group) }))];
  const { view, user, jobs } = await openDialog('migrate', [one, two], holdings, [fakeLicensedGroup()]);
  expect(await view.findByText('Joins the group, then loses the direct license.')).toBeInTheDocument();
  expect(view.getByText('Has no direct license. Nothing is sent.')).toBeInTheDocument();
  expect(view.getByText('1 of 2 will be migrated')).toBeInTheDocument();
  await user.click(view.getByRole('button', { name: 'Migrate' }));
  await waitFor(() => expect(jobs.plans).toHaveLength(1));
  expect(jobs.plans[0]).toMatchObject({
    operation: 'change-paths',
    subject: { kind: 'migrate-to-group', group: { name: 'Plover Notes licenses' } },
    items: [{ key: one.id }, { outcome: { kind: 'skipped', reason: 'not-held' } }],
  });
});

test('a group opens with what each member got, first those who need something', async () => {
  stubLayout();
  const [one, two, three] = [fakePerson(1), fakePerson(2), fakePerson(3)];
  const failed = { path: via(group), state: 'error', issue: 'usage-location' } as const;
  const { user } = await renderWithServices(
    <GroupPane
      product={product()}
      group={fakeLicensedGroup({ processing: 'processing' })}
      onClose={() => undefined}
    />,
    {
      services: {
        directory: fakeDirectory({
          readMembers: () => Promise.resolve({ people: [one, two, three], total: 3, next: undefined }),
          readComposition: () => Promise.resolve({ directUsers: 3, nestedGroups: 1 }),
        }),
        licensing: fakeLicensing({
          readHoldings: () =>
            Promise.resolve([
              fakeHolding(one, seat({ path: via(group) })),
              fakeHolding(two, seat(failed)),
              fakeHolding(three),
            ]),
        }),
      },
    },
  );
  const view = within(await screen.findByRole('dialog', { name: 'Sales EU' }));
  expect(await view.findByText('Person 2')).toBeInTheDocument();
  expect(view.queryByText('Person 1')).not.toBeInTheDocument();
  expect(view.getByText('Microsoft 365 is assigning licenses')).toBeInTheDocument();
  expect(await view.findByText(/^1 group is in this group\./)).toBeInTheDocument();
  await user.click(view.getByRole('button', { name: 'Successfully assigned 1' }));
  expect(view.getByText('Person 1')).toBeInTheDocument();
  await user.click(view.getByRole('button', { name: 'Not assigned yet 1' }));
  expect(view.getByText('Person 3')).toBeInTheDocument();
});

test('of a large group, more members are read only when asked, and no part is taken for the whole', async () => {
  stubLayout();
  const people = Array.from({ length: 500 }, (_, index) => fakePerson(index + 1));
  const readMembers = jest.fn(({ cursor }: { readonly cursor?: unknown } = {}) =>
    Promise.resolve(
      cursor === undefined
        ? { people, total: 501, next: 'more' }
        : { people: [fakePerson(501)], total: 501, next: undefined },
    ),
  );
  const { user } = await renderWithServices(
    <GroupPane product={product()} group={fakeLicensedGroup()} onClose={() => undefined} />,
    {
      services: {
        directory: fakeDirectory({ readMembers: (_id, options) => readMembers(options) }),
        licensing: fakeLicensing({
          readHoldings: (asked) =>
            Promise.resolve(asked.map((principal) => ({ principal, seats: [seat({ path: via(group) })] }))),
        }),
      },
    },
  );
  const view = within(await screen.findByRole('dialog', { name: 'Sales EU' }));
  expect(await view.findByText(/500 of 501 members loaded/)).toBeInTheDocument();
  expect(view.getByRole('button', { name: 'Successfully assigned 500+' })).toBeInTheDocument();
  expect(readMembers).toHaveBeenCalledTimes(1);
  await user.click(view.getByRole('button', { name: 'Load more members' }));
  expect(await view.findByRole('button', { name: 'Successfully assigned 501' })).toBeInTheDocument();
  expect(view.queryByRole('button', { name: 'Load more members' })).not.toBeInTheDocument();
});
