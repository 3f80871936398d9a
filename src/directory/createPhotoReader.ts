import { toAppError } from '../base/appError';
import type { Graph } from '../graph/types';
import { createSemaphore } from '../base/async/semaphore';

/** Outlook answers 4 requests of one app for one mailbox at a time (Graph: throttling limits, Outlook service). */
const photosAtATime = 4;
const photosKept = 500;

/** Creates `Directory.readPhoto`, which caches the last 500 results, including those without a photo. */
export function createPhotoReader(graph: Graph) {
  const semaphore = createSemaphore(photosAtATime);
  const kept = new Map<string, Promise<Blob | undefined>>();

  const readAndKeep = (userId: string): Promise<Blob | undefined> => {
    const reading = fetchPhoto(graph, userId);
    kept.set(userId, reading);
    const [oldest] = kept.keys();
    if (kept.size > photosKept && oldest !== undefined) kept.delete(oldest);
    reading.catch(() => kept.delete(userId));
    return reading;
  };

  // The signal only takes a row that scrolled away out of the queue; a photo under way may be shared with another row.
  return (userId: string, signal?: AbortSignal): Promise<Blob | undefined> =>
    kept.get(userId) ?? semaphore.run(() => kept.get(userId) ?? readAndKeep(userId), signal);
}

async function fetchPhoto(graph: Graph, userId: string): Promise<Blob | undefined> {
  const path = `/users/${encodeURIComponent(userId)}/photos/48x48/$value`;
  try {
    const { bytes, mediaType } = await graph.sendForBytes({
      path,
      scopes: ['User.Read.All'],
      isOptional: true,
    });
    return new Blob([bytes], { type: mediaType });
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'not-found' || error.code === 'forbidden') return undefined;
    throw error;
  }
}
