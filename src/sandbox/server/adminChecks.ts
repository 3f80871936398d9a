import type { Environment } from '../environment';
import type { GraphRequestRecord } from './graphSite';
import { jsonResponse } from './responses';
import type { SiteResponse } from './siteTypes';

/** Answers what a client's report is held against; `undefined` for every other question. */
export function answerChecks(
  name: string,
  query: URLSearchParams,
  { tenant, emulator }: Environment,
  requests: readonly GraphRequestRecord[],
): SiteResponse | undefined {
  const after = Number(query.get('after') ?? -1);
  switch (name) {
    case 'GET ground-truth':
      return jsonResponse(tenant.groundTruth());
    case 'GET requests':
      return jsonResponse(requests.filter(({ number }) => number > after));
    case 'GET writes':
      return jsonResponse(emulator.writes.entries().slice(after + 1));
    case 'GET injected':
      return jsonResponse(emulator.faults.injected().slice(after + 1));
    case 'GET checks':
      return jsonResponse({
        writes: emulator.writes.entries().length,
        injected: emulator.faults.injected().length,
        doubleEffects: emulator.writes.doubleEffects(),
        seatViolations: emulator.writes.seatViolations(),
      });
    default:
      return undefined;
  }
}
