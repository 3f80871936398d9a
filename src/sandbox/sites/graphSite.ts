import type { Clock } from '../../base/clock';
import type { GraphEmulator } from '../graph/graphEmulator';
import type { Site } from './siteTypes';

/** One request that Graph answered, for the host page's log and for tests. */
export interface GraphRequestRecord {
  readonly method: string;
  /** Path and query, without the origin. */
  readonly path: string;
  readonly status: number;
  readonly durationInMs: number;
}

/** How many requests are remembered. */
const remembered = 500;

/** Makes the Graph site; what it answered is added to `log`, newest last. */
export function createGraphSite(
  emulator: () => GraphEmulator,
  clock: Clock,
  log: GraphRequestRecord[],
): Site {
  return async (request) => {
    const startedAt = clock.monotonic();
    const answer = await emulator().handle(request);
    const { pathname, search } = new URL(request.url);
    const durationInMs = Math.round(clock.monotonic() - startedAt);
    log.push({ method: request.method, path: pathname + search, status: answer.status, durationInMs });
    if (log.length > remembered) log.splice(0, log.length - remembered);
    return answer;
  };
}
