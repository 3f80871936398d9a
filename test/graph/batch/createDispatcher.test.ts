import { AppError } from '../../../src/base/appError';
import type { Trouble } from '../../../src/base/createTrouble';
import { createDispatcher } from '../../../src/graph/batch/createDispatcher';
import { createThrottleController } from '../../../src/graph/throttling/throttleController';
import type { Random } from '../../../src/base/random';
import { toRequestClass } from '../../../src/graph/requestClass';
import { createPipeline } from '../../../src/http/createPipeline';
import type { GraphRequest } from '../../../src/graph/types';
import type { HttpRequest, HttpResponse } from '../../../src/http/types';
import { answer, challenge } from '../../http/answers';
import { recordLog } from '../../base/recordLog';
import { createVirtualClock } from '../../support/virtualClock';

const graphUrl = 'https://graph.test';

interface Item {
  readonly id: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}
type Reply = (
  items: readonly Item[],
  nth: number,
  batch: HttpRequest,
) => HttpResponse | Promise<HttpResponse>;

/** A dispatcher over a wire of 100 ms, where `reply` answers each batch. */
function setup(reply: Reply = (items) => served(items), random: Random = () => 0) {
  const clock = createVirtualClock();
  const batches: { readonly urls: readonly string[]; readonly request: HttpRequest; readonly at: number }[] =
    [];
  const throttle = createThrottleController({ clock });
  const troubles: (Trouble | undefined)[] = [];
  const { logger, entries } = recordLog();
  const dispatcher = createDispatcher({
    graphUrl,
    version: 'v1.0',
    throttle,
    clock,
    random,
    logger,
    onTrouble: (trouble) => troubles.push(trouble),
    send: async (request) => {
      const { requests } = JSON.parse(request.body ?? '') as { requests: Item[] };
      batches.push({ urls: requests.map(({ url }) => url), request, at: clock.monotonic() });
      await clock.wait(50);
      const answered = await reply(requests, batches.length - 1, request);
      await clock.wait(50);
      return answered;
    },
  });
  const send = (method: 'GET' | 'POST', path: string, changes: Partial<GraphRequest> = {}) => {
    const body = method === 'POST' ? { body: { a: 1 } } : {};
    const ending = dispatcher.send({ method, path, scopes: ['User.Read'], ...body, ...changes });
    ending.catch(() => undefined);
    return ending;
  };
  return {
    clock,
    batches,
    entries,
    troubles,
    read: (path: string, changes?: Partial<GraphRequest>) => send('GET', path, changes),
    write: (path: string, changes?: Partial<GraphRequest>) => send('POST', path, changes),
  };
}

type Respond = (item: Item) => { status: number; headers?: Record<string, string> };

function served(items: readonly Item[], respond: Respond = () => ({ status: 200 })): HttpResponse {
  const responses = items.map((item) => ({ id: item.id, body: { url: item.url }, ...respond(item) }));
  return { ...answer(200, { responses: responses.reverse() }), tokenId: 1 };
}

const range = (count: number): string[] => Array.from({ length: count }, (_, index) => `/${index + 1}`);
const bulk = { priority: 'bulk' } as const;

test('calls of one moment share a batch, and each gets its own answer', async () => {
  const { clock, batches, read } = setup();
  const answers = await clock.run(Promise.all(range(3).map((path) => read(path))));
  expect(batches.map(({ urls }) => urls)).toEqual([['/1', '/2', '/3']]);
  expect(batches[0]?.request).toMatchObject({
    method: 'POST',
    url: `${graphUrl}/v1.0/$batch`,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    scopes: ['User.Read'],
  });
  expect(answers.map(({ body }) => body)).toEqual(range(3).map((url) => ({ url })));
});

test('a batch has twenty items at most, of the same permissions, reads apart from writes', async () => {
  const { clock, batches, read, write } = setup();
  const reads = range(45).map((path) => read(path));
  const others = [read('/other', { scopes: ['User.Read.All'] }), write('/write')];
  await clock.run(Promise.all([...reads, ...others]));
  expect(batches.map(({ urls }) => urls.length).sort()).toEqual([1, 1, 20, 20, 5]);
});

test('a body travels as JSON with its Content-Type, headers with their item', async () => {
  const { clock, batches, write } = setup();
  await clock.run(write('/1', { isEventual: true }));
  expect(JSON.parse(batches[0]?.request.body ?? '')).toEqual({
    requests: [
      {
        id: '1',
        method: 'POST',
        url: '/1',
        headers: {
          'content-type': 'application/json',
          consistencylevel: 'eventual',
          'x-ms-throttle-priority': 'High',
        },
        body: { a: 1 },
      },
    ],
  });
});

test('three refused of twenty go round again after the wait, and the seventeen have their answers before', async () => {
  const refused = new Set(['/3', '/7', '/20']);
  const { clock, batches, write } = setup((items, nth) =>
    served(items, ({ url }) =>
      nth === 0 && refused.has(url) ? { status: 429, headers: { 'Retry-After': '10' } } : { status: 200 },
    ),
  );
  const endedAt: number[] = [];
  const all = range(20).map((path) => write(path, bulk).then(() => endedAt.push(clock.monotonic())));
  await clock.run(Promise.all(all));
  expect(endedAt.filter((at) => at < 1_000)).toHaveLength(17);
  expect(batches[1]?.urls).toEqual(['/3', '/7', '/20']);
  expect((batches[1]?.at ?? 0) - (batches[0]?.at ?? 0)).toBeGreaterThanOrEqual(10_000);
});

test('a refusal of one holds nobody else, and one of a batch holds its class', async () => {
  const headers = { 'Retry-After': '10' };
  const { clock, batches, read, write } = setup((items, nth) =>
    served(items, () => (nth === 0 ? { status: 429, headers } : { status: 200 })),
  );
  const first = range(5).map((path) => write(path, bulk));
  const later = clock
    .wait(5_000)
    .then(() => Promise.all([write('/single'), read('/read'), write('/6', bulk)]));
  await clock.run(Promise.all([...first, later]));
  const sentAt = (path: string) => batches.slice(1).find(({ urls }) => urls.includes(path))?.at ?? 0;
  expect(sentAt('/single')).toBeLessThan(6_000);
  expect(sentAt('/read')).toBeLessThan(6_000);
  expect([sentAt('/1'), sentAt('/6')].every((at) => at >= 10_100)).toBe(true);
});

test('calls that are refused together for a minute are sent as often as it takes', async () => {
  const { clock, batches, write } = setup((items) =>
    served(items, () =>
      clock.monotonic() < 60_000 ? { status: 429, headers: { 'Retry-After': '3' } } : { status: 200 },
    ),
  );
  const answers = await clock.run(Promise.all(range(20).map((path) => write(path, bulk))));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(clock.monotonic()).toBeLessThan(64_000);
  expect(batches.slice(2, -1).every(({ urls }) => urls.length <= 4)).toBe(true);
});

test('a limit on writes alone does not hold reads', async () => {
  const headers = { 'Retry-After': '150', 'x-ms-throttle-scope': 'Tenant_Application/Write/app/tenant' };
  const { clock, read, write } = setup((items, nth) =>
    served(items, () => (nth === 0 ? { status: 429, headers } : { status: 200 })),
  );
  const written = write('/1', bulk);
  const readAt = clock
    .wait(1_000)
    .then(() => read('/2'))
    .then(() => clock.monotonic());
  await expect(clock.run(readAt)).resolves.toBeLessThan(2_000);
  await clock.run(written);
  expect(clock.monotonic()).toBeGreaterThan(150_000);
});

test('a whole batch that is refused with a hidden wait rests ten seconds, then twenty', async () => {
  const { clock, batches, write } = setup((items, nth) => (nth < 2 ? answer(429) : served(items)));
  await clock.run(Promise.all(range(4).map((path) => write(path, bulk))));
  const [first, second, third] = batches.map(({ at }) => at);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(10_000);
  expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(20_000);
  expect(batches).toHaveLength(3);
});

test.each<[string, Reply]>([
  ['an error in a success', () => answer(200, { error: { code: 'x' } })],
  ['HTML in a success', () => answer(200, '<html></html>')],
  ['cut JSON', () => answer(200, '{"responses":[{"id":"1"')],
  ['no responses', () => answer(200, {})],
  ['a batch called bad', () => answer(400)],
  ['ids that nobody asked for', (items) => served(items.map((item) => ({ ...item, id: `x${item.id}` })))],
])('%s leaves open what became of a write, and a read is sent again', async (_name, reply) => {
  const { clock, batches, read, write } = setup((items, nth, batch) =>
    nth < 2 ? reply(items, nth, batch) : served(items),
  );
  const reading = read('/read');
  const writing = write('/write');
  await expect(clock.run(writing)).rejects.toMatchObject({ code: 'unexpected-answer' });
  await expect(clock.run(reading)).resolves.toMatchObject({ status: 200 });
  expect(batches.filter(({ urls }) => urls.includes('/write'))).toHaveLength(1);
});

test('a missing item is lost, the others are answered', async () => {
  const { clock, write } = setup((items) => served(items.slice(1)));
  const [missing, present] = [write('/1'), write('/2')];
  await expect(clock.run(present)).resolves.toMatchObject({ status: 200 });
  await expect(clock.run(missing)).rejects.toMatchObject({ code: 'unexpected-answer' });
});

test.each(['offline', 'timed-out'] as const)(
  'a batch that ends %s loses its writes, and reads go again',
  async (code) => {
    const { clock, read, write } = setup((items, nth) => {
      if (nth < 2) throw new AppError(code);
      return served(items);
    });
    const [reading, writing] = [read('/1'), write('/2')];
    await expect(clock.run(writing)).rejects.toMatchObject({ code });
    await expect(clock.run(reading)).resolves.toMatchObject({ status: 200 });
  },
);

test('what refuses every token ends each call, without another try', async () => {
  const failure = new AppError('sign-in-needed', { claims: '{}' });
  const { clock, batches, read } = setup(() => Promise.reject(failure));
  const readings = range(3).map((path) => read(path));
  for (const reading of readings) await expect(clock.run(reading)).rejects.toBe(failure);
  expect(batches).toHaveLength(1);
});

test('items whose token is refused are sent once more together, naming it, and the others are not', async () => {
  const claims = { access_token: {} };
  const headers = { 'WWW-Authenticate': challenge(claims) };
  const { clock, batches, write } = setup((items, nth) =>
    served(items, ({ url }) => (nth === 0 && url !== '/2' ? { status: 401, headers } : { status: 200 })),
  );
  await clock.run(Promise.all(range(3).map((path) => write(path))));
  expect(batches.map(({ urls }) => urls)).toEqual([
    ['/1', '/2', '/3'],
    ['/1', '/3'],
  ]);
  expect(batches[1]?.request.refusedToken).toEqual({ id: 1, claims: JSON.stringify(claims) });
});

test('a service that refuses every token gets two tries, not an endless row', async () => {
  const { clock, batches, read } = setup((items) => served(items, () => ({ status: 401 })));
  await expect(clock.run(read('/1'))).resolves.toMatchObject({ status: 401 });
  expect(batches).toHaveLength(2);
});

test('a refusal of the whole batch after a fresh token is the answer of each', async () => {
  const { clock, batches, read } = setup(() => ({ ...answer(401), tokenId: 2 }));
  await expect(clock.run(read('/1'))).resolves.toMatchObject({ status: 401 });
  expect(batches).toHaveLength(1);
});

test('a queued call goes at once when it is stopped, a read on its way too, a write on its way does not', async () => {
  const { clock, batches, read, write } = setup();
  const stopping = new AbortController();
  const { signal } = stopping;
  const onWay = [read('/1', { signal }), write('/2', { signal })] as const;
  await clock.run(clock.wait(20));
  const queued = write('/3', { signal });
  stopping.abort();
  await expect(queued).rejects.toMatchObject({ code: 'cancelled' });
  await expect(onWay[0]).rejects.toMatchObject({ code: 'cancelled' });
  await expect(clock.run(onWay[1])).resolves.toMatchObject({ status: 200 });
  await clock.run(clock.wait(1_000));
  expect(batches.flatMap(({ urls }) => urls)).toEqual(['/1', '/2']);
  await expect(read('/4', { signal })).rejects.toMatchObject({ code: 'cancelled' });
});

test('a write that was stopped on its way and refused is not sent again', async () => {
  const { clock, batches, write } = setup((items) =>
    served(items, () => ({ status: 429, headers: { 'Retry-After': '5' } })),
  );
  const stopping = new AbortController();
  const writing = write('/1', { signal: stopping.signal });
  await clock.run(clock.wait(20));
  stopping.abort();
  await expect(clock.run(writing)).rejects.toMatchObject({ code: 'cancelled' });
  await clock.run(clock.wait(60_000));
  expect(batches).toHaveLength(1);
});

test('what waits for a token when it is stopped never leaves, and its companions go without it', async () => {
  const clock = createVirtualClock();
  const throttle = createThrottleController({ clock });
  const left: string[][] = [];
  let tokenComes: (token: string) => void = () => undefined;
  const token = new Promise<string>((resolve) => (tokenComes = resolve));
  const pipeline = createPipeline({
    clock,
    getToken: () => token,
    send: ({ body = '' }) => {
      const { requests } = JSON.parse(body) as { requests: Item[] };
      left.push(requests.map(({ url }) => url));
      return Promise.resolve(served(requests));
    },
  });
  const dispatcher = createDispatcher({
    ...{ graphUrl, version: 'v1.0', throttle, clock },
    random: () => 0,
    send: pipeline,
  });
  const write = (path: string, signal?: AbortSignal) =>
    dispatcher.send({ method: 'POST', path, ...bulk, body: {}, scopes: ['User.Read'], signal });
  const stopping = new AbortController();
  const stopped = ['/1', '/2'].map((path) => write(path, stopping.signal));
  const other = write('/3');
  const ends = Promise.allSettled(stopped);
  await clock.run(clock.wait(5_000));
  stopping.abort();
  for (const end of await clock.run(ends)) expect(end).toMatchObject({ reason: { code: 'cancelled' } });
  tokenComes('late');
  await expect(clock.run(other)).resolves.toMatchObject({ status: 200 });
  expect(left).toEqual([['/3']]);
  // The two never counted: one write is gone of 2,970, and it is earned again meanwhile.
  expect(throttle.getAllowance().writes(toRequestClass('write', 'bulk'))).toBeGreaterThan(2_968);
});

test('readings whose batch was broken are sent again together', async () => {
  const chances = [0.9, 0.1, 0.5, 0.3, 0.7];
  const { clock, batches, read } = setup(
    (items, nth) => (nth === 0 ? answer(500) : served(items)),
    () => chances.shift() ?? 0.2,
  );
  await clock.run(Promise.all(['/1', '/2', '/3'].map((path) => read(path))));
  expect(batches.map(({ urls }) => urls.length)).toEqual([3, 3]);
});

test('a write held by a shut gate is let go of at once', async () => {
  const { clock, write } = setup((items) =>
    served(items, () => ({ status: 429, headers: { 'Retry-After': '60' } })),
  );
  void write('/1');
  await clock.run(clock.wait(1_000));
  const stopping = new AbortController();
  const held = write('/2', { signal: stopping.signal });
  stopping.abort();
  await expect(held).rejects.toMatchObject({ code: 'cancelled' });
});

test('a wait of hours ends bulk calls at once, also those to come, and lets people try', async () => {
  const { clock, batches, write } = setup((items, nth) =>
    served(items, () => (nth === 0 ? { status: 429, headers: { 'Retry-After': '86400' } } : { status: 200 })),
  );
  const first = write('/1', bulk);
  await expect(clock.run(first)).rejects.toMatchObject({ code: 'throttled', retryAfterInMs: 86_400_000 });
  const later = write('/2', bulk);
  await expect(clock.run(later)).rejects.toMatchObject({ code: 'throttled' });
  await expect(clock.run(write('/3'))).resolves.toMatchObject({ status: 200 });
  expect(batches.map(({ urls }) => urls)).toEqual([['/1'], ['/3']]);
});

test('photos are asked for four at a time', async () => {
  const { clock, batches, read } = setup();
  const photos = range(10).map((path) => read(`/users${path}/photos/48x48/$value`));
  await clock.run(Promise.all([...photos, read('/me')]));
  expect(batches.map(({ urls }) => urls.filter((url) => url.includes('photos')).length)).toEqual([4, 4, 2]);
});

test('bulk batches are four at a time, and people do not wait for them', async () => {
  const { clock, batches, read, write } = setup();
  const all = range(200).map((path) => write(path, bulk));
  await clock.run(clock.wait(20));
  expect(batches).toHaveLength(4);
  const asked = clock.monotonic();
  await clock.run(read('/me'));
  expect(clock.monotonic() - asked).toBeLessThan(150);
  await clock.run(Promise.all(all));
  expect(batches).toHaveLength(11);
});

test('an address elsewhere is never sent a token', async () => {
  const { clock, batches, read } = setup();
  await expect(clock.run(read('https://evil.test/v1.0/me'))).rejects.toMatchObject({
    code: 'internal',
  });
  expect(batches).toEqual([]);
});

test('each batch is logged with the number of its items by how they ended, never an item', async () => {
  const { clock, entries, read } = setup((items, nth) => {
    const statuses: Record<string, number> = { '/1': 404, '/2': nth === 0 ? 429 : 200 };
    const kept = items.filter(({ url }) => url !== '/3' || nth > 0);
    return served(kept, ({ url }) => ({ status: statuses[url] ?? 200, headers: { 'Retry-After': '10' } }));
  });
  await clock.run(Promise.all(range(5).map((path) => read(path))));
  expect(entries.map(({ level, event }) => [level, event])).toEqual([
    ['warn', 'batch-finished'],
    ['debug', 'batch-finished'],
    ['debug', 'batch-finished'],
  ]);
  expect(entries[0]?.fields).toEqual({
    count: 5,
    done: 2,
    throttled: 1,
    failed: 1,
    lost: 1,
    retried: 2,
    retryAfterInMs: 10_000,
  });
});

test('why calls wait is told after each batch, and that they wait no longer', async () => {
  const refused = answer(429, {}, { 'retry-after': '1' });
  const replies = [answer(503), refused, (items: readonly Item[]) => served(items, () => ({ status: 500 }))];
  const { clock, read, troubles } = setup((items, nth) => {
    const reply = replies[nth];
    return typeof reply === 'function' ? reply(items) : (reply ?? served(items));
  });
  await clock.run(read('/1'));
  expect(troubles).toEqual(['unavailable', 'throttled', 'unavailable', undefined]);
});
