import { screen } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import type { Directory } from '../../../../src/directory/types';
import { MethodPicker } from '../../../../src/ui/pages/assign/MethodPicker';
import { fakeGroup, fakeHolding, fakePerson, fakeSeat } from '../../support/fakeHolders';
import { fakeProduct } from '../../support/fakeProduct';
import { fakeDirectory, fakeLicensing, fakeRef } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

test('with several products the way through a group is off, and it is said why', async () => {
  await renderWithServices(
    <MethodPicker
      product={fakeProduct()}
      people={600}
      offer="several-products"
      method={{ kind: 'direct' }}
      onChange={() => undefined}
    />,
  );
  expect(screen.getByRole('radio', { name: /Assign directly to each person/ })).toBeChecked();
  expect(screen.getByRole('radio', { name: /Assign through a group/ })).toBeDisabled();
  expect(
    screen.getByText(/You can't use this with several products\. A group assigns all of them/),
  ).toBeInTheDocument();
});

async function chooseGroup(readComposition: Directory['readComposition'], isGroupRead = true) {
  await renderWithServices(
    <MethodPicker
      product={{ ...fakeProduct(), key: fakeRef.product }}
      people={600}
      offer="offered"
      method={{ kind: 'existing-group', group: fakeGroup() }}
      onChange={() => undefined}
    />,
    {
      services: {
        directory: fakeDirectory({ readComposition }),
        licensing: fakeLicensing({
          readHoldings: (principals) =>
            Promise.resolve(
              principals.map(({ kind, id }) =>
                kind === 'user' && id === fakePerson(1).id
                  ? fakeHolding(fakePerson(1), fakeSeat())
                  : { principal: { kind, id }, seats: [], isIncomplete: kind === 'group' && !isGroupRead },
              ),
            ),
        }),
      },
    },
  );
}

test('of those who are in a group already only who lacks the product takes a seat', async () => {
  const userIds = [1, 2, 3].map((number) => fakePerson(number).id);
  await chooseGroup(() => Promise.resolve({ directUsers: 3, nestedGroups: 0, userIds }));
  expect(await screen.findByText(/2 people who are already in it also get the product/)).toBeInTheDocument();
});

test('a group of unknown size is not taken for an empty one', async () => {
  await chooseGroup(() => Promise.reject(new AppError('forbidden')));
  expect(await screen.findByText(/We don't know the size of this group/)).toBeInTheDocument();
});

test('a group of which it could not be read what it gives is not taken for one that gives nothing', async () => {
  const userIds = [1, 2, 3].map((number) => fakePerson(number).id);
  await chooseGroup(() => Promise.resolve({ directUsers: 3, nestedGroups: 0, userIds }), false);
  expect(
    await screen.findByText(
      "We couldn't read the licenses of this group. The 3 people who are already in it might also get the product.",
    ),
  ).toBeInTheDocument();
});
