import type { GenericSchema } from 'valibot';
import { AppError, toAppError } from '../base/appError';
import type { Graph, GraphCursor, GraphItems, GraphRequest } from './types';

const maxRestarts = 2;

/**
 * Reads all pages, each item once by its `id`. A link that the service no longer knows (it refuses it, or says that it is
 * gone) makes the reading begin anew, twice at most: the rest of the old list cannot be had any more.
 * Rejects as `Graph` does, and with AppError `unexpected-answer` where links lead in a circle.
 */
export async function readAllPages<T>(
  graph: Pick<Graph, 'firstPage' | 'nextPage'>,
  request: GraphRequest,
  schema: GenericSchema<unknown, T>,
): Promise<GraphItems<T>> {
  for (let restarts = 0; ; restarts += 1) {
    const read = await readOnce(graph, request, schema, restarts < maxRestarts);
    if (read) return read;
  }
}

/** All pages from the first; undefined where a link has expired and the reading may begin anew. */
async function readOnce<T>(
  graph: Pick<Graph, 'firstPage' | 'nextPage'>,
  request: GraphRequest,
  schema: GenericSchema<unknown, T>,
  mayRestart: boolean,
): Promise<GraphItems<T> | undefined> {
  const found = new DistinctItems<T>();
  const followed = new Set<string>();
  let page = await graph.firstPage(request, schema);
  found.add(page);
  while (page.next) {
    stopAtLoop(followed, page.next);
    try {
      page = await graph.nextPage(page.next, schema, request.signal);
    } catch (thrown) {
      if (mayRestart && isExpired(toAppError(thrown))) return undefined;
      throw thrown;
    }
    found.add(page);
  }
  return { items: found.items, unread: found.unread };
}

/** 400 for a token that is too old, 410 for a state that is gone (Graph: paging, error responses). */
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

function stopAtLoop(followed: Set<string>, { nextLink }: GraphCursor): void {
  if (followed.has(nextLink)) {
    throw new AppError('unexpected-answer', { cause: new Error('next links lead in a circle') });
  }
  followed.add(nextLink);
}
