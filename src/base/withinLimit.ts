import type { AppError } from './appError';
import type { Clock } from './clock';

/** Gives what `work` ends with; rejects with `late()` when it has not ended after `limitInMs` milliseconds. Work itself goes on. */
export async function withinLimit<T>(
  work: Promise<T>,
  clock: Clock,
  limitInMs: number,
  late: () => AppError,
): Promise<T> {
  const ended = new AbortController();
  const limit = clock.wait(limitInMs, ended.signal).then(() => {
    throw late();
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    ended.abort();
  }
}
