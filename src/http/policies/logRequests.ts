import type { Clock } from '../../base/clock';
import type { LogFields } from '../../base/logEntry';
import { errorFields } from '../../base/logger';
import type { Logger } from '../../base/logger';
import type { HttpRequest, HttpResponse, Policy } from '../types';

/**
 * Logs each request as it was on the wire: what was asked, how it ended and how long it took; no query, body or token.
 * Put it right around the sender.
 */
export function logRequests(logger: Logger, clock: Clock): Policy {
  const log = logger.child('http');
  return {
    name: 'logRequests',
    async send(request, next) {
      const startedAt = clock.monotonic();
      const asked = (): LogFields => ({
        ...askedFields(request),
        durationInMs: clock.monotonic() - startedAt,
      });
      try {
        const answer = await next(request);
        const level = answer.status < 400 ? 'info' : 'warn';
        log[level]('request-finished', { ...asked(), ...answerFields(answer) });
        return answer;
      } catch (thrown) {
        log.warn('request-failed', { ...asked(), ...errorFields(thrown) });
        throw thrown;
      }
    },
  };
}

function askedFields({ method, url, headers }: HttpRequest) {
  return { method, path: url, clientRequestId: headers['client-request-id'] };
}

function answerFields({ status, headers }: HttpResponse) {
  return { status, requestId: headers['request-id'] };
}
