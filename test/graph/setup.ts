import { createGraph } from '../../src/graph/createGraph';
import type { HttpRequest, HttpResponse } from '../../src/http/types';
import { manualClock } from '../base/manualClock';
import { answer } from '../http/answers';

/** A Graph whose wire answers what `respond` says, and a list of what was sent. */
export function setup(
  respond: (sent: HttpRequest) => HttpResponse | Promise<HttpResponse> = () => answer(200),
  graphUrl = 'https://graph.microsoft.com',
) {
  const sent: HttpRequest[] = [];
  const send = (request: HttpRequest): Promise<HttpResponse> => {
    sent.push(request);
    return Promise.resolve(respond(request));
  };
  return { graph: createGraph({ graphUrl, send, clock: manualClock() }), sent };
}
