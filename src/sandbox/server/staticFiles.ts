import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SiteResponse } from './siteTypes';

/** The type of each kind of file that the app is made of. */
export const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Names that change with the content of their file, such as `main.1a2b3c4d.js`. */
export const hashedName = /\.[0-9a-f]{8}\.[a-z0-9.]+$/;

/** Times for which browsers keep files: those with a hashed name forever, all others until the server says that they changed. */
export const cacheRules = { hashed: 'public, max-age=31536000, immutable', others: 'no-cache' } as const;

/** Serves files below a folder: `(path of the URL, If-None-Match) → answer`, or `undefined` where there is none. */
export type ServeFile = (urlPath: string, knownTag: string | undefined) => Promise<SiteResponse | undefined>;

function decode(urlPath: string): string {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return '';
  }
}

/** Makes the server of one folder. Names that lead out of it are not found. */
export function serveFolder(folder: string): ServeFile {
  return async (urlPath, knownTag) => {
    const file = path.join(folder, path.normalize(decode(urlPath)));
    const mediaType = mediaTypes[path.extname(file)];
    if (!file.startsWith(folder + path.sep) || mediaType === undefined) return undefined;
    const body = await readFile(file).catch(() => undefined);
    if (!body) return undefined;
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const cacheControl = hashedName.test(file) ? cacheRules.hashed : cacheRules.others;
    const headers = { 'content-type': mediaType, 'cache-control': cacheControl, etag };
    return etag === knownTag ? { status: 304, headers } : { status: 200, headers, body };
  };
}
