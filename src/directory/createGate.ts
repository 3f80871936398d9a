import { AppError } from '../base/appError';

/** Runs tasks, at most so many at a time, in the order they came. */
export interface Gate {
  /** Resolves as the task does. Rejects with AppError `cancelled` when `signal` is aborted before the task's turn. */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/** Makes a gate that lets `limit` tasks, at least 1, run at a time. */
export function createGate(limit: number): Gate {
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
