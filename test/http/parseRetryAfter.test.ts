import { parseRetryAfter } from '../../src/http/parseRetryAfter';

const now = Date.parse('2026-03-01T10:00:00Z');

test('seconds are read as milliseconds', () => {
  expect(parseRetryAfter('10', now)).toBe(10_000);
  expect(parseRetryAfter(' 0 ', now)).toBe(0);
  expect(parseRetryAfter('86400', now)).toBe(86_400_000);
});

test('a date is read as the time until then, and never as a negative one', () => {
  expect(parseRetryAfter('Sun, 01 Mar 2026 10:00:30 GMT', now)).toBe(30_000);
  expect(parseRetryAfter('Sunday, 01-Mar-26 10:00:30 GMT', now)).toBe(30_000);
  expect(parseRetryAfter('Sun, 01 Mar 2026 09:00:00 GMT', now)).toBe(0);
});

test.each([undefined, '', 'soon', '-5', '1.5', '12 apples', '1e3'])('%p is no wait', (value) => {
  expect(parseRetryAfter(value, now)).toBeUndefined();
});
