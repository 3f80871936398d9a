// cspell:locale en-US,sv
import * as v from 'valibot';
import { AppError } from '../../src/base/appError';
import { createGraph } from '../../src/graph/createGraph';
import type { GraphRequest } from '../../src/graph/types';
import type { HttpResponse } from '../../src/http/types';
import { answer } from '../http/answers';
import { createVirtualClock } from '../support/virtualClock';
import { servingBatches } from './servingBatches';
import { setup } from './setup';

const named = v.object({ id: v.string() });
const users: GraphRequest = { path: '/users', scopes: ['User.Read.All'] };

test('a read goes to v1.0 with its scopes, and its body is parsed', async () => {
  const { graph, sent } = setup(() => answer(200, { id: 'a', more: 1 }));
  await expect(graph.send({ path: '/me', scopes: ['User.Read'] }, named)).resolves.toEqual({ id: 'a' });
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    method: 'GET',
    url: 'https://graph.microsoft.com/v1.0/me',
    scopes: ['User.Read'],
  });
});

test('options reach the service as they were meant, whatever characters they hold', async () => {
  const { graph, sent } = setup(() => answer(200, { value: [] }));
  const query = {
    select: ['id', 'displayName'],
    filter: "displayName eq 'O''Neil & Söner+1=2?#' and id in ('a','b')",
    search: '"displayName:a\\"b & c"',
    orderBy: 'displayName',
    expand: 'members($select=id)',
    top: 5,
    count: true,
  };
  await graph.firstPage({ ...users, query }, named);
  const { searchParams, pathname } = new URL(sent[0]?.url ?? '');
  expect(pathname).toBe('/v1.0/users');
  expect(Object.fromEntries(searchParams)).toEqual({
    $select: 'id,displayName',
    $filter: query.filter,
    $search: query.search,
    $orderby: 'displayName',
    $expand: 'members($select=id)',
    $top: '5',
    $count: 'true',
  });
});

test('ConsistencyLevel is sent only when asked for', async () => {
  const { graph, sent } = setup(() => answer(200, { value: [] }));
  await graph.firstPage(users, named);
  await graph.firstPage({ ...users, isEventual: true }, named);
  expect(sent.map(({ headers }) => headers['consistencylevel'])).toEqual([undefined, 'eventual']);
});

test.each(['POST', 'PATCH', 'PUT'] as const)('%s sends its body as JSON', async (method) => {
  const { graph, sent } = setup(() => answer(202, ''));
  const body = { addLicenses: [], removeLicenses: ['x'] };
  await graph.send({ method, path: '/users/1/assignLicense', body, scopes: [] }, v.unknown());
  expect(sent[0]?.method).toBe(method);
  expect(sent[0]?.headers['content-type']).toBe('application/json');
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual(body);
});

test('DELETE sends no body, and an empty answer is undefined', async () => {
  const { graph, sent } = setup(() => ({ status: 204, headers: {}, body: new Uint8Array() }));
  await expect(
    graph.send({ method: 'DELETE', path: '/x', scopes: [] }, v.undefined()),
  ).resolves.toBeUndefined();
  expect(sent[0]?.body).toBeUndefined();
});

test.each([429, 503, 504])(
  'a read that ends with %d is tried six times, or as often as the caller says',
  async (status) => {
    const { graph, sent } = setup(() => answer(status));
    await expect(graph.send({ path: '/me', scopes: [] }, named)).rejects.toBeInstanceOf(AppError);
    expect(sent).toHaveLength(6);
    await expect(graph.send({ path: '/me', scopes: [], maxAttempts: 2 }, named)).rejects.toBeInstanceOf(
      AppError,
    );
    expect(sent).toHaveLength(8);
  },
);

test('a call says whether a person waits for it', async () => {
  const { graph, sent } = setup(() => answer(200, { id: 'a' }));
  await graph.send({ path: '/me', scopes: [] }, named);
  await graph.send({ path: '/me', scopes: [], priority: 'bulk' }, named);
  expect(sent.map(({ headers }) => headers['x-ms-throttle-priority'])).toEqual(['High', 'Normal']);
});

test('the time for writes is told by what is known of the quota', () => {
  const { graph } = setup();
  expect(graph.timeForWrites(0)).toBe(0);
  expect(graph.timeForWrites(80)).toBeLessThan(1_000);
  expect(graph.timeForWrites(5_000) / 100_000).toBeCloseTo(1, 1);
});

test('while one write waits alone for longer than all others take, that is the least of the time', async () => {
  const clock = createVirtualClock();
  let tries = 0;
  const graph = createGraph({
    graphUrl: 'https://graph.microsoft.com',
    clock,
    random: () => 0,
    send: servingBatches(() =>
      Promise.resolve((tries += 1) === 1 ? answer(429, {}, { 'retry-after': '10' }) : answer(204)),
    ),
  });
  const request = { method: 'POST', path: '/users/1/assignLicense', scopes: [], priority: 'bulk' } as const;
  const ended = graph.send({ ...request, body: {} }, v.unknown());
  await clock.run(clock.wait(2_000));
  expect(graph.timeForWrites(1)).toBeGreaterThan(7_900);
  expect(graph.timeLeftError(1)).toBe(Infinity);
  expect(graph.timeLeftError(5_000)).toBe(0);
  await clock.run(ended);
  expect([graph.timeForWrites(0), graph.timeLeftError(1)]).toEqual([0, 0]);
});

test('what Send rejects with comes through untouched', async () => {
  const failure = new AppError('sign-in-needed', { claims: '{}' });
  const { graph } = setup(() => Promise.reject(failure));
  await expect(graph.send({ path: '/me', scopes: [] }, named)).rejects.toBe(failure);
});

test('a refusal is told by its code', async () => {
  const body = { error: { code: 'Authorization_RequestDenied', message: 'Insufficient privileges.' } };
  const { graph } = setup(() => answer(403, body, { 'request-id': 'r1' }));
  await expect(graph.send({ path: '/me', scopes: [] }, named)).rejects.toMatchObject({
    code: 'forbidden',
    serviceCode: 'Authorization_RequestDenied',
    requestId: 'r1',
  });
});

test.each([
  ['an error inside of a success', { error: { code: 'x' } }],
  ['a page of HTML', '<html></html>'],
  ['cut JSON', '{"id": "a'],
  ['nothing', ''],
])('%s is an unexpected answer', async (_name, body) => {
  const { graph } = setup(() => answer(200, body));
  await expect(graph.send({ path: '/me', scopes: [] }, named)).rejects.toMatchObject({
    code: 'unexpected-answer',
    status: 200,
  });
});

test('an unexpected answer names the place and none of the values', async () => {
  const { graph } = setup(() => answer(200, { value: [{ id: { secret: 'Ada' } }, {}] }));
  const error = await graph.firstPage(users, named).catch((thrown: unknown) => thrown as AppError);
  expect(error).toMatchObject({ faults: ['value.0.id: expected string', 'value.1.id: expected "id"'] });
  expect(JSON.stringify(error)).not.toContain('Ada');
});

test('an item that is not as documented leaves the others of its page', async () => {
  const { graph } = setup(() => answer(200, { value: [{ id: 'fine' }, { id: null }, null] }));
  await expect(graph.firstPage(users, named)).resolves.toMatchObject({ items: [{ id: 'fine' }] });
});

test('a count in plain text is read, also behind a byte order mark', async () => {
  const { graph } = setup(() => answer(200, '\uFEFF42', { 'content-type': 'text/plain' }));
  await expect(graph.send({ path: '/users/$count', scopes: [] }, v.number())).resolves.toBe(42);
});

test('bytes come with their media type', async () => {
  const body = Uint8Array.from([0xff, 0xd8, 0x00]);
  const { graph } = setup(() => ({ status: 200, headers: { 'content-type': 'image/jpeg; q=1' }, body }));
  await expect(graph.sendForBytes({ path: '/users/1/photo/$value', scopes: [] })).resolves.toEqual({
    bytes: body,
    mediaType: 'image/jpeg',
  });
});

test('an id in the path stays one segment', async () => {
  const { graph, sent } = setup(() => answer(200, { id: 'a' }));
  await graph.send({ path: `/users/${encodeURIComponent('a/b?c#EXT#')}`, scopes: [] }, named);
  expect(sent[0]?.url).toBe('https://graph.microsoft.com/v1.0/users/a%2Fb%3Fc%23EXT%23');
});

test('calls at the same time keep their own answers', async () => {
  const { graph } = setup(async ({ url }): Promise<HttpResponse> => {
    const id = url.at(-1) ?? '';
    for (let turn = 0; turn < 9 - Number(id); turn += 1) await Promise.resolve();
    return answer(200, { id });
  });
  const read = (id: string) => graph.send({ path: `/users/${id}`, scopes: [] }, named);
  await expect(Promise.all(['1', '2', '3'].map(read))).resolves.toEqual([
    { id: '1' },
    { id: '2' },
    { id: '3' },
  ]);
});

test('a call that failed is logged with the ids that support asks for; those of jobs are only counted', async () => {
  const { graph, entries } = setup(() =>
    answer(403, { error: { code: 'Authorization_RequestDenied' } }, { 'request-id': 'r' }),
  );
  const call: GraphRequest = { method: 'PATCH', path: '/users/1', query: { select: ['id'] }, scopes: [] };
  await expect(graph.send(call, v.unknown())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(graph.send({ ...call, priority: 'bulk' }, v.unknown())).rejects.toMatchObject({
    code: 'forbidden',
  });
  const failed = entries.filter(({ event }) => event === 'call-failed');
  expect(failed).toHaveLength(1);
  expect(failed[0]).toMatchObject({
    level: 'warn',
    area: 'graph',
    fields: {
      method: 'PATCH',
      path: '/users/1',
      code: 'forbidden',
      status: 403,
      serviceCode: 'Authorization_RequestDenied',
      requestId: 'r',
    },
  });
});
