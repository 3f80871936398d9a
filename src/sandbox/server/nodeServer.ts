import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { words } from '../words';
import { MalformedRequest } from './jsonBody';
import { originsOf } from './origins';
import type { OriginSets } from './origins';
import { jsonResponse, textResponse } from './responses';
import { dataPolicy } from './securityPolicy';
import type { Site, SiteName, SiteRequest, SiteResponse } from './siteTypes';

const compress = promisify(gzip);
/** Longest body that a site is given. */
const maxBodyInBytes = 5_000_000;

/** Longest body that is read to its end, so that its sender gets to read the answer; beyond, the connection is closed. */
const maxReadInBytes = 100_000_000;

/** Reads the body; undefined for one that is too long. */
async function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  let chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxReadInBytes) throw new RangeError('The body of the request has no end.');
    if (size > maxBodyInBytes) chunks = [];
    else chunks.push(chunk);
  }
  return size > maxBodyInBytes ? undefined : Buffer.concat(chunks).toString('utf8');
}

async function toSiteRequest(incoming: IncomingMessage): Promise<SiteRequest> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
  const body = await readBody(incoming);
  return {
    method: incoming.method ?? 'GET',
    url: `http://${headers['host'] ?? 'localhost'}${incoming.url ?? '/'}`,
    headers,
    ...(body === undefined ? { isTooLong: true } : body === '' ? {} : { body }),
  };
}

async function write(answer: SiteResponse, request: SiteRequest, outgoing: ServerResponse): Promise<void> {
  const headers: Record<string, string> = {
    'content-security-policy': dataPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value])),
  };
  let body = answer.body === undefined ? undefined : Buffer.from(answer.body);
  const isText = /text|json|javascript|svg/.test(headers['content-type'] ?? '');
  if (body && isText && body.length > 1000 && request.headers['accept-encoding']?.includes('gzip')) {
    // The best level, so that what a measurement sees on the wire is what a careful server sends.
    body = await compress(body, { level: 9 });
    headers['content-encoding'] = 'gzip';
    headers['vary'] = headers['vary'] ? `${headers['vary']}, Accept-Encoding` : 'Accept-Encoding';
  }
  if (body) headers['content-length'] = String(body.length);
  outgoing.writeHead(answer.status, headers);
  outgoing.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * Breaks the connection before the answer, or within it: Chromium sends a request again by itself, a POST too, when a
 * connection that it reused breaks before the first byte, and then the app would not notice that an answer was lost.
 */
function breakConnection({ method }: SiteRequest, outgoing: ServerResponse): void {
  if (method === 'GET') {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(200, { 'access-control-allow-origin': '*' });
  outgoing.write('{', () => outgoing.destroy());
}

/** True for requests to Graph, which has an error shape of its own. */
const isOfGraph = (name: SiteName, { url }: SiteRequest): boolean =>
  name === 'graph' && /^\/(v1\.0|beta)(\/|$)/i.test(new URL(url).pathname);

async function answerTo(
  site: Site,
  name: SiteName,
  isKnown: boolean,
  request: SiteRequest,
): Promise<SiteResponse> {
  if (!isKnown) return textResponse(words.wrongHost(request.headers['host'] ?? ''), 'text/plain', 421);
  if (!URL.canParse(request.url)) return jsonResponse({ error: 'The address is malformed' }, 400);
  if (request.isTooLong && !isOfGraph(name, request))
    return jsonResponse({ error: `The body is longer than ${maxBodyInBytes} bytes` }, 413);
  try {
    return await site(request);
  } catch (thrown) {
    if (thrown instanceof MalformedRequest) return jsonResponse({ error: thrown.message }, 400);
    console.error(thrown);
    return textResponse(String(thrown), 'text/plain', 500);
  }
}

/** Turns a site into what Node's HTTP server calls; names other than the site's own are answered with 421. */
export function nodeListener(site: Site, name: SiteName, origins: OriginSets): RequestListener {
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const request = await toSiteRequest(incoming);
    const isKnown = originsOf(origins, name, request.headers['host']) !== undefined;
    const answer = await answerTo(site, name, isKnown, request);
    // Status 0 plays a connection that breaks (a fault that was asked for).
    if (answer.status === 0) breakConnection(request, outgoing);
    // And -1 one on which nothing ever comes: it stays open until the caller gives up.
    else if (answer.status > 0) await write(answer, request, outgoing);
  };
  return (incoming, outgoing) => void serve(incoming, outgoing).catch(() => outgoing.destroy());
}
