import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { AppError } from '../../../../src/base/appError';
import type { UnlistedQuery } from '../../../../src/licensing/licensingAdapter';
import type { UnlistedHolding } from '../../../../src/licensing/types';
import { LicensesPage } from '../../../../src/ui/pages/licenses/LicensesPage';
import { startView } from '../../../../src/ui/pages/licenses/licensesView';
import type { Services } from '../../../../src/ui/services';
import { refOf } from '../../../licensing/support/samples';
import { fakeJobs, fakePlan } from '../../support/fakeJobs';
import {
  fakeCatalogue,
  fakeEntry,
  fakeLicensing,
  fakeOwned,
  memoryChoices,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

function Page() {
  const [view, setView] = useState(startView);
  return <LicensesPage view={view} onViewChange={setView} />;
}

const holding = (number: number, people: number | undefined): UnlistedHolding => ({
  ...refOf(number),
  people,
});

async function setup(answer: () => Promise<readonly UnlistedHolding[]>, services: Partial<Services> = {}) {
  const asked: UnlistedQuery[] = [];
  const rendered = await renderWithServices(<Page />, {
    services: {
      licensing: fakeLicensing({
        listProducts: () => Promise.resolve([fakeOwned()]),
        listUnlisted(query) {
          asked.push(query);
          return answer();
        },
      }),
      catalogue: fakeCatalogue(fakeEntry()),
      ...services,
    },
  });
  await waitFor(() => expect(asked).not.toEqual([]));
  return { ...rendered, asked };
}

/** Opens the group. */
async function findList(user: UserEvent) {
  const group = await screen.findByRole('region', { name: /^Nothing to assign.*no longer owned/ });
  await user.click(within(group).getByRole('button', { name: /^Nothing to assign/ }));
  return group;
}

test('products that are no longer listed and still held are there, with who has them and the way to their page', async () => {
  const choices = memoryChoices({
    [refOf(40).product]: { name: 'Our board' },
    [fakeOwned().key]: 'isv',
  });
  const jobs = fakeJobs();
  await jobs.plan(fakePlan(1, { products: [{ ...refOf(41), name: 'Gull Notes' }] }));
  const { asked, user } = await setup(
    () =>
      Promise.resolve([
        holding(40, 1),
        holding(41, 56),
        holding(42, undefined),
        { ...holding(43, 0), groups: 2 },
      ]),
    {
      choices,
      jobs,
    },
  );
  const list = await findList(user);
  expect(asked.at(-1)).toMatchObject({
    listed: [fakeOwned().key],
    known: [refOf(40).product, refOf(41).product],
  });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/Our board.*1 person still has a license · Your organization no longer owns/),
      expect.stringMatching(/Gull Notes.*56 people still have a license/),
      expect.stringContaining("We couldn't check whether people still have a license."),
      expect.stringMatching(/2 groups still assign it/),
    ]),
  );
  // The number beside the filters counts everything shown.
  expect(await screen.findByText('5 products')).toBeInTheDocument();
  expect(within(list).getByRole('link', { name: 'Gull Notes' })).toHaveAttribute(
    'href',
    expect.stringContaining(encodeURIComponent(refOf(41).product)),
  );
});

test("a product that the admin hid or that is Microsoft's stays out, and so does the list where nothing is in it", async () => {
  const choices = memoryChoices({ [refOf(40).product]: 'hidden' });
  const catalogue = fakeCatalogue(fakeEntry({ owner: 'microsoft', skuIds: [refOf(41).product.slice(4)] }));
  const { user } = await setup(() => Promise.resolve([holding(40, 5), holding(41, 6)]), {
    choices,
    catalogue,
  });
  expect(screen.queryByRole('region', { name: /Nothing to assign/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'View' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Show hidden' }));
  await user.keyboard('{Escape}');
  expect(within(await findList(user)).getAllByRole('listitem')).toHaveLength(1);
});

test('where nothing could be read of a product that is known, the page says so', async () => {
  const choices = memoryChoices({ [refOf(40).product]: 'isv' });
  await setup(() => Promise.reject(new AppError('offline')), { choices });
  expect(
    await screen.findByText(
      "We couldn't check whether people still have licenses of products that are no longer listed.",
    ),
  ).toBeInTheDocument();
});
