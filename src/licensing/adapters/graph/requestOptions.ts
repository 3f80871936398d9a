import type { GraphRequest } from '../../../graph/types';
import type { CallOptions } from '../../licensingAdapter';

/** How a call of the contract travels. */
export function requestOptions({
  signal,
  isBulk = false,
}: CallOptions): Pick<GraphRequest, 'signal' | 'priority'> {
  return { signal, priority: isBulk ? 'bulk' : 'interactive' };
}

/** Concurrent calls that fill four batches of 20. */
export const maxConcurrency = 80;
