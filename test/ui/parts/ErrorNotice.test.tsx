import { act, screen, waitFor } from '@testing-library/react';
import { AppError } from '../../../src/base/appError';
import { ErrorNotice } from '../../../src/ui/parts/ErrorNotice';
import { ReloadButton } from '../../../src/ui/parts/ReloadButton';
import { fakeMe } from '../support/fakeServices';
import { renderWithServices } from '../support/renderWithServices';

test('words come from the catalogue, never from the service', async () => {
  const error = new AppError('forbidden', { requestId: 'r-7', serviceMessage: 'Insufficient privileges' });
  const { user } = await renderWithServices(<ErrorNotice error={error} />);
  const alert = screen.getByRole('alert');
  expect(alert).toHaveTextContent("Your account can't do this");
  // What support needs is a click away, so that the message fits on a line.
  expect(screen.getByText('Request ID: r-7')).not.toBeVisible();
  await user.click(screen.getByText('Details'));
  expect(screen.getByText('Request ID: r-7')).toBeVisible();
  expect(alert).not.toHaveTextContent('Insufficient');
});

test('what is no AppError counts as a fault of the app', async () => {
  await renderWithServices(<ErrorNotice error={new TypeError('x is undefined')} />);
  expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong in this app');
});

test('without a way to try again there is no button', async () => {
  await renderWithServices(<ErrorNotice error={new AppError('offline')} />);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('faults are listed', async () => {
  await renderWithServices(
    <ErrorNotice error={new AppError('catalogue-invalid', { faults: ['a: 1', 'b: 2'] })} />,
  );
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
});

test('a rejected request for consent is shown in place', async () => {
  const { user } = await renderWithServices(<ErrorNotice error={new AppError('consent-needed')} />, {
    services: { askConsent: () => Promise.reject(new AppError('popup-blocked')) },
  });
  await user.click(screen.getByRole('button', { name: 'Request permission' }));
  expect(await screen.findByRole('status')).toHaveTextContent('Your browser blocked the sign-in window');
});

test('admins who may consent for the organization can do so, and others see who may', async () => {
  const error = new AppError('consent-needed');
  const { unmount } = await renderWithServices(<ErrorNotice error={error} />);
  expect(await screen.findByRole('button', { name: 'Request permission' })).toBeInTheDocument();
  expect(screen.getByText(/^An admin can grant permission/)).toBeInTheDocument();
  unmount();
  const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
  await renderWithServices(<ErrorNotice error={error} />, {
    services: { me: { ...fakeMe(), roleTemplateIds: [globalAdministrator] } },
  });
  expect(await screen.findByRole('button', { name: 'Grant permission' })).toBeInTheDocument();
  expect(screen.getByText(/^Your role lets you grant permission/)).toBeInTheDocument();
});

test('a lost sign-in offers to sign in, and goes on afterwards', async () => {
  let retries = 0;
  const { user } = await renderWithServices(
    <ErrorNotice error={new AppError('sign-in-needed')} onRetry={() => (retries += 1)} />,
  );
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(retries).toBe(1);
  expect(screen.queryByText(/adminconsent/)).not.toBeInTheDocument();
});

test('a host that denies the clipboard leaves the link for an administrator to be copied by hand', async () => {
  const { user } = await renderWithServices(<ErrorNotice error={new AppError('consent-needed')} />);
  jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  await user.click(await screen.findByRole('button', { name: 'Copy link for an admin' }));
  expect(await screen.findByText(/adminconsent/)).toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent("This app can't copy here.");
});

test('a reload without a connection waits for one, and says so', async () => {
  let reloads = 0;
  const { user } = await renderWithServices(<ReloadButton reload={() => (reloads += 1)} />);
  const setOnline = (isOnline: boolean): void => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: isOnline });
    act(() => void window.dispatchEvent(new Event(isOnline ? 'online' : 'offline')));
  };
  setOnline(false);
  await user.click(screen.getByRole('button', { name: 'Reload the app' }));
  expect(screen.getByRole('status')).toHaveTextContent("You're offline.");
  expect(reloads).toBe(0);
  setOnline(true);
  await waitFor(() => expect(reloads).toBe(1));
  Reflect.deleteProperty(navigator, 'onLine');
});
