import { screen } from '@testing-library/react';
import { ConfigurePage } from '../../../../src/ui/pages/configure/ConfigurePage';
import type { TabChoice } from '../../../../src/ui/pages/configure/ConfigurePage';
import { fakeCatalogue, fakeEntry, fakeLicensing, fakeOwned, fakeRef } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

async function setup(isAvailable = true) {
  const choices: (TabChoice | undefined)[] = [];
  const choose = (choice: TabChoice | undefined): void => void choices.push(choice);
  const rendered = await renderWithServices(<ConfigurePage isAvailable={isAvailable} onChoose={choose} />, {
    services: {
      licensing: fakeLicensing({ listProducts: () => Promise.resolve([fakeOwned()]) }),
      catalogue: fakeCatalogue(fakeEntry()),
    },
  });
  return { ...rendered, last: () => choices.at(-1) };
}

test('Licenses is chosen at first, so that the tab can be saved at once', async () => {
  const { last } = await setup();
  expect(screen.getByRole('radio', { name: /^Licenses/ })).toBeChecked();
  expect(last()).toEqual({ route: '/licenses', name: 'Licenses' });
});

test('My apps can be chosen', async () => {
  const { user, last } = await setup();
  await user.click(screen.getByRole('radio', { name: /^My apps/ }));
  expect(last()).toEqual({ route: '/my-apps', name: 'My apps' });
});

test('one product is complete only when the product is named', async () => {
  const { user, last } = await setup();
  await user.click(screen.getByRole('radio', { name: /^One product/ }));
  expect(last()).toBeUndefined();
  await user.selectOptions(screen.getByRole('combobox', { name: /Product/ }), 'Plover Notes');
  const route = `/products/${encodeURIComponent(fakeRef.product)}`;
  expect(last()).toEqual({ route, name: 'Plover Notes' });
});

test('outside the settings of a tab it says where it belongs', async () => {
  await setup(false);
  expect(screen.getByText(/is for setting up a tab/)).toBeInTheDocument();
  expect(screen.queryByRole('radio')).not.toBeInTheDocument();
});
