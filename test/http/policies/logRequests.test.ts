import { AppError } from '../../../src/base/appError';
import { composePolicies } from '../../../src/http/composePolicies';
import { logRequests } from '../../../src/http/policies/logRequests';
import type { Send } from '../../../src/http/types';
import { manualClock } from '../../base/manualClock';
import { recordLog } from '../../base/recordLog';
import { answer, request } from '../answers';

function setup(send: Send) {
  const { logger, entries } = recordLog();
  const clock = manualClock({ isInstant: true });
  const slow: Send = async (asked) => {
    await clock.wait(40);
    return send(asked);
  };
  return { send: composePolicies([logRequests(logger, clock)], slow), entries };
}

test('a finished request is logged with its ids, and without its headers and body', async () => {
  const { send, entries } = setup(() => Promise.resolve(answer(200, 'secret body', { 'request-id': 'r' })));
  const headers = { 'client-request-id': 'c', authorization: 'Bearer secret' };
  await send(request({ headers, body: 'secret' }));
  expect(entries).toMatchObject([{ level: 'info', area: 'http', event: 'request-finished' }]);
  expect(entries[0]?.fields).toEqual({
    method: 'GET',
    path: 'https://graph.microsoft.com/v1.0/me',
    status: 200,
    clientRequestId: 'c',
    requestId: 'r',
    durationInMs: 40,
  });
});

test('a refusal is a warning', async () => {
  const { send, entries } = setup(() => Promise.resolve(answer(429)));
  await send(request());
  expect(entries).toMatchObject([{ level: 'warn', fields: { status: 429 } }]);
});

test('a request without an answer is logged with the reason, and rejects as before', async () => {
  const error = new AppError('offline', { cause: new TypeError('secret') });
  const { send, entries } = setup(() => Promise.reject(error));
  await expect(send(request())).rejects.toBe(error);
  expect(entries).toMatchObject([
    {
      level: 'warn',
      event: 'request-failed',
      fields: { code: 'offline', error: 'TypeError', durationInMs: 40 },
    },
  ]);
  expect(JSON.stringify(entries)).not.toContain('secret');
});
