import type { ErrorCode } from '../../../src/base/appError';
import { AppError } from '../../../src/base/appError';
import type { Judged } from '../../../src/graph/batch/judgeTry';
import { judgeTry } from '../../../src/graph/batch/judgeTry';
import { answer, challenge } from '../../http/answers';

const judge = (changes: Partial<Judged>) =>
  judgeTry({
    kind: 'read',
    end: ended(200),
    tries: 1,
    isRenewed: false,
    nowInMs: 0,
    random: () => 0,
    ...changes,
  });

function ended(status: number, headers: Record<string, string> = {}): Judged['end'] {
  return { kind: 'answer', answer: { ...answer(status, {}, headers), tokenId: 7 } };
}
const failed = (code: ErrorCode): Judged['end'] => ({ kind: 'error', error: new AppError(code) });
const after = (value: string) => ({ 'retry-after': value });

test.each([429, 500, 502, 503, 504, 507])('a read that ends with %d goes round again', (status) => {
  expect(judge({ end: ended(status) }).kind).toBe('again');
});

test.each(['offline', 'timed-out', 'unexpected-answer'] as const)(
  'a read that is lost (%s) goes round again',
  (code) => {
    expect(judge({ end: failed(code) }).kind).toBe('again');
  },
);

test.each([200, 204, 400, 403, 404, 409, 412, 423])('%d is an answer', (status) => {
  expect(judge({ end: ended(status) })).toEqual({ kind: 'settle' });
});

test.each(['cancelled', 'consent-needed', 'sign-in-needed', 'account-changed'] as const)(
  '%s is an end for a read too',
  (code) => {
    expect(judge({ end: failed(code) })).toEqual({ kind: 'settle' });
  },
);

test('a write goes round again only when it was refused untouched', () => {
  const kind = 'write';
  expect(judge({ kind, end: ended(429) }).kind).toBe('again');
  expect(judge({ kind, end: ended(429, after('5')) }).kind).toBe('again');
  expect(judge({ kind, end: ended(503, after('5')) }).kind).toBe('again');
  const lost = [ended(500), ended(502), ended(503), ended(504, after('5')), ended(507)];
  for (const end of [...lost, failed('offline'), failed('timed-out'), failed('unexpected-answer')]) {
    expect(judge({ kind, end })).toEqual({ kind: 'settle' });
  }
});

test('an optional read gives a broken service one more try, and waits while calls are limited', () => {
  const optional = (changes: Partial<Judged>) => judge({ isOptional: true, ...changes }).kind;
  expect(optional({ end: ended(500) })).toBe('again');
  expect(optional({ end: ended(500), tries: 2 })).toBe('settle');
  expect(optional({ end: ended(503, after('2')) })).toBe('again');
  expect(optional({ end: ended(503, after('5')) })).toBe('settle');
  expect(optional({ end: ended(429, after('5')), tries: 3 })).toBe('again');
  expect(judge({ end: ended(500), tries: 2 }).kind).toBe('again');
});

test('a wait that is asked for is kept: seconds, a date, and a second at least', () => {
  expect(judge({ end: ended(429, after('7')) })).toEqual({ kind: 'again', delayInMs: 7_000 });
  expect(judge({ end: ended(503, after('0')) })).toEqual({ kind: 'again', delayInMs: 1_000 });
  const date = after('Thu, 01 Jan 1970 00:00:30 GMT');
  expect(judge({ end: ended(429, date), nowInMs: 10_000 })).toEqual({ kind: 'again', delayInMs: 20_000 });
});

test('own waits double, have an end, and chance lengthens them by half at most', () => {
  const delays = (end: Judged['end'], random = 0) =>
    [1, 2, 3, 4, 5].map((tries) => {
      const verdict = judge({ end, tries, random: () => random });
      return verdict.kind === 'again' && verdict.delayInMs;
    });
  expect(delays(ended(503))).toEqual([500, 1_000, 2_000, 4_000, 4_000]);
  expect(delays(ended(503), 0.999_999)).toEqual([750, 1_500, 3_000, 6_000, 6_000]);
  expect(delays(ended(429))).toEqual([2_000, 4_000, 8_000, 16_000, 30_000]);
  expect(delays(ended(429, after('a while')))).toEqual([2_000, 4_000, 8_000, 16_000, 30_000]);
});

test('the sixth try is the last, or the one that the caller named', () => {
  for (const end of [ended(503), ended(429, after('5')), failed('offline')]) {
    expect(judge({ end, tries: 5 }).kind).toBe('again');
    expect(judge({ end, tries: 6 })).toEqual({ kind: 'settle' });
    expect(judge({ end, tries: 2, maxTries: 2 })).toEqual({ kind: 'settle' });
  }
});

test('ten minutes are waited for, more is given up and said', () => {
  expect(judge({ end: ended(429, after('600')) })).toEqual({ kind: 'again', delayInMs: 600_000 });
  expect(judge({ kind: 'write', end: ended(429, after('86400')) })).toMatchObject({
    kind: 'give-up',
    error: { code: 'throttled', status: 429, retryAfterInMs: 86_400_000 },
  });
  expect(judge({ end: ended(503, after('601')) })).toMatchObject({ error: { code: 'service-unavailable' } });
});

test('a refused token is replaced once, with the claims that are asked for', () => {
  const claims = { access_token: { nbf: { essential: true, value: '1' } } };
  const asking = { 'www-authenticate': challenge(claims) };
  for (const kind of ['read', 'write'] as const) {
    expect(judge({ kind, end: ended(401) })).toEqual({
      kind: 'renew',
      refused: { id: 7, claims: undefined },
    });
    const refused = { id: 7, claims: JSON.stringify(claims) };
    expect(judge({ kind, end: ended(401, asking) })).toEqual({ kind: 'renew', refused });
    expect(judge({ kind, end: ended(403, asking) })).toEqual({ kind: 'renew', refused });
    expect(judge({ kind, end: ended(401), isRenewed: true })).toEqual({ kind: 'settle' });
  }
});

test('a read that a person waits for waits for the connection, however long; anything else is not lost to it', () => {
  const offline = { end: failed('offline'), isOffline: true, tries: 50 };
  expect(judge(offline)).toEqual({ kind: 'again', delayInMs: 4_000 });
  expect(judge({ ...offline, isOffline: false })).toEqual({ kind: 'settle' });
  expect(judge({ ...offline, kind: 'write' })).toEqual({ kind: 'settle' });
  expect(judge({ ...offline, end: failed('timed-out') })).toEqual({ kind: 'settle' });
});
