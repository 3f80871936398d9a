import { AppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import { requestTimeoutInMs } from '../../base/requestTimeout';
import type { Policy } from '../types';

/** Gives a try up with `timed-out` when its time is over, by aborting the signal that the sender obeys. */
export function timeout(clock: Clock): Policy {
  return {
    name: 'timeout',
    async send(request, next) {
      const limit = new AbortController();
      const answered = new AbortController();
      clock.wait(request.timeoutInMs ?? requestTimeoutInMs, answered.signal).then(
        () => limit.abort(new AppError('timed-out')),
        () => undefined,
      );
      const signal = request.signal ? AbortSignal.any([request.signal, limit.signal]) : limit.signal;
      try {
        return await next({ ...request, signal });
      } catch (thrown) {
        // Senders differ in what they make of an abort; that the time was over is known here alone.
        throw limit.signal.aborted && !request.signal?.aborted ? (limit.signal.reason as AppError) : thrown;
      } finally {
        answered.abort();
      }
    },
  };
}
