import { act, render, screen, waitFor } from '@testing-library/react';
import {
  changeQuery,
  currentRoute,
  goBack,
  goUp,
  navigate,
  useAddress,
} from '../../../src/app/shell/browserHistory';
import { takeBackSteps } from '../../../src/app/shell/ModalSupport';
import { useBackStep } from '../../../src/ui/parts/useBackStep';
import { fakeHost } from '../support/fakeParts';

function Route() {
  const [route] = useAddress();
  return <output>{route}</output>;
}

/** An app that was opened at a route, with nothing of it in the history. */
async function open(route: string) {
  history.pushState(null, '', `#${route}`);
  await act(async () => Promise.resolve(render(<Route />)));
  const isAt = (expected: string) =>
    waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(new RegExp(`^${expected}$`)));
  return { isAt, go: (to: string) => act(() => navigate(to)) };
}

/** Follows a link, which the browser does by itself. */
const follow = (route: string) => act(() => void (location.hash = `#${route}`));

test('each step of the app, by a link or by itself, is one step back', async () => {
  const { isAt, go } = await open('/licenses');
  follow('/products/a');
  await isAt('/products/a');
  go('/products/a/assign');
  go('/products/a/assign');
  expect(goBack()).toBe(true);
  await isAt('/products/a');
  expect(goBack()).toBe(true);
  await isAt('/licenses');
  expect(goBack()).toBe(false);
});

test('closing a pane is a step back to where it was opened, and takes its place where it was opened by a link', async () => {
  const { isAt, go } = await open('/products/a?filter=issues');
  go('/products/a/assign?filter=issues');
  act(() => goUp('/products/a'));
  await isAt('/products/a\\?filter=issues');
  expect(goBack()).toBe(false);
  go('/jobs');
  go('/products/a/assign');
  act(() => goUp('/products/a'));
  await isAt('/products/a');
  expect(goBack()).toBe(true);
  await isAt('/jobs');
});

test('the view changes in its place, beside the search of the page itself, and drops what a link brought along', async () => {
  history.pushState(null, '', '?tenant=x');
  const { isAt } = await open('/licenses?utm=mail&sort=name#part');
  act(() => changeQuery({ filter: 'noneLeft' }));
  await isAt('/licenses\\?sort=name&filter=noneLeft');
  expect(location.search).toBe('?tenant=x');
  act(() => changeQuery({ filter: '', sort: '' }));
  await isAt('/licenses');
  expect(goBack()).toBe(false);
});

describe('Back of the host', () => {
  async function openInHost(route: string) {
    const host = fakeHost();
    const opened = await open(route);
    const stop = takeBackSteps(host);
    return { ...opened, host, stop };
  }

  test('goes from the pane to the product, to where the person came from, and then leaves the app', async () => {
    const { isAt, go, host, stop } = await openInHost('/jobs/1');
    go('/products/a');
    go('/products/a/assign');
    expect(host.pressBack()).toBe(true);
    await isAt('/products/a');
    expect(host.pressBack()).toBe(true);
    await isAt('/jobs/1');
    expect(host.pressBack()).toBe(true);
    await isAt('/jobs');
    expect(host.pressBack()).toBe(false);
    expect(currentRoute()).toBe('/jobs');
    stop();
  });

  test('goes from a pane that a deep link opened to its product and to the list', async () => {
    const { isAt, host, stop } = await openInHost('/products/a/assign');
    for (const expected of ['/products/a', '/licenses']) {
      let isTaken = false;
      act(() => void (isTaken = host.pressBack()));
      expect(isTaken).toBe(true);
      await isAt(expected);
    }
    expect(host.pressBack()).toBe(false);
    stop();
  });

  test('closes a dialog first, as Back of the browser does', async () => {
    const { isAt, go, host, stop } = await openInHost('/licenses');
    go('/products/a');
    const onClose = jest.fn();
    function Dialog() {
      useBackStep(onClose);
      return null;
    }
    const { unmount } = render(<Dialog />);
    expect(host.pressBack()).toBe(true);
    expect(onClose).toHaveBeenCalledTimes(1);
    act(() => history.back());
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(2));
    await isAt('/products/a');
    await waitFor(() => expect(location.hash).toBe('#/products/a'));
    unmount();
    expect(host.pressBack()).toBe(true);
    await isAt('/licenses');
    stop();
  });
});
