import { readJson } from '../../src/app/readJson';
import type { Send } from '../../src/http/types';

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
