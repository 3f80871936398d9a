import { naaToken } from '../issuer/naaToken';
import type { NaaTokenRequest } from '../issuer/naaToken';
import { words } from '../words';
import type { World } from '../world';
import { answerAdmin } from './adminApi';
import type { GraphRequestRecord } from './graphSite';
import { originsOf } from './origins';
import type { OriginSets } from './origins';
import { jsonResponse, textResponse } from './responses';
import { hostPagePolicy } from './securityPolicy';
import type { Site, SiteRequest, SiteResponse } from './siteTypes';
import type { ServeFile } from './staticFiles';

/** What the host's site works with. */
interface HostSiteOptions {
  readonly origins: OriginSets;
  readonly world: World;
  readonly requests: readonly GraphRequestRecord[];
  /** The built host page. */
  readonly files: ServeFile;
}

/** A POST must say that it comes from the host page: another site cannot add this header without being asked first. */
function isFromHostPage(request: SiteRequest): boolean {
  return request.headers['x-sandbox'] === '1';
}

async function answerCall(request: SiteRequest, options: HostSiteOptions): Promise<SiteResponse> {
  const { pathname } = new URL(request.url);
  if (request.method === 'POST' && !isFromHostPage(request)) {
    return jsonResponse({ error: 'A POST needs the header x-sandbox: 1' }, 403);
  }
  if (pathname === '/naa/token') {
    const body = JSON.parse(request.body ?? '{}') as NaaTokenRequest;
    return jsonResponse(await naaToken(options.world.provider, body));
  }
  const local = originsOf(options.origins, 'host', request.headers['host']) ?? options.origins.plain;
  return answerAdmin(request, { ...options, local });
}

/** Makes the host's site: start page and host page, the broker's token endpoint, and the sandbox's own API. */
export function createHostSite(options: HostSiteOptions): Site {
  return async (request) => {
    const sets = options.origins;
    const { pathname } = new URL(request.url);
    if (pathname === '/naa/token' || pathname.startsWith('/sandbox/api/'))
      return answerCall(request, options);
    if (pathname === '/probe') return textResponse('', 'text/plain');

    const isNamed = originsOf(sets, 'host', request.headers['host']) === sets.named;
    const pages: Readonly<Record<string, string>> = {
      '/': isNamed ? '/host.html' : '/start.html',
      '/host': '/host.html',
    };
    const found =
      (await options.files(pages[pathname] ?? pathname, request.headers['if-none-match'])) ??
      textResponse(words.notFound(pathname), 'text/plain', 404);
    return { ...found, headers: { ...found.headers, 'content-security-policy': hostPagePolicy(sets) } };
  };
}
