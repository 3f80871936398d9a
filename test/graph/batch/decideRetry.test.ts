import type { ErrorCode } from '../../../src/base/appError';
import { AppError } from '../../../src/base/appError';
import type { RetryInput } from '../../../src/graph/batch/decideRetry';
import { decideRetry } from '../../../src/graph/batch/decideRetry';
import { answer, challenge } from '../../http/answers';

const decide = (changes: Partial<RetryInput>) =>
  decideRetry({
    kind: 'read',
    result: ended(200),
    attempts: 1,
    isTokenRefreshed: false,
    nowInMs: 0,
    random: () => 0,
    ...changes,
  });

function ended(status: number, headers: Record<string, string> = {}): RetryInput['result'] {
  return { kind: 'response', response: { ...answer(status, {}, headers), tokenId: 7 } };
}
const failed = (code: ErrorCode): RetryInput['result'] => ({ kind: 'error', error: new AppError(code) });
const after = (value: string) => ({ 'retry-after': value });

test.each([429, 500, 502, 503, 504, 507])('a read that ends with %d is sent again', (status) => {
  expect(decide({ result: ended(status) }).kind).toBe('retry');
});

test.each(['offline', 'timed-out', 'unexpected-answer'] as const)(
  'a read that is lost (%s) is sent again',
  (code) => {
    expect(decide({ result: failed(code) }).kind).toBe('retry');
  },
);

test.each([200, 204, 400, 403, 404, 409, 412, 423])('%d is a result', (status) => {
  expect(decide({ result: ended(status) })).toEqual({ kind: 'complete' });
});

test.each(['cancelled', 'consent-needed', 'sign-in-needed', 'account-changed'] as const)(
  '%s is a result for a read too',
  (code) => {
    expect(decide({ result: failed(code) })).toEqual({ kind: 'complete' });
  },
);

test('a write is sent again only if it was refused untouched', () => {
  const kind = 'write';
  expect(decide({ kind, result: ended(429) }).kind).toBe('retry');
  expect(decide({ kind, result: ended(429, after('5')) }).kind).toBe('retry');
  expect(decide({ kind, result: ended(503, after('5')) }).kind).toBe('retry');
  const lost = [ended(500), ended(502), ended(503), ended(504, after('5')), ended(507)];
  for (const result of [...lost, failed('offline'), failed('timed-out'), failed('unexpected-answer')]) {
    expect(decide({ kind, result })).toEqual({ kind: 'complete' });
  }
});

test('an optional read gives a broken service one more attempt, and waits while calls are limited', () => {
  const optional = (changes: Partial<RetryInput>) => decide({ isOptional: true, ...changes }).kind;
  expect(optional({ result: ended(500) })).toBe('retry');
  expect(optional({ result: ended(500), attempts: 2 })).toBe('complete');
  expect(optional({ result: ended(503, after('2')) })).toBe('retry');
  expect(optional({ result: ended(503, after('5')) })).toBe('complete');
  expect(optional({ result: ended(429, after('5')), attempts: 3 })).toBe('retry');
  expect(decide({ result: ended(500), attempts: 2 }).kind).toBe('retry');
});

test('a wait that the service asks for is kept: seconds, a date, and a second at least', () => {
  expect(decide({ result: ended(429, after('7')) })).toEqual({ kind: 'retry', delayInMs: 7_000 });
  expect(decide({ result: ended(503, after('0')) })).toEqual({ kind: 'retry', delayInMs: 1_000 });
  const date = after('Thu, 01 Jan 1970 00:00:30 GMT');
  expect(decide({ result: ended(429, date), nowInMs: 10_000 })).toEqual({ kind: 'retry', delayInMs: 20_000 });
});

test('own waits double up to a maximum, and jitter lengthens them by half at most', () => {
  const delays = (result: RetryInput['result'], random = 0) =>
    [1, 2, 3, 4, 5].map((attempts) => {
      const decision = decide({ result, attempts, random: () => random });
      return decision.kind === 'retry' && decision.delayInMs;
    });
  expect(delays(ended(503))).toEqual([500, 1_000, 2_000, 4_000, 4_000]);
  expect(delays(ended(503), 0.999_999)).toEqual([750, 1_500, 3_000, 6_000, 6_000]);
  expect(delays(ended(429))).toEqual([2_000, 4_000, 8_000, 16_000, 30_000]);
  expect(delays(ended(429, after('a while')))).toEqual([2_000, 4_000, 8_000, 16_000, 30_000]);
});

test('the sixth attempt is the last, or the one that the caller named', () => {
  for (const result of [ended(503), ended(429, after('5')), failed('offline')]) {
    expect(decide({ result, attempts: 5 }).kind).toBe('retry');
    expect(decide({ result, attempts: 6 })).toEqual({ kind: 'complete' });
    expect(decide({ result, attempts: 2, maxAttempts: 2 })).toEqual({ kind: 'complete' });
  }
});

test('a wait of ten minutes is kept, a longer one fails the call and is reported', () => {
  expect(decide({ result: ended(429, after('600')) })).toEqual({ kind: 'retry', delayInMs: 600_000 });
  expect(decide({ kind: 'write', result: ended(429, after('86400')) })).toMatchObject({
    kind: 'fail',
    error: { code: 'throttled', status: 429, retryAfterInMs: 86_400_000 },
  });
  expect(decide({ result: ended(503, after('601')) })).toMatchObject({
    error: { code: 'service-unavailable' },
  });
});

test('a refused token is replaced once, with the claims that are asked for', () => {
  const claims = { access_token: { nbf: { essential: true, value: '1' } } };
  const asking = { 'www-authenticate': challenge(claims) };
  for (const kind of ['read', 'write'] as const) {
    expect(decide({ kind, result: ended(401) })).toEqual({
      kind: 'refresh-token',
      refused: { id: 7, claims: undefined },
    });
    const refused = { id: 7, claims: JSON.stringify(claims) };
    expect(decide({ kind, result: ended(401, asking) })).toEqual({ kind: 'refresh-token', refused });
    expect(decide({ kind, result: ended(403, asking) })).toEqual({ kind: 'refresh-token', refused });
    expect(decide({ kind, result: ended(401), isTokenRefreshed: true })).toEqual({ kind: 'complete' });
  }
});

test('a read that a person waits for waits for the connection, however long; nothing else does', () => {
  const offline = { result: failed('offline'), isOffline: true, attempts: 50 };
  expect(decide(offline)).toEqual({ kind: 'retry', delayInMs: 4_000 });
  expect(decide({ ...offline, isOffline: false })).toEqual({ kind: 'complete' });
  expect(decide({ ...offline, kind: 'write' })).toEqual({ kind: 'complete' });
  expect(decide({ ...offline, result: failed('timed-out') })).toEqual({ kind: 'complete' });
});
