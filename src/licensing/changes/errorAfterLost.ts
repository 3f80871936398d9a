import type { AppError } from '../../base/appError';

/**
 * Returns the error with which a change ends that could not be completed. Where an answer to it was lost and the reading that
 * would settle it failed, as for want of a sign-in, it is the error of the lost answer: the reading's would say that nothing was
 * sent. `offline` says so of neither.
 */
export function errorAfterLost(thrown: AppError, lost: AppError | undefined): AppError {
  return lost && thrown.code !== 'offline' ? lost : thrown;
}
