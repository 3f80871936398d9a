import type { SiteResponse } from '../server/siteTypes';

/** A refusal as Entra's endpoints word it (learn.microsoft.com: Microsoft Entra authentication error codes). */
export interface EntraError {
  /** The OAuth error, such as `invalid_grant`. */
  readonly error: string;
  /** The number after `AADSTS`. */
  readonly number: number;
  readonly sentence: string;
  readonly suberror?: string;
}

/** Time and trace ids of an error answer. */
export interface ErrorTrace {
  readonly atInMs: number;
  readonly traceId: string;
  readonly correlationId: string;
}

/** The time as Entra writes it: `2026-11-22 08:15:30Z`. */
function entraTime(atInMs: number): string {
  return `${new Date(atInMs).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** The `error_description` of an error, with its trace. */
export function describeError({ number, sentence }: EntraError, trace: ErrorTrace): string {
  const ids = `Trace ID: ${trace.traceId} Correlation ID: ${trace.correlationId}`;
  return `AADSTS${number}: ${sentence} ${ids} Timestamp: ${entraTime(trace.atInMs)}`;
}

/** Answers the token endpoint's 400 in Entra's JSON form. */
export function errorJson(refusal: EntraError, trace: ErrorTrace): SiteResponse {
  const body = {
    error: refusal.error,
    error_description: describeError(refusal, trace),
    error_codes: [refusal.number],
    timestamp: entraTime(trace.atInMs),
    trace_id: trace.traceId,
    correlation_id: trace.correlationId,
    ...(refusal.suberror === undefined ? {} : { suberror: refusal.suberror }),
  };
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return { status: 400, headers, body: JSON.stringify(body) };
}
