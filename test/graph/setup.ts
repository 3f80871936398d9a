import { createGraph } from '../../src/graph/createGraph';
import type { HttpRequest, HttpResponse } from '../../src/http/types';
import { manualClock } from '../base/manualClock';
import { recordLog } from '../base/recordLog';
import { answer } from '../http/answers';
import { servingBatches } from './servingBatches';

/** A Graph whose wire answers what `respond` says to each call, and a list of the calls. Waits are over at once. */
export function setup(
  respond: (sent: HttpRequest) => HttpResponse | Promise<HttpResponse> = () => answer(200),
  graphUrl = 'https://graph.microsoft.com',
) {
  const sent: HttpRequest[] = [];
  const send = (request: HttpRequest): Promise<HttpResponse> => {
    sent.push(request);
    return Promise.resolve(respond(request));
  };
  const clock = manualClock({ isInstant: true });
  const { logger, entries } = recordLog();
  return {
    graph: createGraph({ graphUrl, send: servingBatches(send), clock, random: () => 0, logger }),
    sent,
    entries,
    clock,
  };
}
