import type { Clock } from '../../base/clock';
import type { GraphEmulator } from '../graph/graphEmulator';
import type { EmulatorResponse } from '../graph/emulatorHttp';
import type { Site } from './siteTypes';

/** One request that Graph answered, for the pages' logs and for tests. */
export interface GraphRequestRecord {
  /** Place in the log, from 0; grows by one with each request. */
  readonly number: number;
  readonly method: string;
  /** Path and query, without the origin. */
  readonly path: string;
  /** The HTTP status; 0 for a connection that was closed, -1 for one on which nothing came. */
  readonly status: number;
  readonly durationInMs: number;
  /** Resource units that it used up; those of a batch are the sum of its items'. */
  readonly cost: number;
  /** Number of items of a batch by status. */
  readonly items?: Readonly<Record<string, number>>;
  /** Share of the quota in use; only from 0.8 on. */
  readonly throttlePercentage?: string;
  /** The faults that were injected into it. */
  readonly faults?: readonly string[];
}

/** Maximum number of requests in the log. */
const remembered = 500;

/** Makes the Graph site; what it answered is added to `log`, newest last. */
export function createGraphSite(
  emulator: () => GraphEmulator,
  clock: Clock,
  log: GraphRequestRecord[],
): Site {
  let number = 0;
  return async (request) => {
    const startedAt = clock.monotonic();
    const graph = emulator();
    const injectedBefore = graph.faults.injected().length;
    const answer = await graph.handle(request);
    const { pathname, search } = new URL(request.url);
    const injected = graph.faults
      .injected()
      .slice(injectedBefore)
      .filter(({ requestId }) => [undefined, requestId].includes(answer.headers['request-id']));
    log.push({
      number,
      method: request.method,
      path: pathname + search,
      status: answer.status,
      durationInMs: Math.round(clock.monotonic() - startedAt),
      ...costOf(answer, /\/\$batch$/i.test(pathname)),
      ...(injected.length > 0 ? { faults: injected.map(({ kind }) => kind) } : {}),
    });
    number += 1;
    if (log.length > remembered) log.splice(0, log.length - remembered);
    return answer;
  };
}

interface BatchItem {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const units = 'x-ms-resource-unit';
const percentage = 'x-ms-throttle-limit-percentage';

function costOf(
  answer: EmulatorResponse,
  isBatch: boolean,
): Pick<GraphRequestRecord, 'cost' | 'items' | 'throttlePercentage'> {
  const percentageUsed = answer.headers[percentage];
  if (!isBatch)
    return {
      cost: Number(answer.headers[units] ?? 0),
      ...(percentageUsed ? { throttlePercentage: percentageUsed } : {}),
    };
  const responses = itemsOf(answer);
  const items: Record<string, number> = {};
  for (const { status } of responses) items[status] = (items[status] ?? 0) + 1;
  const cost = responses.reduce((sum, { headers }) => sum + Number(headers?.[units] ?? 0), 0);
  const highest = responses
    .map(({ headers }) => headers?.[percentage] ?? '')
    .sort()
    .at(-1);
  return { cost, items, ...(highest ? { throttlePercentage: highest } : {}) };
}

function itemsOf({ body }: EmulatorResponse): readonly BatchItem[] {
  try {
    const { responses } = JSON.parse(String(body)) as { responses?: unknown };
    return Array.isArray(responses) ? (responses as BatchItem[]) : [];
  } catch {
    // A fault may have cut it.
    return [];
  }
}
