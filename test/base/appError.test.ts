import { AppError, toAppError } from '../../src/base/appError';

test('an error keeps what is known, and its claims out of sight', () => {
  const cause = new Error('underneath');
  const error = new AppError('throttled', { cause, status: 429, retryAfterInMs: 5, claims: '{"secret":1}' });
  expect(error).toMatchObject({ code: 'throttled', status: 429, retryAfterInMs: 5, cause, faults: [] });
  expect(error.claims).toBe('{"secret":1}');
  expect(Object.keys(error)).not.toContain('claims');
  expect(JSON.stringify(error)).not.toContain('secret');
});

test('an AppError stays itself, an abort is cancelled, the rest is internal', () => {
  const error = new AppError('offline');
  expect(toAppError(error)).toBe(error);
  expect(toAppError(new DOMException('stop', 'AbortError')).code).toBe('cancelled');
  expect(toAppError(new TypeError('x'))).toMatchObject({ code: 'internal' });
  expect(toAppError('text')).toMatchObject({ code: 'internal', cause: 'text' });
});
