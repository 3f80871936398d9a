import { AppError } from '../../../src/base/appError';
import { redact } from '../../../src/http/policies/redact';
import { request } from '../answers';

function setup(thrown: unknown) {
  const sent = request({ headers: { authorization: 'Bearer secret-1' } });
  return redact
    .send(sent, () => Promise.reject(thrown as Error))
    .then(
      () => undefined,
      (error: unknown) => error,
    );
}

test.each([
  new TypeError('Invalid value for header: Bearer secret-1'),
  new Error('outer', { cause: new Error('Bearer secret-1 is odd') }),
  'a text with secret-1',
])('an error whose cause names the token loses the cause and keeps its code', async (cause) => {
  const error = await setup(new AppError('offline', { cause }));
  expect(error).toMatchObject({ code: 'offline' });
  expect(String((error as AppError).cause)).not.toContain('secret-1');
});

test('an error that does not name it comes through untouched', async () => {
  const thrown = new AppError('offline', { cause: new TypeError('Failed to fetch') });
  await expect(setup(thrown)).resolves.toBe(thrown);
});
