import { AppError } from '../../base/appError';
import { systemClock } from '../../base/clock';
import type { Clock } from '../../base/clock';

/** A file that a busy network lost is mostly there a moment later. */
const pauseInMs = 1_000;

/**
 * Loads a part of the app's own code that is fetched when it is needed, asking a second time where the first one failed.
 * Rejects with AppError `part-unreachable`.
 */
export async function importPart<T>(load: () => Promise<T>, clock: Clock = systemClock): Promise<T> {
  try {
    return await load().catch(async () => {
      await clock.wait(pauseInMs);
      return load();
    });
  } catch (cause) {
    throw new AppError('part-unreachable', { cause });
  }
}
