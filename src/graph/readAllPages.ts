import type { GenericSchema } from 'valibot';
import { AppError, toAppError } from '../base/appError';
import type { Graph, GraphCursor, GraphItems, GraphRequest } from './types';

const maxRestarts = 2;

/**
 * Reads all pages, each item once by its `id`. If the service no longer knows a link, the read starts again from the first
 * page, twice at most, since the rest of the old list is no longer available.
 * `onPage` gets the items of each page when it arrives, some of them twice after a restart. Rejects as `Graph` does, and
 * with AppError `unexpected-answer` where links lead in a circle.
 */
export async function readAllPages<T>(
  graph: Pick<Graph, 'firstPage' | 'nextPage'>,
  request: GraphRequest,
  schema: GenericSchema<unknown, T>,
  onPage?: (items: readonly T[]) => void,
): Promise<GraphItems<T>> {
  for (let restarts = 0; ; restarts += 1) {
    const read = await readOnce(graph, request, schema, restarts < maxRestarts, onPage);
    if (read) return read;
  }
}

/** Reads all pages; undefined if a link has expired and the read may start again. */
async function readOnce<T>(
  graph: Pick<Graph, 'firstPage' | 'nextPage'>,
  request: GraphRequest,
  schema: GenericSchema<unknown, T>,
  mayRestart: boolean,
  onPage: ((items: readonly T[]) => void) | undefined,
): Promise<GraphItems<T> | undefined> {
  const found = new DistinctItems<T>();
  const followed = new Set<string>();
  let page = await graph.firstPage(request, schema);
  found.add(page);
  onPage?.(page.items);
  while (page.next) {
    throwAtLoop(followed, page.next);
    try {
      page = await graph.nextPage(page.next, schema, request.signal);
    } catch (thrown) {
      if (mayRestart && isExpired(toAppError(thrown))) return undefined;
      throw thrown;
    }
    found.add(page);
    onPage?.(page.items);
  }
  return { items: found.items, unread: found.unread };
}

/** True for 400, a token that is too old, and for 410, a state that no longer exists (Graph: paging, error responses). */
function isExpired({ status }: AppError): boolean {
  return status === 400 || status === 410;
}

class DistinctItems<T> {
  readonly items: T[] = [];
  unread = 0;
  readonly #ids = new Set<unknown>();

  add({ items, unread = 0 }: GraphItems<T>): void {
    this.unread += unread;
    for (const item of items) {
      const id = (item as { readonly id?: unknown } | null | undefined)?.id;
      if (typeof id === 'string' && this.#ids.has(id)) continue;
      this.#ids.add(id);
      this.items.push(item);
    }
  }
}

function throwAtLoop(followed: Set<string>, { nextLink }: GraphCursor): void {
  if (followed.has(nextLink)) {
    throw new AppError('unexpected-answer', { cause: new Error('next links lead in a circle') });
  }
  followed.add(nextLink);
}
