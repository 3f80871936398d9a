import { createPipeline } from '../../src/http/createPipeline';
import type { PipelineOptions } from '../../src/http/createPipeline';
import type { HttpRequest, HttpResponse } from '../../src/http/types';
import { manualClock } from '../base/manualClock';
import { recordLog } from '../base/recordLog';
import { answer, request } from './answers';

function setup(answers: readonly HttpResponse[], options: Pick<PipelineOptions, 'logger'> = {}) {
  const sent: HttpRequest[] = [];
  let tokens = 0;
  let ids = 0;
  const send = createPipeline({
    send: (outgoing) => {
      sent.push(outgoing);
      return Promise.resolve(answers[sent.length - 1] ?? answer(200));
    },
    getToken: () => Promise.resolve(`token-${(tokens += 1)}`),
    clock: manualClock(),
    newId: () => `id-${(ids += 1)}`,
    ...options,
  });
  return { send, sent };
}

test('a request and its repetition with another token share an id', async () => {
  const { send, sent } = setup([answer(401), answer(401)]);
  await send(request({ scopes: ['User.Read'] }));
  expect(sent.map(({ headers }) => headers['client-request-id'])).toEqual(['id-1', 'id-1']);
  expect(sent.map(({ headers }) => headers['authorization'])).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('a request that the service rejects or loses is sent once, since callers decide about retries', async () => {
  const { send, sent } = setup([answer(503, {}, { 'retry-after': '1' })]);
  await expect(send(request())).resolves.toMatchObject({ status: 503 });
  expect(sent).toHaveLength(1);
});

test('every request has a time limit', async () => {
  const { send, sent } = setup([]);
  await send(request());
  expect(sent[0]?.signal).toBeInstanceOf(AbortSignal);
});

test('every request on the wire is logged with the id that the service was given', async () => {
  const { logger, entries } = recordLog();
  const { send } = setup([answer(401), answer(200, {}, { 'request-id': 'r' })], { logger });
  await send(request({ scopes: ['User.Read'] }));
  expect(entries.map(({ event, fields }) => [event, fields.status, fields.clientRequestId])).toEqual([
    ['request-finished', 401, 'id-1'],
    ['request-finished', 200, 'id-1'],
  ]);
  expect(JSON.stringify(entries)).not.toContain('token');
});
