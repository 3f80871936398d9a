import { AppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import { requestTimeoutInMs } from '../../base/requestTimeout';
import type { Policy } from '../types';

/** Fails a request with `timed-out` after its time limit, by aborting the signal of the sender. */
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
        // Senders reject with different errors after an abort; only here it is known that the time limit was reached.
        throw limit.signal.aborted && !request.signal?.aborted ? (limit.signal.reason as AppError) : thrown;
      } finally {
        answered.abort();
      }
    },
  };
}
