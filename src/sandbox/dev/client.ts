// Runs in the page while `npm run dev` watches the sources: takes in what was rebuilt. It is in no build that is shipped.
import { systemClock } from '../../base/clock';

/** As much of webpack's hot modules as is needed here (webpack.js.org/api/hot-module-replacement). */
interface HotModules {
  /** Loads what has changed and applies it; null where nothing has. Rejects where a module that changed is accepted by none. */
  check(shouldApply: boolean): Promise<readonly string[] | null>;
}

declare const __webpack_hash__: string;
declare global {
  interface ImportMeta {
    readonly webpackHot: HotModules;
  }
}

const retryAfterInMs = 300;

/** Asks for the build's hash, which the server answers when it is another one than `known`; undefined without an answer. */
async function readNextHash(known: string): Promise<string | undefined> {
  const options: RequestInit = { headers: { 'if-none-match': `"${known}"` }, cache: 'no-store' };
  // The server is away for a moment when its own code has changed.
  const response = await fetch('build.txt', options).catch(() => undefined);
  return response?.ok ? response.text() : undefined;
}

/** Follows the builds for as long as the page is open; what can't be exchanged in place loads the page again where it is. */
async function followBuilds(): Promise<never> {
  for (;;) {
    const hash = await readNextHash(__webpack_hash__);
    if (hash === undefined) await systemClock.wait(retryAfterInMs);
    else if (hash !== __webpack_hash__) {
      const updated = await import.meta.webpackHot.check(true).catch(() => null);
      if (updated === null || hash !== __webpack_hash__) location.reload();
    }
  }
}

void followBuilds();
