import { AppError } from '../../../base/appError';
import type { GraphRequest } from '../../../graph/types';
import type { CallOptions } from '../../licensingAdapter';

/** Concurrent calls that fill four batches of 20. */
export const maxConcurrency = 80;

/** Options of a Graph request for those of a call of the contract. */
export function requestOptions({
  signal,
  isBulk = false,
}: CallOptions): Pick<GraphRequest, 'signal' | 'priority'> {
  return { signal, priority: isBulk ? 'bulk' : 'interactive' };
}

/** Gives `fallback` where the role or the consent does not cover a reading that the screen can do without. */
export async function withFallback<Result, Fallback>(
  reading: Promise<Result>,
  fallback: Fallback,
): Promise<Result | Fallback> {
  try {
    return await reading;
  } catch (thrown) {
    const isDenied =
      thrown instanceof AppError && (thrown.code === 'forbidden' || thrown.code === 'consent-needed');
    if (isDenied) return fallback;
    throw thrown;
  }
}
