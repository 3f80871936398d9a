import { decodeBatch } from '../../../src/graph/batch/batchFormat';
import { readBytes } from '../../../src/graph/graphResponse';
import { answer } from '../../http/answers';

function decode(responses: unknown) {
  return decodeBatch({ ...answer(200, { responses }), tokenId: 3 });
}

test('each item is an answer of its own, by id, with its headers in lower case', () => {
  const items = decode([
    { id: '2', status: 404, headers: { 'Request-Id': 'r2' }, body: { error: { code: 'x' } } },
    { id: '1', status: 200, headers: { 'Retry-After': 5 }, body: { id: 'a' } },
  ]);
  expect(items?.get('1')).toMatchObject({ status: 200, headers: { 'retry-after': '5' }, tokenId: 3 });
  expect(items?.get('1')?.body).toEqual({ id: 'a' });
  expect(items?.get('2')).toMatchObject({ status: 404, headers: { 'request-id': 'r2' } });
});

test('pictures are base64, texts are themselves, numbers and nothing are JSON and nothing', () => {
  const png = Buffer.from([0xff, 0xd8, 0x00]).toString('base64');
  const items = decode([
    { id: '1', status: 200, headers: { 'Content-Type': 'image/jpeg' }, body: png },
    { id: '2', status: 200, headers: { 'Content-Type': 'text/plain' }, body: '42' },
    { id: '3', status: 200, body: 42 },
    { id: '4', status: 204 },
    { id: '5', status: 502, headers: { 'Content-Type': 'text/html' }, body: '<html>' },
    { id: '6', status: 200, headers: { 'Content-Type': 'application/json' }, body: 'word' },
  ]);
  expect(items?.get('1')?.body).toEqual(Uint8Array.from([0xff, 0xd8, 0x00]));
  expect(['2', '3', '4', '5', '6'].map((id) => items?.get(id)?.body)).toEqual([
    '42',
    42,
    undefined,
    '<html>',
    'word',
  ]);
  const texts = [...(items?.values() ?? [])]
    .slice(1)
    .map((item) => new TextDecoder().decode(readBytes(item)));
  expect(texts).toEqual(['42', '42', '', '<html>', '"word"']);
});

test('of two answers to one item the first counts', () => {
  const items = decode([
    { id: '1', status: 200 },
    { id: '1', status: 429 },
  ]);
  expect(items?.get('1')?.status).toBe(200);
});

test.each([
  ['no id', { status: 200 }],
  ['no status', { id: '1' }],
  ['a status that is none', { id: '1', status: 0 }],
  [
    'a picture that is no base64',
    { id: '1', status: 200, headers: { 'content-type': 'image/png' }, body: '%' },
  ],
  ['nothing', null],
])('an item with %s is left out, the others are read', (_name, odd) => {
  const items = decode([odd, { id: '2', status: 200 }]);
  expect([...(items?.keys() ?? [])]).toEqual(['2']);
});

test.each([
  ['an error', { error: { code: 'UnknownError' } }],
  ['nothing inside', {}],
  ['a page of HTML', '<html></html>'],
  ['cut JSON', '{"responses":[{"id":"1","sta'],
  ['nothing', ''],
])('%s is no batch', (_name, body) => {
  expect(decodeBatch(answer(200, body))).toBeUndefined();
});
