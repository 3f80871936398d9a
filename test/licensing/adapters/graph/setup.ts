import type { HttpRequest, HttpResponse } from '../../../../src/http/types';
import { createGraphAdapter } from '../../../../src/licensing/adapters/graph/createGraphAdapter';
import { manualClock } from '../../../base/manualClock';
import { setup as setupGraph } from '../../../graph/setup';
import { answer } from '../../../http/answers';

/** Response to one call; the last of several is repeated. A function is called each time. */
export type Script = Readonly<
  Record<string, HttpResponse | readonly HttpResponse[] | ((url: URL) => HttpResponse)>
>;

/** The adapter over a wire that answers by method and path, and fails loudly for what is not in the script. */
export function setup(script: Script) {
  const clock = manualClock({ isInstant: true });
  const counts = new Map<string, number>();
  const { graph, sent } = setupGraph((request) => {
    const url = new URL(request.url);
    const key = `${request.method} ${url.pathname.replace('/v1.0', '')}`;
    const entry = script[key];
    if (!entry) throw new Error(`the script has no answer to ${key}`);
    if (typeof entry === 'function') return entry(url);
    const answers = 'status' in entry ? [entry] : entry;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const chosen = answers[Math.min(count, answers.length - 1)];
    if (!chosen) throw new Error(`the script has no answer left for ${key}`);
    return chosen;
  });
  return { adapter: createGraphAdapter(graph, { clock, random: () => 0.5 }), sent, clock };
}

/** A collection of one page. */
export function page(...value: unknown[]): HttpResponse {
  return answer(200, { value });
}

/** A Graph error. */
export function refusal(status: number, message: string, code = 'Request_BadRequest'): HttpResponse {
  return answer(status, { error: { code, message } }, { 'request-id': 'request-1' });
}

/** The query of a request, by option. */
export function queryOf({ url }: HttpRequest): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams);
}
