import * as v from 'valibot';
import type { ErrorCode } from '../base/appError';
import { AppError } from '../base/appError';
import { parseRetryAfter } from '../http/parseRetryAfter';
import { readClaimsChallenge } from '../http/readClaimsChallenge';
import { readJson } from './graphResponse';
import type { GraphResponse } from './graphResponse';

const text = v.fallback(v.optional(v.string()), undefined);
const innerWire = v.object({
  'request-id': text,
  code: text,
  propertyName: text,
  retryAfterSeconds: v.fallback(v.optional(v.number()), undefined),
});
/** Graph: error responses. The inner error is spelled in two ways; gateways answer HTML instead of any of it. */
const errorWire = v.object({
  error: v.object({
    code: v.fallback(v.string(), ''),
    message: v.fallback(v.string(), ''),
    innerError: v.fallback(v.optional(innerWire), undefined),
    innererror: v.fallback(v.optional(innerWire), undefined),
  }),
});

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'token-refused',
  403: 'forbidden',
  404: 'not-found',
  408: 'timed-out',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  423: 'conflict',
  429: 'throttled',
  509: 'throttled',
};

/** Maps a response that is no success to the app's error; the one place that reads Graph's error bodies. */
export function mapGraphError(response: GraphResponse, nowInMs: number): AppError {
  const { status, headers } = response;
  const error = readErrorBody(response);
  const inner = error?.innerError ?? error?.innererror;
  const inBodyInMs = inner?.retryAfterSeconds === undefined ? undefined : inner.retryAfterSeconds * 1_000;
  const claims = readClaimsChallenge(headers['www-authenticate']);
  return new AppError(codeOf(status, error?.code, claims), {
    status,
    serviceCode: error?.code || undefined,
    serviceMessage: error?.message || undefined,
    innerCode: inner?.code,
    property: inner?.propertyName,
    requestId: headers['request-id'] ?? inner?.['request-id'],
    retryAfterInMs: parseRetryAfter(headers['retry-after'], nowInMs) ?? inBodyInMs,
    claims,
  });
}

function codeOf(status: number, serviceCode: string | undefined, claims: string | undefined): ErrorCode {
  // Conditional access asks for another sign-in; no role or consent is missing.
  if (status === 403 && claims !== undefined) return 'sign-in-needed';
  if (serviceCode === 'Directory_ConcurrencyViolation') return 'conflict';
  const known = codeOfStatus[status];
  if (known) return known;
  if (status >= 500) return 'service-unavailable';
  return status >= 400 ? 'bad-request' : 'unexpected-answer';
}

function readErrorBody(response: GraphResponse): v.InferOutput<typeof errorWire>['error'] | undefined {
  try {
    const parsed = v.safeParse(errorWire, readJson(response));
    return parsed.success ? parsed.output.error : undefined;
  } catch {
    return undefined;
  }
}
