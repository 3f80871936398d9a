import { readJson } from '../../../../src/app/bootstrap/config/readJson';
import { createFetchSender } from '../../../../src/http/fetchSender';
import type { Send } from '../../../../src/http/types';
import { manualClock } from '../../../base/manualClock';

const answering =
  (status: number, text: string): Send =>
  () =>
    Promise.resolve({ status, headers: {}, body: new TextEncoder().encode(text) });

test('a file beside the app is read without a token', async () => {
  const asked: unknown[] = [];
  const send: Send = (request) => {
    asked.push([request.url, request.scopes]);
    return answering(200, '{"a":1}')(request);
  };
  expect(await readJson(send, 'config.json', 'config-unreachable')).toEqual({ a: 1 });
  expect(asked).toEqual([['http://localhost/config.json', []]]);
});

test.each([
  ['there is none', answering(404, 'not here')],
  ['it is no JSON', answering(200, '<!doctype html>')],
  ['the network is away', () => Promise.reject(new TypeError('Failed to fetch'))],
])('where %s, the code says which file it was', async (_why, send) => {
  await expect(readJson(send, 'config.json', 'config-unreachable')).rejects.toMatchObject({
    code: 'config-unreachable',
  });
});

test('a file that never comes is given up', async () => {
  const clock = manualClock();
  const stuck = createFetchSender(
    (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('stopped')));
      }),
  );
  const reading = readJson(stuck, 'config.json', 'config-unreachable', clock);
  reading.catch(() => undefined);
  await clock.advance(30_000);
  await expect(reading).rejects.toMatchObject({ code: 'config-unreachable', cause: { code: 'timed-out' } });
});
