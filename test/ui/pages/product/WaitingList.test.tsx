import { screen, within } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import { poolSpaces, toPoolKey } from '../../../../src/licensing/keys';
import type { OwnedProduct, WaitingList as Waiting } from '../../../../src/licensing/types';
import { WaitingList } from '../../../../src/ui/pages/product/WaitingList';
import { fakeLicensing, fakeUser } from '../../support/fakeServices';
import { fakeProduct } from '../../support/fakeProduct';
import { renderWithServices } from '../../support/renderWithServices';

const pool = toPoolKey(poolSpaces.allotment, 'OV3HO6DZPIZDGNBV');

async function renderList(read: () => Promise<Waiting | undefined>, doors: OwnedProduct['doors']) {
  const listWaitingMembers = jest.fn(read);
  const product = fakeProduct();
  const owned = { ...product.owned, ...(doors && { doors }) };
  const { user } = await renderWithServices(<WaitingList product={{ ...product, owned }} />, {
    services: { licensing: fakeLicensing({ listWaitingMembers }) },
  });
  return { listWaitingMembers, user };
}

test('people who wait are shown in the order of the line, with their place and since when', async () => {
  const people = ['Ada', 'Bo'].map((displayName, index) => ({
    user: fakeUser({ id: displayName, displayName }),
    pool,
    since: index === 0 ? '2031-02-01T00:00:00Z' : undefined,
    place: index + 1,
  }));
  const { user } = await renderList(() => Promise.resolve({ people, unread: 1 }), ['cloud-licensing']);
  expect(await screen.findByRole('heading', { name: '3 people wait for a license' })).toBeVisible();
  // They stand in the list of people already, so the line is for those who want to know who is next.
  expect(screen.queryByRole('list')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show the line', expanded: false }));
  const [first, second] = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(first).toHaveTextContent(/Ada.*Number 1 in line · Waiting since: 1 Feb 2031/);
  expect(second).toHaveTextContent(/Bo.*Number 2 in line · Waiting since: Not known/);
  expect(screen.getByText('1 more person waits.')).toBeVisible();
});

test('a failure to read them is said', async () => {
  await renderList(
    () => Promise.reject(new AppError('service-unavailable')),
    ['directory', 'cloud-licensing'],
  );
  expect(await screen.findByText("We couldn't read who waits for a license.")).toBeVisible();
});

test('nothing is read of a product that cloud licensing does not list', async () => {
  const { listWaitingMembers } = await renderList(() => Promise.resolve({ people: [] }), undefined);
  expect(listWaitingMembers).not.toHaveBeenCalled();
});
