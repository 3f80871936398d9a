// Runs in the page while `npm run dev` watches the sources: takes in what was rebuilt. It is in no build that is shipped.
import { systemClock } from '../../base/clock';

/** Part of webpack's hot module API that is used here (webpack.js.org/api/hot-module-replacement). */
interface HotModules {
  /** Loads and applies the changed modules; null if there are none. Rejects if no module accepts a change. */
  check(shouldApply: boolean): Promise<readonly string[] | null>;
}

declare const __webpack_hash__: string;
declare global {
  interface ImportMeta {
    readonly webpackHot: HotModules;
  }
}

const retryAfterInMs = 300;

/**
 * Requests the hash of the build, which the server answers once it differs from `known`; undefined without an answer.
 */
async function readNextHash(known: string): Promise<string | undefined> {
  const options: RequestInit = { headers: { 'if-none-match': `"${known}"` }, cache: 'no-store' };
  // The server is away for a moment when its own code has changed.
  const response = await fetch('build.txt', options).catch(() => undefined);
  return response?.ok ? response.text() : undefined;
}

/** Follows the builds while the page is open; reloads the page if a change can't be applied in place. */
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
