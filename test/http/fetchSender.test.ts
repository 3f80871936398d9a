import { AppError } from '../../src/base/appError';
import { createFetchSender } from '../../src/http/fetchSender';
import { request } from './answers';

function setup(wire: typeof fetch) {
  const calls: { url: string; init: RequestInit | undefined }[] = [];
  const send = createFetchSender((url, init) => {
    calls.push({ url: url as string, init });
    return wire(url, init);
  });
  return { send, calls };
}

const never: typeof fetch = (_url, init) =>
  new Promise((_resolve, reject) => {
    const fail = (): void => reject(init?.signal?.reason as Error);
    if (init?.signal?.aborted) fail();
    init?.signal?.addEventListener('abort', fail);
  });

test('an answer of any status comes back as plain data with lower-case names', async () => {
  const { send, calls } = setup(() =>
    Promise.resolve(new Response('{"a":1}', { status: 404, headers: { 'Request-Id': 'r1' } })),
  );
  const answer = await send(request({ method: 'POST', headers: { 'x-a': '1' }, body: '{}' }));
  expect(answer.status).toBe(404);
  expect(answer.headers['request-id']).toBe('r1');
  expect(new TextDecoder().decode(answer.body)).toBe('{"a":1}');
  expect(calls[0]).toMatchObject({
    url: 'https://graph.microsoft.com/v1.0/me',
    init: { method: 'POST', headers: { 'x-a': '1' }, body: '{}', credentials: 'omit' },
  });
});

test('a failure of the network is offline, and keeps its cause', async () => {
  const cause = new TypeError('Failed to fetch');
  const { send } = setup(() => Promise.reject(cause));
  await expect(send(request())).rejects.toMatchObject({ code: 'offline', cause });
});

test('a body that breaks off is offline too', async () => {
  const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) });
  const { send } = setup(() => Promise.resolve(new Response(broken)));
  await expect(send(request())).rejects.toMatchObject({ code: 'offline' });
});

test('an abort by the caller is cancelled, before and during the request', async () => {
  const { send } = setup(never);
  await expect(send(request({ signal: AbortSignal.abort() }))).rejects.toMatchObject({ code: 'cancelled' });
  const during = new AbortController();
  const sending = send(request({ signal: during.signal }));
  during.abort('whatever');
  await expect(sending).rejects.toMatchObject({ code: 'cancelled' });
});

test('an abort that carries an error of this app rejects with that error', async () => {
  const { send } = setup(never);
  const signal = AbortSignal.abort(new AppError('timed-out'));
  await expect(send(request({ signal }))).rejects.toMatchObject({ code: 'timed-out' });
});
