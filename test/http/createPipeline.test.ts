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
  // Waits of the retry policy are over at once; the limit of a try must not be, so it is left to its abort.
  const instant = manualClock({ isInstant: true });
  const clock = {
    ...instant,
    wait: (ms: number, signal?: AbortSignal) =>
      ms === 30_000 ? new Promise<void>(() => undefined) : instant.wait(ms, signal),
  };
  const send = createPipeline({
    send: (outgoing) => {
      sent.push(outgoing);
      return Promise.resolve(answers[sent.length - 1] ?? answer(200));
    },
    getToken: () => Promise.resolve(`token-${(tokens += 1)}`),
    clock,
    random: () => 0,
    newId: () => `id-${(ids += 1)}`,
    ...options,
  });
  return { send, sent };
}

test('the tries of one request share an id, and each takes the token of its moment', async () => {
  const { send, sent } = setup([answer(503), answer(503)]);
  await send(request({ scopes: ['User.Read'] }));
  expect(sent.map(({ headers }) => headers['client-request-id'])).toEqual(['id-1', 'id-1', 'id-1']);
  expect(sent.map(({ headers }) => headers['authorization'])).toEqual([
    'Bearer token-1',
    'Bearer token-2',
    'Bearer token-3',
  ]);
});

test('every try has a time limit', async () => {
  const { send, sent } = setup([]);
  await send(request());
  expect(sent[0]?.signal).toBeInstanceOf(AbortSignal);
});

test('every try is logged with the id that the service was given', async () => {
  const { logger, entries } = recordLog();
  const { send } = setup([answer(503), answer(200, {}, { 'request-id': 'r' })], { logger });
  await send(request({ scopes: ['User.Read'] }));
  expect(entries.map(({ event, fields }) => [event, fields.status, fields.clientRequestId])).toEqual([
    ['request-finished', 503, 'id-1'],
    ['retry-planned', undefined, undefined],
    ['request-finished', 200, 'id-1'],
  ]);
  expect(JSON.stringify(entries)).not.toContain('token');
});
