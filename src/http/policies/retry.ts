import { AppError, toAppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import { silentLogger } from '../../base/logger';
import type { Logger } from '../../base/logger';
import type { Random } from '../../base/random';
import { decideRetry } from '../decideRetry';
import type { AttemptResult } from '../decideRetry';
import type { HttpRequest, HttpResponse, Policy, Send } from '../types';

/** Sends a request again after it was refused or lost; `decideRetry` says when. Waiting ends at once when the caller aborts. */
export function retry(clock: Clock, random: Random, logger: Logger = silentLogger): Policy {
  const log = logger.child('http');
  return {
    name: 'retry',
    async send(request, next) {
      const { method, maxTries, signal } = request;
      // Whoever allows a single try decides about the next one itself, long waits included.
      if (maxTries === 1) return next(request);
      for (let tries = 1; ; tries += 1) {
        const end = await tryOnce(request, next);
        const decision = decideRetry({ method, end, tries, maxTries, nowInMs: clock.now(), random });
        if (decision.kind === 'give-up') throw decision.error;
        if (decision.kind === 'stop') return settle(end);
        log.info('retry-planned', { attempt: tries + 1, delayInMs: decision.delayInMs });
        await waitOrCancel(clock, decision.delayInMs, signal);
      }
    },
  };
}

async function tryOnce(request: HttpRequest, next: Send): Promise<AttemptResult> {
  try {
    return { kind: 'answer', answer: await next(request) };
  } catch (thrown) {
    return { kind: 'error', error: toAppError(thrown) };
  }
}

function settle(end: AttemptResult): HttpResponse {
  if (end.kind === 'error') throw end.error;
  return end.answer;
}

async function waitOrCancel(clock: Clock, delayInMs: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await clock.wait(delayInMs, signal);
  } catch (thrown) {
    throw new AppError('cancelled', { cause: thrown });
  }
}
