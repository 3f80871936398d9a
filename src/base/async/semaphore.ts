import { AppError } from '../appError';

/** Limits how many tasks run at the same time; the rest start in the order they came. */
interface Semaphore {
  /** Settles as the task does. Rejects with AppError `cancelled` when `signal` is aborted before the task starts. */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** Creates a semaphore for `limit` concurrent tasks, at least 1. */
export function createSemaphore(limit: number): Semaphore {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async run(task, signal) {
      while (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
      if (signal?.aborted) {
        waiting.shift()?.();
        throw new AppError('cancelled');
      }
      running += 1;
      try {
        return await task();
      } finally {
        running -= 1;
        waiting.shift()?.();
      }
    },
  };
}
