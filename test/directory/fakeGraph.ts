import type { Clock } from '../../src/base/clock';
import { createGraph } from '../../src/graph/createGraph';
import type { Graph } from '../../src/graph/types';
import type { HttpRequest, HttpResponse, Send } from '../../src/http/types';
import { manualClock } from '../base/manualClock';
import { servingBatches } from '../graph/servingBatches';
import { answer } from '../http/answers';

/** Answers by path below the version; what is not declared fails the test with a 599. */
export type Routes = Readonly<
  Record<string, (url: URL, sent: HttpRequest) => HttpResponse | Promise<HttpResponse>>
>;

/**
 * A Graph over declared routes, and a list of what was asked, item by item. Its waits are over at once unless another
 * clock is given.
 */
export function fakeGraph(
  routes: Routes,
  clock: Clock = manualClock({ isInstant: true }),
): { graph: Graph; sent: HttpRequest[] } {
  const sent: HttpRequest[] = [];
  const serve: Send = async (request) => {
    sent.push(request);
    const url = new URL(request.url);
    const route = routes[decodeURIComponent(url.pathname.replace('/v1.0', ''))];
    return route ? await route(url, request) : answer(599, `undeclared ${url.pathname}`);
  };
  const graph = createGraph({ graphUrl: 'https://graph.microsoft.com', send: servingBatches(serve), clock });
  return { graph, sent };
}

/** A collection of one page. */
export function collection(value: readonly unknown[]): HttpResponse {
  return answer(200, { value });
}

/** A GUID that ends in `n`. */
export function guid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString().padStart(12, '0')}`;
}
