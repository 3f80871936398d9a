import { AppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { Policy } from '../types';

const defaultTimeoutInMs = 30_000;

/** Gives a try up with `timed-out` when its time is over, by aborting the signal that the sender obeys. */
export function timeout(clock: Clock): Policy {
  return {
    name: 'timeout',
    async send(request, next) {
      const limit = new AbortController();
      const answered = new AbortController();
      clock.wait(request.timeoutInMs ?? defaultTimeoutInMs, answered.signal).then(
        () => limit.abort(new AppError('timed-out')),
        () => undefined,
      );
      const signal = request.signal ? AbortSignal.any([request.signal, limit.signal]) : limit.signal;
      try {
        return await next({ ...request, signal });
      } finally {
        answered.abort();
      }
    },
  };
}
