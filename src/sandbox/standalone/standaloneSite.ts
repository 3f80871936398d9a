import path from 'node:path';
import { personaOf } from '../identity/identityProvider';
import { projectFolder } from '../projectFolder';
import { answerAdmin } from '../server/adminApi';
import type { GraphRequestRecord } from '../server/graphSite';
import { originsOf } from '../server/origins';
import type { OriginSets } from '../server/origins';
import { jsonResponse, redirectResponse, textResponse } from '../server/responses';
import type { Site, SiteRequest, SiteResponse } from '../server/siteTypes';
import { serveFolder } from '../server/staticFiles';
import { words } from '../words';
import type { Environment } from '../environment';
import { everyScope, servedRoutes } from './servedRoutes';
import { readFile } from 'node:fs/promises';
import { transform } from '@swc/core';

interface StandaloneSiteOptions {
  readonly environment: Environment;
  readonly origins: OriginSets;
  readonly requests: readonly GraphRequestRecord[];
  readonly graph: Site;
  readonly login: Site;
}

/** Policy of the page: its own files and server, and no page around it. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "frame-ancestors 'none'",
].join('; ');

const styles: Readonly<Record<string, string>> = {
  '/sandbox/host.css': '/host-page/host.css',
  '/sandbox/standalone.css': '/standalone/standalone.css',
  '/sandbox': '/standalone/standalone.html',
  '/sandbox/': '/standalone/standalone.html',
};

/** Returns a token with every permission for one of the accounts, as plain text to paste into a command. */
async function giveToken({ provider }: Environment, key: string): Promise<SiteResponse> {
  const persona = personaOf(provider, key);
  if (!persona) return textResponse(words.standalone.noPerson(key), 'text/plain', 404);
  const { accessToken } = await provider.issuer.mint({
    persona,
    clientId: provider.app.clientId,
    scopes: everyScope(),
  });
  return textResponse(accessToken, 'text/plain');
}

/** Makes the site: Graph and sign-in at their own paths, and a page of its own at `/sandbox`. */
export function createStandaloneSite(options: StandaloneSiteOptions): Site {
  const { environment, origins, requests, graph, login } = options;
  const files = serveFolder(path.join(projectFolder, 'src', 'sandbox'));
  const modules = createPageModules();

  const answerPage = async (request: SiteRequest, pathname: string): Promise<SiteResponse | undefined> => {
    const [, module] = /^\/sandbox\/source\/(.+)$/.exec(pathname) ?? [];
    if (module !== undefined) {
      const code = await modules(module);
      return code === undefined ? undefined : textResponse(code, 'text/javascript');
    }
    const [, person] = /^\/sandbox\/token\/([\w-]+)$/.exec(pathname) ?? [];
    if (person !== undefined) return giveToken(environment, person);
    if (pathname === '/sandbox/api/served') return jsonResponse(servedRoutes());
    if (pathname.startsWith('/sandbox/api/')) {
      if (!['GET', 'HEAD'].includes(request.method) && request.headers['x-sandbox'] !== '1')
        return jsonResponse({ error: 'A request that changes something needs the header x-sandbox: 1' }, 403);
      const local = originsOf(origins, 'graph', request.headers['host']) ?? origins.plain;
      return answerAdmin(request, { environment, requests, local });
    }
    return files(styles[pathname] ?? '', request.headers['if-none-match']);
  };

  return async (request) => {
    const { pathname } = new URL(request.url);
    if (/^\/(v1\.0|beta)(\/|$)/i.test(pathname)) return graph(request);
    if (pathname === '/') return redirectResponse('/sandbox');
    if (pathname !== '/sandbox' && !pathname.startsWith('/sandbox/')) return login(request);
    const found =
      (await answerPage(request, pathname)) ?? textResponse(words.notFound(pathname), 'text/plain', 404);
    return { ...found, headers: { ...found.headers, 'content-security-policy': pagePolicy } };
  };
}

const source = path.join(projectFolder, 'src');
/** Modules below `src` that a browser may load as they are. */
const forBrowsers =
  /^(sandbox\/(standalone\/page|host-page)\/[A-Za-z]+|sandbox\/(words|faultChoices|graph\/directorySettings)|base\/(clock|ids))$/;

/**
 * Makes the function that returns a module of the page as JavaScript, by its path below `src` without extension, so
 * that the page needs no build; `undefined` for modules that are not meant for browsers. Results are cached.
 */
function createPageModules(): (name: string) => Promise<string | undefined> {
  const translated = new Map<string, Promise<string>>();
  return async (name) => {
    if (!forBrowsers.test(name)) return undefined;
    const module = translated.get(name) ?? translate(path.join(source, `${name}.ts`));
    translated.set(name, module);
    return module.catch(() => undefined);
  };
}

async function translate(file: string): Promise<string> {
  const { code } = await transform(await readFile(file, 'utf8'), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
    sourceMaps: false,
    swcrc: false,
  });
  return code;
}
