import type { IdentityProvider } from '../identity/identityProvider';
import { words } from '../words';
import catalogue from '../tenant/catalogue.json';
import { originsOf } from './origins';
import type { OriginSets } from './origins';
import { oneDownloadParameter, oneDownloadPath, oneDownloadScript, withOneDownload } from './oneDownload';
import { jsonResponse, textResponse } from './responses';
import { appPolicy } from './securityPolicy';
import type { Origins, Site, SiteResponse } from './siteTypes';
import type { ServeFile } from './staticFiles';
import { authorityMetadata } from './loginSite';

interface TabSiteOptions {
  readonly origins: OriginSets;
  readonly provider: () => IdentityProvider;
  /** The built app. */
  readonly files: ServeFile;
}

/** Makes the site that serves the app as a deployment would, with a `config.json` that leads to the sandbox. */
export function createTabSite({ origins, provider, files }: TabSiteOptions): Site {
  /** Answers the files that depend on the environment and are not part of the build. */
  const answerMade = (name: string, local: Origins): SiteResponse | undefined => {
    if (name === '/config.json') return jsonResponse(appConfig(local, provider()));
    if (name === oneDownloadPath) return oneDownloadScript();
    return name === `/${localCatalogue}` ? jsonResponse(catalogue) : undefined;
  };
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const local = originsOf(origins, 'tab', request.headers['host']);
    const name = pathname === '/' ? '/index.html' : pathname;
    const made = local ? answerMade(name, local) : undefined;
    const found: SiteResponse =
      made ??
      (await files(name, request.headers['if-none-match'])) ??
      textResponse(words.notFound(pathname), 'text/plain', 404);
    const isLimited = name === '/index.html' && searchParams.has(oneDownloadParameter);
    const page = isLimited ? withOneDownload(found) : found;
    return { ...page, headers: { ...found.headers, 'content-security-policy': appPolicy(local) } };
  };
}

/** Path of the catalogue of the local tenant's vendors, beside the one that ships. */
const localCatalogue = 'local-catalogue.json';

/** The `config.json` with which the unchanged app finds the sandbox in place of Microsoft's services. */
function appConfig(origins: Origins, provider: IdentityProvider): unknown {
  const { tenantId, issuer, app } = provider;
  return {
    clientId: app.clientId,
    tenant: { mode: 'single', id: tenantId },
    graphUrl: origins.graph,
    hostOrigins: [origins.host],
    catalogueUrl: localCatalogue,
    signIn: {
      authority: `https://login.microsoftonline.com/${tenantId}`,
      authorityMetadata: authorityMetadata(origins.login, tenantId, issuer.name),
    },
  };
}
