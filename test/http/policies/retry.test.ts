import { AppError } from '../../../src/base/appError';
import { retry } from '../../../src/http/policies/retry';
import type { HttpRequest, HttpResponse } from '../../../src/http/types';
import { manualClock } from '../../base/manualClock';
import { recordLog } from '../../base/recordLog';
import { answer, request } from '../answers';

function setup(ends: readonly (HttpResponse | AppError)[], isInstant = true) {
  const clock = manualClock({ isInstant });
  let tries = 0;
  const send = (sent: HttpRequest) =>
    retry(clock, () => 0).send(sent, () => {
      const end = ends[Math.min(tries, ends.length - 1)];
      tries += 1;
      return end instanceof AppError ? Promise.reject(end) : Promise.resolve(end as HttpResponse);
    });
  return { clock, send, tries: () => tries };
}

test('a service that recovers is asked until it answers', async () => {
  const { send, clock, tries } = setup([answer(503), new AppError('offline'), answer(200)]);
  await expect(send(request())).resolves.toMatchObject({ status: 200 });
  expect(tries()).toBe(3);
  expect(clock.waits).toEqual([1_000, 2_000]);
});

test('after four tries the last end stands, be it an answer or an error', async () => {
  const busy = setup([answer(503)]);
  await expect(busy.send(request())).resolves.toMatchObject({ status: 503 });
  expect(busy.tries()).toBe(4);
  const offline = setup([new AppError('offline')]);
  await expect(offline.send(request())).rejects.toMatchObject({ code: 'offline' });
  expect(offline.tries()).toBe(4);
});

test('a write whose end is unknown is sent once', async () => {
  const { send, tries } = setup([new AppError('timed-out')]);
  await expect(send(request({ method: 'POST' }))).rejects.toMatchObject({ code: 'timed-out' });
  expect(tries()).toBe(1);
});

test('an abort ends the waiting at once', async () => {
  const { send, clock, tries } = setup([answer(429, {}, { 'retry-after': '60' })], false);
  const caller = new AbortController();
  const sending = send(request({ signal: caller.signal }));
  await clock.advance(10);
  caller.abort();
  await expect(sending).rejects.toMatchObject({ code: 'cancelled' });
  expect(tries()).toBe(1);
});

test('a wait of hours is not begun', async () => {
  const { send, clock } = setup([answer(429, {}, { 'retry-after': '7200' })]);
  await expect(send(request())).rejects.toMatchObject({ code: 'throttled', retryAfterInMs: 7_200_000 });
  expect(clock.waits).toEqual([]);
});

test('a request of one try is sent once, and its end stands whatever it is', async () => {
  const long = answer(429, {}, { 'retry-after': '7200' });
  const { send, tries, clock } = setup([long]);
  await expect(send(request({ maxTries: 1 }))).resolves.toBe(long);
  expect(tries()).toBe(1);
  expect(clock.waits).toEqual([]);
});

test('each wait before another try is logged', async () => {
  const { logger, entries } = recordLog();
  const answers = [answer(503), answer(503), answer(200)];
  const clock = manualClock({ isInstant: true });
  await retry(clock, () => 0, logger).send(request(), () => Promise.resolve(answers.shift() as HttpResponse));
  expect(entries.map(({ area, event, fields }) => [area, event, fields])).toEqual([
    ['http', 'retry-planned', { attempt: 2, delayInMs: 1_000 }],
    ['http', 'retry-planned', { attempt: 3, delayInMs: 2_000 }],
  ]);
});
