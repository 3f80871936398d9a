import type { ErrorCode } from '../../../src/base/appError';
import { createResumePolicy } from '../../../src/jobs/runner/createResumePolicy';
import { manualClock } from '../../base/manualClock';

const setup = () => {
  const clock = manualClock({ nowInMs: 1_000 });
  const listeners = new Set<() => void>();
  const recovery = createResumePolicy({
    clock,
    random: () => 1,
    onOnline: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const stop = (code: ErrorCode, attempt = 0, retryAfterInMs?: number) =>
    recovery({ code, attempt, retryAfterInMs });
  return { clock, listeners, stop };
};

test('what needs a person waits for one', () => {
  const { stop } = setup();
  const codes: ErrorCode[] = [
    'forbidden',
    'consent-needed',
    'sign-in-needed',
    'sign-in-cancelled',
    'account-changed',
    'popup-blocked',
    'token-refused',
    'journal-full',
    'internal',
    'cancelled',
  ];
  for (const code of codes) expect([code, stop(code)]).toEqual([code, undefined]);
});

test('a wait that the service named is kept to, however long', async () => {
  const { clock, stop } = setup();
  const comeback = stop('throttled', 99, 86_400_000);
  expect(comeback?.goesOnAt).toBe(1_000 + 86_400_000);
  void comeback?.wait(new AbortController().signal);
  expect(clock.waits).toEqual([86_400_000]);
  void stop('throttled', 0, 1e12)?.wait(new AbortController().signal);
  expect(clock.waits[1]).toBeLessThan(2 ** 31);
  await clock.advance(0);
});

test('a broken service is asked again after longer and longer waits, and not for ever', () => {
  const { stop } = setup();
  const waits = [0, 1, 2, 3, 4, 9].map(
    (attempt) => (stop('service-unavailable', attempt)?.goesOnAt ?? 0) - 1_000,
  );
  expect(waits).toEqual([30_000, 60_000, 120_000, 240_000, 300_000, 300_000]);
  expect(stop('service-unavailable', 10)).toBeUndefined();
});

test('without a connection it waits for one, or tries every minute', async () => {
  const { clock, listeners, stop } = setup();
  const over = jest.fn();
  const comeback = stop('offline', 50);
  expect(comeback?.goesOnAt).toBeUndefined();
  void comeback?.wait(new AbortController().signal).then(over);
  expect(clock.waits).toEqual([60_000]);
  await clock.advance(1_000);
  expect(over).not.toHaveBeenCalled();
  listeners.forEach((listener) => listener());
  await clock.advance(0);
  expect(over).toHaveBeenCalledTimes(1);
  expect(listeners.size).toBe(0);
});

test('a wait ends when the job is woken', async () => {
  const { clock, stop } = setup();
  const waking = new AbortController();
  const woken = jest.fn();
  void stop('offline')?.wait(waking.signal).catch(woken);
  waking.abort();
  await clock.advance(0);
  expect(woken).toHaveBeenCalledTimes(1);
});
