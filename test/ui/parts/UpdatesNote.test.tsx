import { screen } from '@testing-library/react';
import type {
  MissingChange,
  ProductUpdate,
} from '../../../src/license-jobs/recent-changes/createRecentChanges';
import { JobDifferences, ProductDifferences } from '../../../src/ui/parts/UpdatesNote';
import { fakePerson } from '../support/fakeHolders';
import { fakeRef, testNow } from '../support/fakeServices';
import { renderWithServices } from '../support/renderWithServices';

const update: ProductUpdate = {
  product: fakeRef.product,
  name: 'Plover Notes',
  isUpdating: false,
  areSeatsUpdating: false,
  lastChangeAt: testNow,
  missing: [],
  seats: undefined,
};

const missing = (number: number, isAssigned: boolean, jobId = 'job-1'): MissingChange => ({
  jobId,
  principal: fakePerson(number),
  isAssigned,
});

async function show(element: Parameters<typeof renderWithServices>[0], ...updates: readonly ProductUpdate[]) {
  return renderWithServices(element, {
    services: {
      openRecentChanges: () =>
        Promise.resolve({
          updates: () => updates,
          subscribe: () => () => undefined,
          nextToRead: () => [],
        }),
    },
  });
}

const page = <ProductDifferences product={fakeRef.product} />;

test('nothing is said where readings agree, or while Microsoft 365 is still working', async () => {
  await show(page, { ...update, isUpdating: true });
  expect(screen.queryByText('Microsoft 365 shows something different')).not.toBeInTheDocument();
});

test('what Microsoft 365 does not show in time is named: who, and how many seats', async () => {
  await show(page, {
    ...update,
    missing: [missing(1, true), missing(2, false), missing(3, false)],
    seats: { expected: 6, shown: 1 },
  });
  expect(await screen.findByText('Microsoft 365 shows something different')).toBeInTheDocument();
  expect(
    screen.getByText(
      /Assigned or changed here, but not shown there: Person 1\. Removed here, but still shown there: Person 2 and Person 3\. Expected 6 assigned seats, but 1 is shown\./,
    ),
  ).toBeInTheDocument();
});

test('of many people ten are named and the others counted', async () => {
  await show(page, {
    ...update,
    missing: Array.from({ length: 13 }, (_, index) => missing(index + 1, true)),
  });
  expect(await screen.findByText(/Person 10,? and 3 others\./)).toBeInTheDocument();
  expect(screen.queryByText(/Person 11/)).not.toBeInTheDocument();
});

test('the panel of a job names the people of this job alone, and no number of seats', async () => {
  await show(<JobDifferences jobId="job-1" />, {
    ...update,
    missing: [missing(1, true), missing(2, true, 'job-2')],
    seats: { expected: 6, shown: 1 },
  });
  expect(await screen.findByText(/not shown there: Person 1\./)).toBeInTheDocument();
  expect(screen.queryByText(/Person 2|Expected/)).not.toBeInTheDocument();
});
