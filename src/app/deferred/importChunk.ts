import { AppError } from '../../base/appError';
import { systemClock } from '../../base/clock';
import type { Clock } from '../../base/clock';
import { createFetchSender } from '../../http/fetchSender';
import { loadWhenOnline } from '../../ui/parts/loadWhenOnline';

/**
 * Loads a chunk of the app's own code. A failed request is repeated once, as soon as the browser has a connection.
 * Rejects with AppError `app-outdated` where the app was replaced by a newer version, else `chunk-load-failed`.
 */
export async function importChunk<T>(
  load: () => Promise<T>,
  clock: Clock = systemClock,
  readPage?: () => Promise<string>,
): Promise<T> {
  try {
    return await loadWhenOnline(load, clock);
  } catch (cause) {
    throw await toChunkError(cause, readPage);
  }
}

/** Finds out why a chunk couldn't be loaded: a deployment removes the files of the version before it. */
export async function toChunkError(cause: unknown, readPage = fetchPage): Promise<AppError> {
  return new AppError((await isOutdated(readPage)) ? 'app-outdated' : 'chunk-load-failed', { cause });
}

/** True if the app's page, read again, names scripts that this one does not run. */
async function isOutdated(readPage: () => Promise<string>): Promise<boolean> {
  try {
    const page = await readPage();
    const named = [...page.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, name = '']) => name);
    const running = new Set(Array.from(document.scripts, (script) => script.getAttribute('src')));
    // The style sheet tells the app's page from what a network puts in its place.
    return page.includes('skeleton.css') && named.some((name) => !running.has(name));
  } catch {
    return false;
  }
}

async function fetchPage(): Promise<string> {
  const url = new URL(document.baseURI);
  url.hash = '';
  // No cache on the way has seen this address.
  url.search = `fresh=${systemClock.now()}`;
  const answer = await createFetchSender()({ method: 'GET', url: url.href, headers: {}, scopes: [] });
  return answer.status === 200 ? new TextDecoder().decode(answer.body) : '';
}
