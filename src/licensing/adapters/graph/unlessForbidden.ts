import { AppError } from '../../../base/appError';

/** Gives `substitute` where the role or the consent does not cover a reading that the screen can do without. */
export async function unlessForbidden<T, S>(reading: Promise<T>, substitute: S): Promise<T | S> {
  try {
    return await reading;
  } catch (thrown) {
    const isOutOfReach =
      thrown instanceof AppError && (thrown.code === 'forbidden' || thrown.code === 'consent-needed');
    if (isOutOfReach) return substitute;
    throw thrown;
  }
}
