import type { AppError } from '../appError';
import type { Clock } from '../clock';

/** Settles as `work` does, or rejects with `toError()` after `timeoutInMs` milliseconds; the work itself goes on. */
export async function withTimeout<T>(
  work: Promise<T>,
  clock: Clock,
  timeoutInMs: number,
  toError: () => AppError,
): Promise<T> {
  const ended = new AbortController();
  const timeout = clock.wait(timeoutInMs, ended.signal).then(() => {
    throw toError();
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    ended.abort();
  }
}
