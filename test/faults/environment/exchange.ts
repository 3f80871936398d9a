import type { HttpRequest, HttpResponse } from '../../../src/http/types';

/** One call as it went over the wire, alone or inside a batch. */
export interface WireCall {
  readonly id: string;
  readonly method: string;
  /** Path below the version, without the query. */
  readonly path: string;
  readonly body: unknown;
  /** Status that the page read; undefined if no answer arrived. */
  status?: number;
  /** Milliseconds of the answer's Retry-After, where it is a number or a date ahead. */
  retryAfterInMs?: number;
  /** True if it was refused by the limit on writes. */
  isOfWrites?: boolean;
}

/** One HTTP exchange between a page and the service, in milliseconds of the virtual clock. */
export interface Exchange {
  readonly page: string;
  readonly departedAt: number;
  readonly path: string;
  readonly calls: readonly WireCall[];
  /** Time when the request reached the service; undefined if it never did. */
  reachedAt?: number;
  /** Time when it ended for the page: by the answer, a closed connection or a time-out. */
  endedAt?: number;
  /** Number of exchanges that had left when this one ended; those from here on could heed its answer. */
  followedFrom?: number;
  status?: number;
}

interface BatchItem {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

const pathOf = (url: string): string => url.replace(/^https:\/\/[^/]+\/(v1\.0|beta)/, '').split('?')[0] ?? '';

/** True if a call may change something. */
export const isWrite = ({ method }: Pick<WireCall, 'method'>): boolean => method !== 'GET';

/** Takes down a request that leaves a page. */
export function recordRequest(
  page: string,
  departedAt: number,
  { method, url, body }: HttpRequest,
): Exchange {
  const path = pathOf(url);
  const parsed: unknown = body === undefined ? undefined : JSON.parse(body);
  if (path !== '/$batch') return { page, departedAt, path, calls: [{ id: '', method, path, body: parsed }] };
  const { requests } = parsed as { requests: readonly BatchItem[] };
  const calls = requests.map((item) => ({
    id: item.id,
    method: item.method,
    path: pathOf(item.url),
    body: item.body,
  }));
  return { page, departedAt, path, calls };
}

/** Takes down what the page can read of an answer; one that cannot be read leaves its calls without a status. */
export function recordResponse(
  exchange: Exchange,
  { status, headers, body }: HttpResponse,
  nowInMs: number,
): void {
  exchange.status = status;
  const items = exchange.path === '/$batch' ? readItems(body) : [{ id: '', status, headers }];
  for (const call of exchange.calls) {
    const item = items.find(({ id }) => id === call.id);
    if (item === undefined) continue;
    call.status = item.status;
    call.retryAfterInMs = waitOf(item.headers, nowInMs);
    call.isOfWrites = /\/write\//i.test(item.headers?.['x-ms-throttle-scope'] ?? '');
  }
}

interface ItemAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

function readItems(body: Uint8Array): readonly ItemAnswer[] {
  try {
    return (
      (JSON.parse(new TextDecoder().decode(body)) as { responses?: readonly ItemAnswer[] }).responses ?? []
    );
  } catch {
    return [];
  }
}

function waitOf(headers: Readonly<Record<string, string>> | undefined, nowInMs: number): number | undefined {
  const entries = Object.entries(headers ?? {});
  const text = entries.find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  if (text === undefined) return undefined;
  const waitInMs = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - nowInMs;
  return waitInMs > 0 ? waitInMs : undefined;
}
