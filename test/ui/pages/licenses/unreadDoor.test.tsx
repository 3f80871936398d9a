import { screen, waitFor } from '@testing-library/react';
import { roles } from '../../../../src/directory/roles';
import type { DoorState } from '../../../../src/licensing/door';
import { LicensesPage } from '../../../../src/ui/pages/licenses/LicensesPage';
import { startView } from '../../../../src/ui/pages/licenses/licensesView';
import { ProductPage } from '../../../../src/ui/pages/product/ProductPage';
import { toProductKey, productSpaces } from '../../../../src/licensing/keys';
import { fakeDoors, fakeLicensing, fakeMe } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

const ignore = () => undefined;

function servicesWith(state: DoorState, wasKnown = false, roleTemplateIds: readonly string[] = []) {
  return {
    me: { ...fakeMe(), roleTemplateIds },
    licensing: {
      ...fakeLicensing(),
      listProducts: () => Promise.resolve([]),
      readDoors: () => Promise.resolve(new Map([['cloud-licensing' as const, state]])),
    },
    openDoors: () => Promise.resolve(fakeDoors({ wasCloudKnown: () => wasKnown })),
  };
}

test('where all products may be in a door that needs a permission, nothing is counted and the offer is on top', async () => {
  const services = servicesWith({ kind: 'needs-consent' });
  await renderWithServices(<LicensesPage view={startView} onViewChange={ignore} />, { services });
  const offer = await screen.findByText(/need one more permission to be seen/);
  // Who can't agree for the organization gets the link for someone who can.
  expect(offer).toHaveTextContent(/Copy the link and send it/);
  expect(screen.getByRole('button', { name: 'Request permission' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Copy link for an admin' })).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByText('No ISV products yet')).not.toBeInTheDocument());
  expect(screen.getByText('Seats not known')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /^Full/ })).toHaveTextContent('Not known');
});

test.each([
  ['does not answer now', { kind: 'unknown', because: 'service-unavailable' }, /couldn't be read/],
  ['closed since it was known', { kind: 'closed', because: 'forbidden' }, /can't be read anymore/],
] as const)('it is said on the start page where the door %s', async (_name, state, text) => {
  const services = servicesWith(state, true);
  await renderWithServices(<LicensesPage view={startView} onViewChange={ignore} />, { services });
  expect(await screen.findByText(text)).toBeInTheDocument();
  expect(await screen.findByText('Seats not known')).toBeInTheDocument();
});

test('a link to a product of a door that needs a permission offers to give it', async () => {
  const services = servicesWith({ kind: 'needs-consent' }, false, [roles.globalAdministrator]);
  await renderWithServices(
    <ProductPage
      productKey={toProductKey(productSpaces.offer, 'G2ALO6SPZNK7:0001')}
      tab="users"
      onTabChange={ignore}
      onAssign={ignore}
      onInstall={ignore}
      onBack={ignore}
    />,
    { services },
  );
  expect(await screen.findByText(/might be in cloud licensing/)).toBeInTheDocument();
  expect(await screen.findByRole('button', { name: 'Give permission' })).toBeInTheDocument();
});
