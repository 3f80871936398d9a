import { screen, within } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import type { LicensingAdapter } from '../../../../src/licensing/licensingAdapter';
import type { Me } from '../../../../src/directory/types';
import { IssuesPage } from '../../../../src/ui/pages/issues/IssuesPage';
import { fakeGroup, fakeHolder, fakePerson, fakeSeat, via } from '../../support/fakeHolders';
import { fakeJobs } from '../../support/fakeJobs';
import {
  fakeCatalogue,
  fakeEntry,
  fakeLicensing,
  fakeMe,
  fakeOwned,
  fakeRef,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

const otherSkuId = '20000000-0000-4000-8000-000000000002';
const inError = (issue: 'other' | 'not-enough-licenses' | 'usage-location') =>
  fakeSeat({ path: via(fakeGroup()), state: 'error', issue });

async function setup(over: Partial<LicensingAdapter>, access?: Me['access']) {
  stubLayout();
  const jobs = fakeJobs();
  const { user } = await renderWithServices(<IssuesPage />, {
    services: {
      me: fakeMe(access),
      jobs,
      catalogue: fakeCatalogue(fakeEntry(), fakeEntry({ skuIds: [otherSkuId], name: 'Plover Sheets' })),
      licensing: fakeLicensing({
        listProducts: () => Promise.resolve([fakeOwned(), fakeOwned({ skuId: otherSkuId })]),
        ...over,
      }),
    },
  });
  return { user, jobs };
}

test('people are listed by cause, one product that fails is named, and all of a cause are reprocessed as a job', async () => {
  const people = [
    fakeHolder(fakePerson(1), inError('usage-location')),
    fakeHolder(fakePerson(2), inError('other')),
    fakeHolder(fakePerson(3), inError('other')),
  ];
  const { user, jobs } = await setup({
    listPeopleWithIssues: (product) =>
      product === fakeRef.product
        ? Promise.resolve({ people, unreadGroups: [] })
        : Promise.reject(new AppError('service-unavailable')),
  });
  const grid = await screen.findByRole('grid', { name: 'People with issues' });
  expect(within(grid).getByText(/Usage location missing or not allowed \(1\)/)).toBeInTheDocument();
  expect(within(grid).getByText(/Other issue \(2\)/)).toBeInTheDocument();
  expect(screen.getByText("We couldn't read the issues of Plover Sheets.")).toBeInTheDocument();
  expect(screen.getByText(/At least 3 people/)).toBeInTheDocument();
  await user.click(within(grid).getByRole('button', { name: /^Reprocess: Other issue/ }));
  const dialog = await screen.findByRole('dialog', { hidden: true });
  expect(within(dialog).getByText(/This can't be undone/)).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Reprocess', hidden: true }));
  await screen.findAllByText(/./);
  expect(jobs.plans).toMatchObject([{ operation: 'reprocess', items: [{}, {}] }]);
});

test('a reader sees the actions off with the reason, and no issues at all are said', async () => {
  const people = [fakeHolder(fakePerson(1), inError('other'))];
  await setup(
    {
      listPeopleWithIssues: (product) =>
        Promise.resolve({ people: product === fakeRef.product ? people : [], unreadGroups: [] }),
    },
    'read',
  );
  const button = await screen.findByRole('button', { name: /^Reprocess: Other issue/ });
  expect(button).toHaveAttribute('aria-disabled', 'true');
});

test('where nobody has an issue, the page says so', async () => {
  await setup({ listPeopleWithIssues: () => Promise.resolve({ people: [], unreadGroups: [] }) });
  expect(await screen.findByText('No issues')).toBeInTheDocument();
});

test("where cloud licensing couldn't be read, the page doesn't say that nobody has an issue", async () => {
  await setup({
    listPeopleWithIssues: () => Promise.resolve({ people: [], unreadGroups: [] }),
    readDoors: () =>
      Promise.resolve(new Map([['cloud-licensing', { kind: 'unknown', because: 'service-unavailable' }]])),
  });
  expect(await screen.findByText('No issues in what we could read')).toBeInTheDocument();
  expect(screen.getByText(/kept in cloud licensing couldn't be read/)).toBeInTheDocument();
});
