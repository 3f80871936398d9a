import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../../base/clock';
import { serveFolder, type ServeFile } from '../server/staticFiles';

/** Longest wait of a page for the next build; then it asks again. */
const maxWaitInMs = 25_000;

/** Name of the file that holds the hash of the last build without errors. */
const buildFile = '/build.txt';

/** Resolves when the hash is written, or after the longest wait. */
async function nextChange(folder: string): Promise<void> {
  const over = new AbortController();
  const changed = new Promise<void>((resolve) => {
    const onChange = (_event: string, name: string | null): void => {
      if (name === path.basename(buildFile)) resolve();
    };
    watch(folder, { signal: over.signal }, onChange);
  });
  await Promise.race([changed, systemClock.wait(maxWaitInMs, over.signal).catch(() => undefined)]);
  over.abort();
}

/**
 * Makes the server of a folder that webpack writes to while it watches the sources. `build.txt` answers when its hash is
 * another one than `If-None-Match` names, at the latest after 25 s, so that a page needs no other connection than to its own origin.
 */
export function serveBuild(folder: string): ServeFile {
  const serve = serveFolder(folder);
  const readHash = (): Promise<string> => readFile(path.join(folder, buildFile), 'utf8').catch(() => '');
  return async (urlPath, knownTag) => {
    if (urlPath !== buildFile) return serve(urlPath, knownTag);
    const isNews = (hash: string): boolean => hash !== '' && `"${hash}"` !== knownTag;
    let hash = await readHash();
    if (!isNews(hash)) {
      await nextChange(folder);
      hash = await readHash();
    }
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
    return isNews(hash) ? { status: 200, headers, body: hash } : { status: 304, headers };
  };
}
