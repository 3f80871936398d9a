import type { Clock } from '../../src/base/clock';
import { seededRandom } from '../../src/base/random';
import type { HttpRequest, HttpResponse, Send } from '../../src/http/types';
import { GraphRefusal } from '../../src/sandbox/graph/graphRefusal';
import { QuotaMeter } from '../../src/sandbox/graph/quota/quotaMeter';
import { publishedQuota } from '../../src/sandbox/graph/quota/quotaSettings';
import { answer } from '../http/answers';
import { servingBatches } from './servingBatches';

/** One item as the service saw it. */
interface Served {
  readonly path: string;
  readonly status: number;
  /** By the clock's `monotonic`. */
  readonly at: number;
}

/** Options of a metered service. */
export interface MeteredServiceOptions {
  readonly clock: Clock;
  readonly seed?: number;
  /** Milliseconds there and back. */
  readonly latencyInMs?: number;
  /** Headers that never come. */
  readonly hiding?: readonly string[];
  /** Answers in place of the service; undefined lets it serve. */
  readonly interfere?: (item: HttpRequest, nth: number) => HttpResponse | undefined;
}

/** A service that serves everything, but no more than the published quotas allow; latency varies by a third. */
export function meteredService({
  clock,
  seed = 1,
  latencyInMs = 300,
  hiding = [],
  interfere = () => undefined,
}: MeteredServiceOptions) {
  const random = seededRandom(seed);
  const quota = new QuotaMeter({ clock, random, users: 10_000, settings: publishedQuota });
  const items: Served[] = [];
  const batches: number[] = [];
  const serve = (item: HttpRequest): HttpResponse => {
    const served = interfere(item, items.length) ?? charge(quota, item);
    items.push({
      path: new URL(item.url).pathname.replace('/v1.0', ''),
      status: served.status,
      at: clock.monotonic(),
    });
    const visible = Object.entries(served.headers).filter(([name]) => !hiding.includes(name));
    return { ...served, headers: Object.fromEntries(visible) };
  };
  const serveBatch = servingBatches((item) => Promise.resolve(serve(item)));
  const half = (): Promise<void> => clock.wait((latencyInMs * (0.7 + 0.6 * random())) / 2);
  const send: Send = async (request) => {
    batches.push((JSON.parse(request.body ?? '{}') as { requests: unknown[] }).requests.length);
    await half();
    const answered = await serveBatch(request);
    await half();
    return answered;
  };
  return { send, quota, items, batches, refused: () => items.filter(({ status }) => status === 429).length };
}

function charge(quota: QuotaMeter, item: HttpRequest): HttpResponse {
  const priority = item.headers['x-ms-throttle-priority'];
  try {
    const headers = quota.charge({
      caller: { appid: 'app', tid: 'tenant' },
      kind: item.method === 'GET' ? 'read' : 'write',
      units: 1,
      ...(priority === undefined ? {} : { priority }),
    });
    return answer(200, {}, headers);
  } catch (thrown) {
    if (!(thrown instanceof GraphRefusal)) throw thrown;
    const { headers = {} } = thrown.extras;
    const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
    const error = { code: thrown.code, message: thrown.message };
    return answer(thrown.status, { error }, Object.fromEntries(lower));
  }
}
