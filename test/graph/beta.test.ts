import * as v from 'valibot';
import { mapGraphError } from '../../src/graph/mapGraphError';
import { createThrottleController } from '../../src/graph/throttling/throttleController';
import { toRequestClass } from '../../src/graph/requestClass';
import { publishedWriteQuota } from '../../src/graph/throttling/writeQuota';
import { createGraph } from '../../src/graph/createGraph';
import type { GraphRequest } from '../../src/graph/types';
import type { HttpRequest } from '../../src/http/types';
import { answer } from '../http/answers';
import { createVirtualClock } from '../support/virtualClock';
import { servingBatches } from './servingBatches';
import { setup } from './setup';

const item = v.object({ id: v.string() });
const origin = 'https://graph.microsoft.com';
const allotments: GraphRequest = {
  version: 'beta',
  path: '/admin/cloudLicensing/allotments',
  scopes: ['Directory.Read.All'],
};

function page(ids: readonly string[], next?: string) {
  const more = next === undefined ? {} : { '@odata.nextLink': next };
  return answer(200, { value: ids.map((id) => ({ id })), ...more });
}

test('calls of beta travel in batches of beta, and those of v1.0 in their own', async () => {
  const urls: string[] = [];
  const clock = createVirtualClock();
  const serve = servingBatches(() => Promise.resolve(page(['a'])));
  const send = (request: HttpRequest) => {
    urls.push(request.url);
    return serve(request);
  };
  const graph = createGraph({ graphUrl: origin, send, clock, random: () => 0 });
  const users: GraphRequest = { path: '/users', scopes: ['Directory.Read.All'] };
  const both = Promise.all([graph.firstPage(allotments, item), graph.firstPage(users, item)]);
  await clock.run(both);
  expect(urls.toSorted()).toEqual([`${origin}/beta/$batch`, `${origin}/v1.0/$batch`]);
});

test('pages of beta go on in beta, and a link to another version is not followed', async () => {
  const next = `${origin}/beta/admin/cloudLicensing/allotments?$skipToken=2`;
  const { graph, sent } = setup(({ url }) => (url.includes('skipToken') ? page(['b']) : page(['a'], next)));
  await expect(graph.allPages(allotments, item)).resolves.toEqual([{ id: 'a' }, { id: 'b' }]);
  expect(sent[1]?.url).toBe(next);
  const strange = setup(() => page(['a'], next.replace('beta', 'v1.0')));
  await expect(strange.graph.allPages(allotments, item)).rejects.toMatchObject({ code: 'unexpected-answer' });
  const stranger = setup(() => page(['a'], next));
  const old: GraphRequest = { ...allotments, version: undefined };
  await expect(stranger.graph.allPages(old, item)).rejects.toMatchObject({ code: 'unexpected-answer' });
});

test('the inner error says the finer code, its property, and a wait that the header lacks', () => {
  const inner = { code: 'notFound', propertyName: 'assignedTo', ids: ['a'], retryAfterSeconds: 550 };
  const body = { error: { code: 'badRequest', message: 'a sentence', innerError: inner } };
  expect(mapGraphError(answer(400, body), 0)).toMatchObject({
    code: 'bad-request',
    serviceCode: 'badRequest',
    innerCode: 'notFound',
    property: 'assignedTo',
    retryAfterInMs: 550_000,
  });
  const said = mapGraphError(answer(429, body, { 'retry-after': '3' }), 0);
  expect(said).toMatchObject({ code: 'throttled', retryAfterInMs: 3_000 });
});

test('a quota of writes that is unknown gives the least time only, and learns from any refusal of its class', () => {
  const clock = createVirtualClock();
  const known = createThrottleController({ clock });
  const unknown = createThrottleController({ clock, quota: { ...publishedWriteQuota, isUnknown: true } });
  expect([known.timeLeftError(), unknown.timeLeftError()]).toEqual([0, Infinity]);
  const bulkWrites = toRequestClass('write', 'bulk');
  const refused = {
    size: 20,
    refusals: 20,
    isWhole: false,
    namesWrites: false,
    retryAfterInMs: 5_000,
    percentage: undefined,
  };
  for (const throttle of [known, unknown]) throttle.onResponse(throttle.onSend(bulkWrites, 20), refused);
  expect(known.getAllowance().writes(bulkWrites)).toBeGreaterThan(2_000);
  expect(unknown.getAllowance().writes(bulkWrites)).toBeLessThan(0);
});
