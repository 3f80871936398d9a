import type { ErrorCode } from '../../src/base/appError';
import { AppError } from '../../src/base/appError';
import type { RetryInput } from '../../src/http/decideRetry';
import { decideRetry } from '../../src/http/decideRetry';
import { answer } from './answers';

const decide = (changes: Partial<RetryInput>) =>
  decideRetry({ method: 'GET', end: ended(503), tries: 1, nowInMs: 0, random: () => 0, ...changes });

const ended = (status: number, retryAfter?: string): RetryInput['end'] => ({
  kind: 'answer',
  answer: answer(
    status,
    {},
    retryAfter === undefined ? {} : { 'retry-after': retryAfter, 'request-id': 'r1' },
  ),
});

const failed = (code: ErrorCode): RetryInput['end'] => ({ kind: 'error', error: new AppError(code) });

test.each([429, 502, 503, 504])('a read that ends with %d is tried again', (status) => {
  expect(decide({ end: ended(status) }).kind).toBe('wait');
});

test.each([200, 304, 400, 401, 403, 404, 409, 412, 500, 501, 507])(
  'a read that ends with %d is not',
  (status) => {
    expect(decide({ end: ended(status) })).toEqual({ kind: 'stop' });
  },
);

test('a read without connection or in time is tried again, other errors are not', () => {
  expect(decide({ end: failed('offline') }).kind).toBe('wait');
  expect(decide({ end: failed('timed-out') }).kind).toBe('wait');
  expect(decide({ end: failed('cancelled') }).kind).toBe('stop');
  expect(decide({ end: failed('sign-in-needed') }).kind).toBe('stop');
});

test.each(['POST', 'PATCH', 'DELETE'] as const)('%s is repeated only when it was refused', (method) => {
  expect(decide({ method, end: ended(429) }).kind).toBe('wait');
  expect(decide({ method, end: ended(503, '5') }).kind).toBe('wait');
  for (const end of [ended(503), ended(502), ended(504, '5'), failed('offline'), failed('timed-out')]) {
    expect(decide({ method, end })).toEqual({ kind: 'stop' });
  }
});

test('the fourth try is the last', () => {
  expect(decide({ tries: 3 }).kind).toBe('wait');
  expect(decide({ tries: 4 })).toEqual({ kind: 'stop' });
  expect(decide({ tries: 4, end: ended(429, '5') })).toEqual({ kind: 'stop' });
});

test('the wait that the service asks for is kept, but is one second at least', () => {
  expect(decide({ end: ended(429, '7') })).toEqual({ kind: 'wait', delayInMs: 7_000 });
  expect(decide({ end: ended(429, '0') })).toEqual({ kind: 'wait', delayInMs: 1_000 });
  const date = { end: ended(429, 'Thu, 01 Jan 1970 00:00:30 GMT'), nowInMs: 10_000 };
  expect(decide(date)).toEqual({ kind: 'wait', delayInMs: 20_000 });
});

test('ten minutes are waited for, more is given up and said', () => {
  expect(decide({ end: ended(429, '600') })).toEqual({ kind: 'wait', delayInMs: 600_000 });
  const decision = decide({ end: ended(429, '86400') });
  expect(decision).toMatchObject({
    kind: 'give-up',
    error: { code: 'throttled', status: 429, retryAfterInMs: 86_400_000, requestId: 'r1' },
  });
  expect(decide({ end: ended(503, '601') })).toMatchObject({ error: { code: 'service-unavailable' } });
});

test('own waits double from try to try, and chance only lengthens them, by half at most', () => {
  const delays = (random: () => number, end = ended(503)) =>
    [1, 2, 3].map((tries) => decide({ tries, random, end })).map((d) => d.kind === 'wait' && d.delayInMs);
  expect(delays(() => 0)).toEqual([1_000, 2_000, 4_000]);
  expect(delays(() => 0.999_999)).toEqual([1_500, 3_000, 6_000]);
  expect(delays(() => 0, ended(429))).toEqual([10_000, 20_000, 40_000]);
  expect(delays(() => 0, ended(429, 'garbage'))).toEqual([10_000, 20_000, 40_000]);
});
