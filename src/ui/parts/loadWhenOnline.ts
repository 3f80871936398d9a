import { systemClock } from '../../base/clock';
import type { Clock } from '../../base/clock';

/** A file that a busy network lost is mostly there a moment later. */
const pauseInMs = 1_000;

/**
 * Loads a file of the app's own code, a second time where the first one failed, and only once the browser has a connection.
 * React never asks again for a lazy component that failed. Rejects as `load` does.
 */
export async function loadWhenOnline<T>(load: () => Promise<T>, clock: Clock = systemClock): Promise<T> {
  return load().catch(async () => {
    await clock.wait(pauseInMs);
    await online();
    return load();
  });
}

/** Loads the page again once the browser has a connection: without one, its own error page would take the place of the app. */
export function reloadWhenOnline(reload = () => location.reload()): Promise<void> {
  return online().then(reload);
}

/** Resolves as soon as the browser has a connection, as far as it knows. */
function online(): Promise<void> {
  return new Promise((resolve) => {
    if (navigator.onLine) resolve();
    else addEventListener('online', () => resolve(), { once: true });
  });
}
