import { AppError } from '../../src/base/appError';
import type { Send } from '../../src/http/types';
import type { GraphEmulator } from '../../src/sandbox/graph/graphEmulator';

/** Headers that a page may read of any answer from another origin (Fetch standard: CORS-safelisted response headers). */
const safelisted =
  'cache-control, content-language, content-length, content-type, expires, last-modified, pragma';

/**
 * Makes a Send that calls an emulator without a network, as a browser would: it hides the headers that CORS hides from
 * a page, rejects closed connections as `offline`, and stays pending until the signal aborts if there is no answer. A
 * request without a token is sent with `token`, if one is given.
 */
export function emulatorSend(emulator: GraphEmulator, bearer?: string): Send {
  return async ({ method, url, headers, body, signal }) => {
    if (signal?.aborted) throw new AppError('cancelled');
    const token: Record<string, string> = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
    const answer = await emulator.handle({ method, url, headers: { ...token, ...headers }, body });
    if (answer.status === 0) throw new AppError('offline');
    if (answer.status === -1) return silence(signal);
    const bytes = typeof answer.body === 'string' ? new TextEncoder().encode(answer.body) : answer.body;
    return {
      status: answer.status,
      headers: readable(answer.headers),
      body: new Uint8Array(bytes ?? []),
    };
  };
}

/** Stays pending until the caller aborts. */
function silence(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new AppError('cancelled')), { once: true });
  });
}

function readable(headers: Readonly<Record<string, string>>): Record<string, string> {
  const all = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const exposed = all.find(([name]) => name === 'access-control-expose-headers')?.[1] ?? '';
  const names = new Set(`${safelisted},${exposed}`.split(',').map((name) => name.trim().toLowerCase()));
  return Object.fromEntries(all.filter(([name]) => names.has(name)));
}
