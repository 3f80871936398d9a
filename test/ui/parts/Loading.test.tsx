import { act, screen } from '@testing-library/react';
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

test('beside a spinner, too, what is long in coming is named after two seconds, behind the words that were there', async () => {
  const clock = manualClock({ nowInMs: Date.UTC(2026, 0, 2, 3, 4, 5) });
  const { container } = await renderWithServices(<WaitText early="Checking…" what="the licenses of Ada" />, {
    services: { clock },
  });
  await act(() => clock.advance(1_999));
  expect(container).toHaveTextContent(/^Checking…$/);
  await act(() => clock.advance(1));
  expect(container).toHaveTextContent(/^Checking… Still waiting for the licenses of Ada, since .*:05.*\.$/);
  setOnline(false);
  expect(container).toHaveTextContent(/since .* You're offline\. .*connection is back/);
});

const line = () => screen.getByRole('status').textContent;

test('a list that is long in coming is named after two seconds, with the time since when, in one steady line', async () => {
  const { pass } = await setup();
  await pass(1_999);
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
