import { naaToken } from '../identity/naaToken';
import type { NaaTokenRequest } from '../identity/naaToken';
import { words } from '../words';
import type { Environment } from '../environment';
import { answerAdmin } from './adminApi';
import type { GraphRequestRecord } from './graphSite';
import { jsonBody, MalformedRequest } from './jsonBody';
import { isIpv6, originsOf } from './origins';
import type { OriginSets } from './origins';
import { jsonResponse, redirectResponse, textResponse } from './responses';
import { hostPagePolicy } from './securityPolicy';
import type { Site, SiteRequest, SiteResponse } from './siteTypes';
import type { ServeFile } from './staticFiles';

interface HostSiteOptions {
  readonly origins: OriginSets;
  readonly environment: Environment;
  readonly requests: readonly GraphRequestRecord[];
  /** The built host page. */
  readonly files: ServeFile;
}

const pages: ReadonlySet<string> = new Set(['/', '/host']);

/** A request that changes something must say that it comes from the host page: another site cannot add this header without being asked first. */
function isFromHostPage(request: SiteRequest): boolean {
  return request.headers['x-sandbox'] === '1';
}

/** Throws MalformedRequest for what no host page sends. */
function readNaaRequest(request: SiteRequest): NaaTokenRequest {
  const body = jsonBody(request);
  for (const name of ['person', 'frameOrigin', 'clientId', 'scope'] as const)
    if (typeof body[name] !== 'string') throw new MalformedRequest(`${name}: a text is needed`);
  const { claims } = body;
  if (claims !== undefined && (typeof claims !== 'string' || !isJson(claims)))
    throw new MalformedRequest('claims: JSON as a text is needed');
  return body as unknown as NaaTokenRequest;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function answerCall(request: SiteRequest, options: HostSiteOptions): Promise<SiteResponse> {
  const { pathname } = new URL(request.url);
  if (!['GET', 'HEAD'].includes(request.method) && !isFromHostPage(request)) {
    return jsonResponse({ error: 'A request that changes something needs the header x-sandbox: 1' }, 403);
  }
  if (pathname === '/naa/token') {
    return jsonResponse(await naaToken(options.environment.provider, readNaaRequest(request)));
  }
  const local = originsOf(options.origins, 'host', request.headers['host']) ?? options.origins.plain;
  return answerAdmin(request, { ...options, local });
}

/** Makes the host's site: start page and host page, the broker's token endpoint, and the sandbox's own API. */
export function createHostSite(options: HostSiteOptions): Site {
  return async (request) => {
    const sets = options.origins;
    const { pathname, search } = new URL(request.url);
    if (pathname === '/naa/token' || pathname.startsWith('/sandbox/api/'))
      return answerCall(request, options);
    if (pathname === '/probe') return textResponse('', 'text/plain');
    // The page frames the tab by a name, and a policy can't name the IPv6 address that it would be framed by.
    if (isIpv6(sets, 'host', request.headers['host']) && pages.has(pathname))
      return redirectResponse(`${sets.plain.host}${pathname}${search}`);

    const isNamed = originsOf(sets, 'host', request.headers['host']) === sets.named;
    const page = pathname === '/' && !isNamed ? '/start.html' : '/host.html';
    const found =
      (await options.files(pages.has(pathname) ? page : pathname, request.headers['if-none-match'])) ??
      textResponse(words.notFound(pathname), 'text/plain', 404);
    return { ...found, headers: { ...found.headers, 'content-security-policy': hostPagePolicy(sets) } };
  };
}
