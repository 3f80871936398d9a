import { accessDenied, GraphRefusal } from './graphRefusal';
import { claimsChallenge, tokenExpired } from './authenticate';
import type { AccessClaims } from './accessClaims';
import type { Answer } from './call';
import type { FaultKind } from './faults';

/** Faults that take the place of the answer; the others happen around it. */
export type AnsweringFault = Exclude<FaultKind, 'slow' | 'lost-request' | 'lost-answer'>;

const html = (status: number, title: string): Answer => ({
  status,
  html: `<!DOCTYPE html><html><head><title>${status} ${title}</title></head><body><h1>${status} ${title}</h1></body></html>`,
});

/**
 * The answer that a fault gives; undefined when it does not concern this caller.
 * Throws GraphRefusal for those that answer in Graph's error shape.
 */
export function faultAnswer(kind: AnsweringFault, claims: AccessClaims, atInMs: number): Answer | undefined {
  switch (kind) {
    case 'throttle':
      throw throttled(atInMs, claims, { 'Retry-After': '10' });
    case 'throttle-without-retry-after':
      throw throttled(atInMs, claims, {});
    case 'unavailable':
      throw unavailable({ 'Retry-After': '5' });
    case 'unavailable-without-retry-after':
      throw unavailable({});
    case 'server-error':
      throw new GraphRefusal(500, 'Service_InternalServerError', 'Encountered an internal server error.');
    case 'bad-gateway-html':
      return html(502, 'Bad Gateway');
    case 'gateway-timeout-html':
      return html(504, 'Gateway Timeout');
    case 'token-expired':
      throw tokenExpired();
    case 'claims-challenge':
      if (!claims.xms_cc?.some((capability) => capability.toLowerCase() === 'cp1')) return undefined;
      throw claimsChallenge(Math.floor(atInMs / 1000));
    case 'forbidden':
      throw accessDenied();
    case 'concurrency':
      throw new GraphRefusal(
        409,
        'Directory_ConcurrencyViolation',
        'Error due to concurrent requests being made to the tenant. Please wait briefly and retry.',
      );
  }
}

/** Graph, throttling guidance: the sample of a refused request. */
function throttled(
  atInMs: number,
  claims: AccessClaims,
  headers: Readonly<Record<string, string>>,
): GraphRefusal {
  return new GraphRefusal(429, 'TooManyRequests', 'Please retry again later.', {
    headers: {
      ...headers,
      'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${claims.appid}/${claims.tid}`,
      'x-ms-throttle-information': 'ResourceUnitLimitExceeded',
    },
    innerError: {
      code: '429',
      message: 'Please retry after',
      status: '429',
      date: new Date(atInMs).toISOString(),
    },
  });
}

function unavailable(headers: Readonly<Record<string, string>>): GraphRefusal {
  return new GraphRefusal(503, 'serviceNotAvailable', 'The service is temporarily unavailable.', { headers });
}

/** 504 of a batch item whose request or answer was lost on the way. */
export function lostInBatch(): GraphRefusal {
  return new GraphRefusal(504, 'GatewayTimeout', 'The server did not respond within the allowed time.');
}
