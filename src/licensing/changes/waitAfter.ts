import { AppError } from '../../base/appError';
import type { Clock } from '../../base/clock';
import type { Random } from '../../base/random';

const firstDelayInMs = 500;

/**
 * Waits before a change is tried or read again: about half a second at first, twice as long after each further attempt, and at least
 * as long as the service asked. Rejects with `cancelled` as soon as `signal` is aborted.
 */
export async function waitAfter(
  { clock, random }: { readonly clock: Clock; readonly random: Random },
  attempt: number,
  { retryAfterInMs = 0 }: AppError,
  signal: AbortSignal | undefined,
): Promise<void> {
  const delayInMs = firstDelayInMs * 2 ** (attempt - 1) * (0.5 + random());
  try {
    await clock.wait(Math.max(delayInMs, retryAfterInMs), signal);
  } catch (thrown) {
    throw signal?.aborted ? new AppError('cancelled', { cause: thrown }) : thrown;
  }
}
