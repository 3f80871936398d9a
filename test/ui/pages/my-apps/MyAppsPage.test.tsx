import { refOf } from '../../../licensing/support/samples';
import { screen, waitFor, within } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import type { InstallStep } from '../../../../src/install/planInstall';
import { poolSpaces, productSpaces, toPoolKey, toProductKey } from '../../../../src/licensing/keys';
import type { Seat } from '../../../../src/licensing/types';
import { MyAppsPage } from '../../../../src/ui/pages/my-apps/MyAppsPage';
import type { Services } from '../../../../src/ui/services';
import {
  fakeCatalogue,
  fakeEntry,
  fakeLicensing,
  fakeMe,
  fakeOwned,
  fakeRef,
} from '../../support/fakeServices';
import { renderWithServices } from '../../support/renderWithServices';

const otherSkuId = '20000000-0000-4000-8000-000000000002';
const firstPartySkuId = '20000000-0000-4000-8000-000000000003';
const ownedProduct = fakeOwned();
const other = fakeOwned({ skuId: otherSkuId, partNumber: 'DIPPER' });
const firstParty = fakeOwned({ skuId: firstPartySkuId, partNumber: 'SPE_E3' });

const hostDialog: InstallStep = { kind: 'host-dialog', teamsAppId: 'app-1' };
const externalLink: InstallStep = {
  kind: 'external-link',
  url: 'https://market.example/plover',
  host: 'market.example',
};

const seat = (over: Partial<Seat> = {}): Seat => ({
  ...fakeRef,
  path: { kind: 'direct' },
  state: 'active',
  issue: undefined,
  disabledPlanIds: [],
  updatedAt: undefined,
  ...over,
});

function setup(seats: readonly Seat[], services: Partial<Services> = {}) {
  return renderWithServices(<MyAppsPage />, {
    services: {
      me: fakeMe('own-apps'),
      licensing: fakeLicensing({
        listProducts: () => Promise.resolve([ownedProduct, other, firstParty]),
        readOwnSeats: () => Promise.resolve(seats),
      }),
      catalogue: fakeCatalogue(
        fakeEntry({ installTarget: { kind: 'teams-app', teamsAppId: 'app-1' } }),
        fakeEntry({ id: 'dipper', name: 'Dipper Desk', publisher: 'Dipper', skuIds: [otherSkuId] }),
        fakeEntry({ id: 'e3', name: 'Microsoft 365 E3', owner: 'microsoft', skuIds: [firstPartySkuId] }),
      ),
      ...services,
    },
  });
}

const apps = () => within(screen.getByRole('region', { name: 'My apps' })).getAllByRole('listitem');

test('shows each app that the person holds once, with every way it was given', async () => {
  await setup([
    seat(),
    seat({ path: { kind: 'group', groupId: 'g1', groupName: 'Sales EU' } }),
    seat({ path: { kind: 'group', groupId: 'g2', groupName: undefined } }),
  ]);
  expect(apps()).toHaveLength(1);
  expect(apps()[0]).toHaveTextContent('Plover Notes');
  expect(apps()[0]).toHaveTextContent('Assigned to you · Via Sales EU and a group');
  expect(apps()[0]).toHaveTextContent('Ready to use');
});

test('an app that the organization no longer owns is shown as off while the person holds it', async () => {
  await setup([], {
    licensing: fakeLicensing({
      listProducts: () => Promise.resolve([other]),
      readOwnSeats: () =>
        Promise.resolve([seat(), seat({ ...refOf('20000000-0000-4000-8000-000000000009') })]),
    }),
  });
  // Of the second one only an id is known, so it may be Microsoft's.
  expect(apps()).toHaveLength(1);
  expect(apps()[0]).toHaveTextContent('Plover Notes');
  expect(within(apps()[0] ?? document.body).queryByText('Active')).not.toBeInTheDocument();
  expect(screen.getByText(/You also have a license for 1 product whose name/)).toBeInTheDocument();
});

test('licenses of products of which only an id is known are no empty page', async () => {
  const product = toProductKey(productSpaces.offer, 'G2ALO6SPZNK7:0001');
  const pool = toPoolKey(poolSpaces.allotment, 'allotment-1');
  await setup([], {
    licensing: fakeLicensing({
      listProducts: () => Promise.resolve([other]),
      readOwnSeats: () => Promise.resolve([seat({ product, pool })]),
    }),
  });
  expect(screen.getByText(/1 product whose name/)).toBeInTheDocument();
  expect(screen.queryByText("You don't have any ISV apps yet")).not.toBeInTheDocument();
});

test("Install opens the host's own dialog at once, and says what is known of the result", async () => {
  const ran: InstallStep[] = [];
  const { user } = await setup([seat()], {
    planInstall: () => hostDialog,
    runInstall: (step) => Promise.resolve(void ran.push(step)),
  });
  const status = within(apps()[0] ?? document.body).getByRole('status');
  expect(status).toBeEmptyDOMElement();
  await user.click(screen.getByRole('button', { name: 'Install Plover Notes' }));
  expect(ran).toEqual([hostDialog]);
  await waitFor(() => expect(status).toHaveTextContent(/Teams doesn't report whether you added the product/));
  expect(window.location.hash).not.toContain('/install/');
});

test("a double click opens the host's dialog once, and its button has the focus after it", async () => {
  const ends: (() => void)[] = [];
  const { user } = await setup([seat()], {
    planInstall: () => hostDialog,
    runInstall: () => new Promise((resolve) => ends.push(resolve)),
  });
  const button = screen.getByRole('button', { name: 'Install Plover Notes' });
  await user.dblClick(button);
  expect(ends).toHaveLength(1);
  button.blur();
  ends[0]?.();
  await waitFor(() => expect(button).toHaveFocus());
});

test('no button of the page is louder than the others', async () => {
  await setup([seat()]);
  const { className } = screen.getByRole('button', { name: 'Install Plover Notes' });
  expect(className).toBe(screen.getByRole('button', { name: 'Request Dipper Desk' }).className);
});

test.each([
  ['leads to another site', { planInstall: () => externalLink }],
  [
    'fails',
    { planInstall: () => hostDialog, runInstall: () => Promise.reject(new AppError('host-unsupported')) },
  ],
])('an installation that %s is asked about first', async (_name, services) => {
  const { user } = await setup([seat()], services);
  await user.click(screen.getByRole('button', { name: 'Install Plover Notes' }));
  await waitFor(() =>
    expect(window.location.pathname + window.location.hash).toContain(
      `/install/${encodeURIComponent(ownedProduct.key)}`,
    ),
  );
});

test('a seat in error says that an administrator can help', async () => {
  await setup([seat({ state: 'error', issue: 'usage-location' })]);
  expect(apps()[0]).toHaveTextContent("There's an issue with your license");
});

test('one working path is enough', async () => {
  await setup([seat({ state: 'error' }), seat()]);
  expect(apps()[0]).toHaveTextContent('Ready to use');
});

test('an app without a license can be asked for with a text to copy, which names the person', async () => {
  const { user } = await setup([seat()]);
  const copied: string[] = [];
  jest.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    copied.push(text);
    return Promise.resolve();
  });
  const others = screen.getByRole('region', { name: 'Other apps of your organization' });
  expect(within(others).getAllByRole('listitem')).toHaveLength(1);
  await user.click(within(others).getByRole('button', { name: 'Request Dipper Desk' }));
  const dialog = await screen.findByRole('dialog', { name: 'Request Dipper Desk' });
  const text = within(dialog).getByRole('textbox', { name: 'Text to send' });
  expect(text).toHaveTextContent('Ylva Tornberg (ylva.tornberg@wrenfold.example)');
  await user.click(within(dialog).getByRole('button', { name: 'Copy text' }));
  expect(copied).toEqual([expect.stringContaining('Dipper Desk')]);
  expect(within(dialog).getByRole('button', { name: 'Copied' })).toBeInTheDocument();
});

test('the text is sent in Teams, or by mail, and a link that Teams refuses is said', async () => {
  const opened: string[] = [];
  let isRefused = true;
  const { user } = await setup([seat()], {
    openExternal: (url) => {
      opened.push(url);
      return isRefused ? Promise.reject(new AppError('host-unsupported')) : Promise.resolve();
    },
  });
  await user.click(screen.getByRole('button', { name: 'Request Dipper Desk' }));
  const dialog = await screen.findByRole('dialog');
  const mail = within(dialog).getByRole('link', { name: 'Send mail' }).getAttribute('href') ?? '';
  expect(decodeURIComponent(mail)).toMatch(
    /^mailto:\?subject=Request Dipper Desk&body=Hello,\s+I'd like a license/,
  );
  await user.click(within(dialog).getByRole('button', { name: 'Send in Teams' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent("You can't do this here");
  isRefused = false;
  await user.click(within(dialog).getByRole('button', { name: 'Send in Teams' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  const chat = new URL(opened.at(-1) ?? '');
  expect(chat.origin + chat.pathname).toBe('https://teams.microsoft.com/l/chat/0/0');
  expect(chat.searchParams.get('message')).toContain('Dipper Desk');
});

test('links below the apps come with them, so that they stay where they are', async () => {
  const links = <MyAppsPage>links</MyAppsPage>;
  const { unmount } = await renderWithServices(links, {
    isHeldBack: true,
    services: { licensing: fakeLicensing({ listProducts: () => new Promise(() => undefined) }) },
  });
  expect(screen.queryByText('links')).not.toBeInTheDocument();
  unmount();
  await renderWithServices(links);
  expect(screen.getByText('links')).toBeInTheDocument();
});

test('a person without any license sees so', async () => {
  await setup([]);
  expect(screen.getByRole('heading', { name: "You don't have any ISV apps yet" })).toBeInTheDocument();
});

test('a guest who may not see the products sees so, without a hint to ask for a role, and can ask for access', async () => {
  const { user } = await setup([], {
    licensing: fakeLicensing({
      listProducts: () => Promise.reject(new AppError('forbidden')),
      readOwnSeats: () => Promise.resolve([seat()]),
    }),
  });
  expect(await screen.findByRole('heading', { name: "We can't show your apps here" })).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Request access' }));
  const dialog = await screen.findByRole('dialog', { name: 'Request access' });
  const text = within(dialog).getByRole('textbox');
  expect(text).toHaveTextContent(/Which of them .* My account: Ylva Tornberg/);
  // A host may deny the clipboard, which is said, and the text is selected to be copied by hand.
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  await user.click(within(dialog).getByRole('button', { name: 'Copy text' }));
  await waitFor(() => expect(text).toHaveFocus());
  expect(text).toHaveAccessibleDescription("This app can't copy here. Select the text and copy it.");
});

test('an error is shown and the seats can be read again', async () => {
  let tries = 0;
  const readOwnSeats = () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new AppError('timed-out')) : Promise.resolve([seat()]);
  };
  const { user } = await setup([], {
    licensing: fakeLicensing({ listProducts: () => Promise.resolve([ownedProduct]), readOwnSeats }),
  });
  expect(screen.getByRole('alert')).toHaveTextContent('The request timed out');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Plover Notes')).toBeInTheDocument();
});
