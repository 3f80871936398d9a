import type { AppError } from '../../base/appError';
import type { GroupDependencies } from './groupDependencies';

const firstDelayInMs = 500;

/**
 * Waits after the try of that number, from 1: half a second, doubling, with jitter, and at least as long as the service
 * asked for. An aborted signal ends the wait.
 */
export async function waitToRetry(
  { clock, random }: GroupDependencies,
  tries: number,
  { retryAfterInMs = 0 }: AppError,
  signal?: AbortSignal,
): Promise<void> {
  const delayInMs = firstDelayInMs * 2 ** (tries - 1) * (0.5 + random());
  try {
    await clock.wait(Math.max(delayInMs, retryAfterInMs), signal);
  } catch (thrown) {
    // The caller checks the signal, since a change that may have been carried out must be reported.
    if (!signal?.aborted) throw thrown;
  }
}
