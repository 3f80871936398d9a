import { systemClock } from '../../base/clock';
import type { Clock } from '../../base/clock';

/** Pause before the second attempt, in milliseconds: most network failures are short. */
const pauseInMs = 1_000;

/**
 * Loads a code file, and retries once when the browser is online. React never retries a lazy component that failed.
 * Rejects as `load` does.
 */
export async function loadWhenOnline<T>(load: () => Promise<T>, clock: Clock = systemClock): Promise<T> {
  return load().catch(async () => {
    await clock.wait(pauseInMs);
    await online();
    return load();
  });
}

/** Reloads the page once the browser is online: offline, the browser's error page would replace the app. */
export function reloadWhenOnline(reload = () => location.reload()): Promise<void> {
  return online().then(reload);
}

/** Resolves when the browser is online. */
function online(): Promise<void> {
  return new Promise((resolve) => {
    if (navigator.onLine) resolve();
    else addEventListener('online', () => resolve(), { once: true });
  });
}
