import { accessDenied, GraphRefusal } from './graphRefusal';
import { claimsChallenge, tokenExpired } from './authenticate';
import type { AccessClaims } from './accessClaims';
import type { Answer } from './call';
import { stepUpChallenge } from './challenges';
import type { RefusingFault } from './faultKinds';
import { pageTokenExpired } from './odata/skipToken';
import { throttled } from './quota/throttled';

const tenSecondsInMs = 10_000;

const html = (status: number, title: string): Answer => ({
  status,
  html: `<!DOCTYPE html><html><head><title>${status} ${title}</title></head><body><h1>${status} ${title}</h1></body></html>`,
});

/**
 * The answer that a fault gives; undefined when it does not concern this caller.
 * Throws GraphRefusal for those that answer in Graph's error shape.
 */
export function faultAnswer(kind: RefusingFault, claims: AccessClaims, atInMs: number): Answer | undefined {
  if (kind === 'server-error-html') return html(500, 'Internal Server Error');
  if (kind === 'bad-gateway-html') return html(502, 'Bad Gateway');
  if (kind === 'gateway-timeout-html') return html(504, 'Gateway Timeout');
  const canTakeChallenge = claims.xms_cc?.some((capability) => capability.toLowerCase() === 'cp1');
  if (kind === 'claims-challenge' && !canTakeChallenge) return undefined;
  throw refusalOf(kind, claims, atInMs);
}

type PlainFault = Exclude<RefusingFault, 'server-error-html' | 'bad-gateway-html' | 'gateway-timeout-html'>;

function refusalOf(kind: PlainFault, claims: AccessClaims, atInMs: number): GraphRefusal {
  switch (kind) {
    case 'token-expired':
      return tokenExpired();
    case 'claims-challenge':
      return claimsChallenge(Math.floor(atInMs / 1000));
    case 'insufficient-claims':
      return stepUpChallenge();
    case 'forbidden':
      return accessDenied();
    case 'concurrency':
      return concurrency(409);
    case 'concurrency-400':
      return concurrency(400);
    case 'precondition-failed':
      return new GraphRefusal(412, 'PreconditionFailed', 'The precondition of the request is not met.');
    case 'link-expired':
      return pageTokenExpired();
    case 'server-error':
      return new GraphRefusal(500, 'Service_InternalServerError', 'Encountered an internal server error.');
    case 'bad-gateway':
      return new GraphRefusal(502, 'BadGateway', 'The gateway got no valid response.');
    case 'gateway-timeout':
      return lostInBatch();
    case 'insufficient-storage':
      return new GraphRefusal(507, 'InsufficientStorage', 'The storage quota of the service is reached.');
    case 'unavailable':
      return unavailable({ 'Retry-After': '5' });
    case 'unavailable-without-retry-after':
      return unavailable({});
    default:
      return refusedForNumber(kind, claims, atInMs);
  }
}

type ThrottlingFault = Extract<RefusingFault, `throttle${string}`>;

function refusedForNumber(kind: ThrottlingFault, claims: AccessClaims, atInMs: number): GraphRefusal {
  const waits: Readonly<Record<ThrottlingFault, string | undefined>> = {
    throttle: '10',
    'throttle-without-retry-after': undefined,
    'throttle-date': new Date(atInMs + tenSecondsInMs).toUTCString(),
    'throttle-zero': '0',
    'throttle-day': '86400',
    'throttle-garbage': 'a while',
  };
  const wait = waits[kind];
  return throttled(
    { scope: 'Tenant_Application', limit: 'ReadWrite', information: 'ResourceUnitLimitExceeded' },
    claims,
    wait === undefined ? {} : { 'Retry-After': wait },
  );
}

function unavailable(headers: Readonly<Record<string, string>>): GraphRefusal {
  return new GraphRefusal(503, 'serviceNotAvailable', 'The service is temporarily unavailable.', { headers });
}

function concurrency(status: number): GraphRefusal {
  return new GraphRefusal(
    status,
    'Directory_ConcurrencyViolation',
    'Error due to concurrent requests being made to the tenant. Please wait briefly and retry.',
  );
}

/** 504 of a batch item whose request or answer was lost on the way. */
export function lostInBatch(): GraphRefusal {
  return new GraphRefusal(504, 'GatewayTimeout', 'The server did not respond within the allowed time.');
}
