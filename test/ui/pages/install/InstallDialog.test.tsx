import { screen } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import type { InstallTarget } from '../../../../src/base/installTarget';
import { productSpaces, toProductKey, type ProductKey } from '../../../../src/licensing/keys';
import { InstallDialog } from '../../../../src/ui/pages/install/InstallDialog';
import type { InstallStep } from '../../../../src/install/planInstall';
import type { Services } from '../../../../src/ui/services';
import { fakeCatalogue, fakeEntry, fakeLicensing, fakeOwned, fakeRef } from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

const teamsApp: InstallTarget = { kind: 'teams-app', teamsAppId: 'app-1' };
const hostDialog: InstallStep = { kind: 'host-dialog', teamsAppId: 'app-1' };
const externalLink: InstallStep = {
  kind: 'external-link',
  url: 'https://market.example/plover',
  host: 'market.example',
};

interface Options {
  readonly target?: InstallTarget;
  readonly step?: InstallStep;
  readonly services?: Partial<Services>;
  readonly productKey?: ProductKey;
}

async function setup({ target, step = hostDialog, services = {}, productKey = fakeRef.product }: Options) {
  const ran: InstallStep[] = [];
  let closed = 0;
  const rendered = await renderWithServices(
    <InstallDialog productKey={productKey} onClose={() => (closed += 1)} />,
    {
      services: {
        licensing: fakeLicensing({ listProducts: () => Promise.resolve([fakeOwned()]) }),
        catalogue: fakeCatalogue(fakeEntry({ installTarget: target })),
        planInstall: () => step,
        runInstall: (planned) => {
          ran.push(planned);
          return Promise.resolve();
        },
        ...services,
      },
    },
  );
  return { ...rendered, ran, closed: () => closed };
}

test('a Teams app opens the dialog of the host, after saying so, and the result is not made up', async () => {
  const { user, ran } = await setup({ target: teamsApp });
  expect(screen.getByRole('dialog', { name: 'Install Plover Notes' })).toHaveTextContent(
    'The install dialog opens on top of this app',
  );
  expect(ran).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Open install dialog' }));
  expect(await screen.findByRole('status')).toHaveTextContent(
    "Teams doesn't report whether you added the product",
  );
  expect(ran).toEqual([hostDialog]);
  // The host's dialog took the focus, and the button that had it is gone.
  expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus();
});

test('a product of another site names the site before it opens', async () => {
  const { user, ran } = await setup({
    target: { kind: 'marketplace', url: externalLink.url },
    step: externalLink,
  });
  expect(screen.getByRole('dialog')).toHaveTextContent('You install this product on another site');
  await user.click(screen.getByRole('button', { name: 'Open market.example' }));
  expect(ran).toEqual([externalLink]);
  expect(await screen.findByRole('status')).toHaveTextContent('Continue at market.example');
});

test('a Teams app in a host without install dialog says why it leads away', async () => {
  await setup({ target: teamsApp, step: { ...externalLink, host: 'teams.microsoft.com' } });
  expect(screen.getByRole('dialog')).toHaveTextContent("There's no install dialog here");
});

test('an error is shown and can be retried', async () => {
  const { user } = await setup({
    target: teamsApp,
    services: { runInstall: () => Promise.reject(new AppError('host-unsupported')) },
  });
  await user.click(screen.getByRole('button', { name: 'Open install dialog' }));
  expect(await screen.findByRole('alert')).toHaveTextContent("You can't do this here");
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test.each([
  ['a product whose installation nobody knows', fakeRef.product],
  ['an unknown product', toProductKey(productSpaces.catalogue, 'nothing')],
])('%s can only be closed', async (_name, productKey) => {
  const { user, closed } = await setup({ target: undefined, productKey });
  expect(screen.getByRole('dialog')).toHaveTextContent("You can't install this product from here");
  expect(screen.getAllByRole('button')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(closed()).toBe(1);
});

test('a person without a license sees so before installing', async () => {
  await setup({ target: teamsApp });
  expect(screen.getByRole('dialog')).toHaveTextContent("You don't have a license for this product");
});
