import { requestId } from '../../../src/http/policies/requestId';
import type { HttpRequest } from '../../../src/http/types';
import { answer, request } from '../answers';

async function sentThrough(sent: HttpRequest): Promise<HttpRequest | undefined> {
  let passed: HttpRequest | undefined;
  await requestId(() => 'id-1').send(sent, (next) => {
    passed = next;
    return Promise.resolve(answer(200));
  });
  return passed;
}

test('a request gets an id and keeps its other headers', async () => {
  const passed = await sentThrough(request({ headers: { accept: 'x' } }));
  expect(passed?.headers).toEqual({ accept: 'x', 'client-request-id': 'id-1' });
});

test('a request that has an id keeps it', async () => {
  const passed = await sentThrough(request({ headers: { 'client-request-id': 'mine' } }));
  expect(passed?.headers['client-request-id']).toBe('mine');
});
