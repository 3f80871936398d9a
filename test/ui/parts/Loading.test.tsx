import { useQuery } from '@tanstack/react-query';
import { act, screen } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { useState, type ReactNode } from 'react';
import { Shell } from '../../../src/app/shell/Shell';
import { systemClock } from '../../../src/base/clock';
import { AppError } from '../../../src/base/appError';
import { ErrorNotice } from '../../../src/ui/parts/ErrorNotice';
import { Loading } from '../../../src/ui/parts/Loading';
import { WaitText } from '../../../src/ui/parts/WaitText';
import { manualClock } from '../../base/manualClock';
import { renderWithServices } from '../support/renderWithServices';

/** Sets `navigator.onLine` and fires the event of the change. */
function setOnline(isOnline: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: isOnline });
  act(() => void window.dispatchEvent(new Event(isOnline ? 'online' : 'offline')));
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'onLine');
});

async function setup() {
  const clock = manualClock({ nowInMs: Date.UTC(2026, 0, 2, 3, 4, 5) });
  await renderWithServices(<Loading what="the list of products" />, { services: { clock } });
  return { pass: (ms: number) => act(() => clock.advance(ms)) };
}

test('beside a spinner, too, what is long in coming is named after three seconds, behind the words that were there', async () => {
  const clock = manualClock({ nowInMs: Date.UTC(2026, 0, 2, 3, 4, 5) });
  const { container } = await renderWithServices(<WaitText early="Checking…" what="the licenses of Ada" />, {
    services: { clock },
  });
  await act(() => clock.advance(2_999));
  expect(container).toHaveTextContent(/^Checking…$/);
  await act(() => clock.advance(1));
  expect(container).toHaveTextContent(/^Checking… Still waiting for the licenses of Ada, since .*:05.*\.$/);
  setOnline(false);
  expect(container).toHaveTextContent(/since .* You're offline\. .*connection is back/);
});

const line = () => screen.getByRole('status').textContent;

test('a list that is long in coming is named after three seconds, with the time since when, in one steady line', async () => {
  const { pass } = await setup();
  await pass(2_999);
  expect(line()).toBe('Loading…');
  await pass(1);
  const shown = line();
  expect(shown).toMatch(/^Still waiting for the list of products, since .*:05.*\.$/);
  for (let second = 0; second < 70; second += 10) {
    await pass(10_000);
    expect(line()).toBe(shown);
  }
});

test('without a connection the line is there at once, and says that it goes on by itself', async () => {
  await setup();
  setOnline(false);
  expect(line()).toMatch(
    /^Still waiting for the list of products, since .* You're offline\. .*connection is back/,
  );
  setOnline(true);
  expect(line()).toBe('Loading…');
});

test('after eight seconds what has not come can be read again', async () => {
  const clock = manualClock();
  let reads = 0;
  function List() {
    const { data } = useQuery({
      queryKey: ['list'],
      queryFn: () =>
        (reads += 1) === 1 ? new Promise<string>(() => undefined) : Promise.resolve('all of it'),
    });
    return data ?? <Loading early="Still connecting" what="the list of products" />;
  }
  const { user } = await renderWithServices(<List />, { services: { clock }, isHeldBack: true });
  await act(() => clock.advance(7_999));
  expect(line()).toBe('Still connecting');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  await act(() => clock.advance(1));
  expect(line()).toMatch(/^Still waiting for the list of products/);
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('all of it')).toBeInTheDocument();
  expect(reads).toBe(2);
});

test('the outline of the start is the one that the page draws before any script has come', async () => {
  const { container } = await renderWithServices(<Loading variant="start" isPage />, {
    services: { clock: manualClock() },
  });
  const page = new DOMParser().parseFromString(readFileSync('src/index.html', 'utf8'), 'text/html');
  const shapesOf = (root: ParentNode | null) =>
    Array.from(
      root?.querySelectorAll('[class^="skeleton-"]:not(.skeleton-box, .skeleton-hidden), i') ?? [],
      (shape) => [shape.tagName, shape.className].join(' '),
    );
  expect(shapesOf(container.querySelector('.skeleton-start'))).toEqual(
    shapesOf(page.querySelector('.skeleton-start')),
  );
});

/** Waits `ms` for a list, which is then drawn or fails, and returns what is announced after that. */
async function announcementAfter(ms: number, drawEnd: () => ReactNode): Promise<string | null> {
  // What the test before left is announced by then.
  await systemClock.wait(400);
  const clock = manualClock();
  let end = (): void => undefined;
  function List() {
    const [isThere, setIsThere] = useState(false);
    end = () => setIsThere(true);
    return <Shell>{isThere ? drawEnd() : <Loading />}</Shell>;
  }
  const { container, unmount } = await renderWithServices(<List />, { services: { clock } });
  await act(() => clock.advance(ms));
  act(() => end());
  await act(() => systemClock.wait(400));
  const announced = container.querySelector('[aria-live=polite]')?.textContent ?? null;
  unmount();
  return announced;
}

test.each([
  ['all of it, soon', 1_000, () => 'all of it', ''],
  ['all of it, late', 4_000, () => 'all of it', 'Loaded.'],
  ['an error', 4_000, () => <ErrorNotice key="end" error={new AppError('offline')} />, ''],
  ['the next wait', 4_000, () => <Loading key="more" />, ''],
])(
  'of the end of a wait, which is %s, only what is not said otherwise is announced',
  async (_name, ms, drawEnd, text) => {
    expect(await announcementAfter(ms, drawEnd)).toBe(text);
  },
);
