import type { Answer } from './call';
import { GraphRefusal } from './graphRefusal';
import { words } from './words';

/** Ids of one answer. */
export interface AnswerIds {
  readonly requestId: string;
  /** The caller's `client-request-id`; default the request id. */
  readonly clientRequestId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** An answer in Graph's error shape (Graph: error responses). The date in it has no zone. */
export function errorAnswer(refusal: GraphRefusal, ids: AnswerIds): Answer {
  return {
    status: refusal.status,
    headers: refusal.extras.headers,
    json: {
      error: {
        code: refusal.code,
        message: refusal.message,
        ...(refusal.extras.target === undefined ? {} : { target: refusal.extras.target }),
        innerError: {
          ...refusal.extras.innerError,
          date: new Date(ids.at).toISOString().slice(0, 19),
          'request-id': ids.requestId,
          'client-request-id': ids.clientRequestId,
        },
      },
    },
  };
}

/** Returns the refusal that was thrown; for another error a 500 that describes it. */
export function refusalFrom(thrown: unknown, log: (line: string) => void): GraphRefusal {
  if (thrown instanceof GraphRefusal) return thrown;
  log(words.fault(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)));
  return new GraphRefusal(500, 'Service_InternalServerError', words.fault(String(thrown)));
}
