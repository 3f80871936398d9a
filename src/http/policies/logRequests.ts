import type { Clock } from '../../base/clock';
import type { LogFields } from '../../base/logEntry';
import { errorFields } from '../../base/logger';
import type { Logger } from '../../base/logger';
import type { HttpRequest, HttpResponse, Policy } from '../types';

/**
 * Logs each request as it was on the wire: method, path, result and duration; no query, body or token.
 * It must be the innermost policy.
 */
export function logRequests(logger: Logger, clock: Clock): Policy {
  const log = logger.child('http');
  return {
    name: 'logRequests',
    async send(request, next) {
      const startedAt = clock.monotonic();
      const common = (): LogFields => ({
        ...requestFields(request),
        durationInMs: clock.monotonic() - startedAt,
      });
      try {
        const response = await next(request);
        const level = response.status < 400 ? 'info' : 'warn';
        log[level]('request-finished', { ...common(), ...responseFields(response) });
        return response;
      } catch (thrown) {
        log.warn('request-failed', { ...common(), ...errorFields(thrown) });
        throw thrown;
      }
    },
  };
}

function requestFields({ method, url, headers }: HttpRequest) {
  return { method, path: url, clientRequestId: headers['client-request-id'] };
}

function responseFields({ status, headers }: HttpResponse) {
  return { status, requestId: headers['request-id'] };
}
