import type { HttpRequest } from '../../http/types';
import type { BatchCall } from './batchCall';

/** Items of a batch at most (Graph: JSON batching). */
export const maxItems = 20;

/** The id of the item at `index`; unique whatever the case. */
export function itemId(index: number): string {
  return String(index + 1);
}

/**
 * Writes calls of one group, 1 to 20, as one batch (Graph: JSON batching). `root` is the service's address with the
 * version. Each item carries its own headers, ConsistencyLevel too. `unsentSignal` calls it off before it leaves.
 */
export function encodeBatch(
  calls: readonly BatchCall[],
  root: string,
  unsentSignal: AbortSignal,
): HttpRequest {
  const [first] = calls;
  return {
    method: 'POST',
    url: `${root}/$batch`,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ requests: calls.map(({ request }, index) => toItem(request, index, root)) }),
    scopes: first?.request.scopes ?? [],
    // What is refused or lost is decided item by item.
    maxTries: 1,
    unsentSignal,
    ...(first?.refusedToken ? { refusedToken: first.refusedToken } : {}),
  };
}

function toItem({ method, url, headers, body }: HttpRequest, index: number, root: string) {
  return {
    id: itemId(index),
    method,
    url: url.slice(root.length),
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.parse(body) as unknown }),
  };
}
