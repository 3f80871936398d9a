import { createRoot } from 'react-dom/client';
import type { TokenSourceOptions } from '../../auth/createTokenSource';
import { connectHost } from '../../host/connectHost';
import type { Host } from '../../host/types';
import { createFetchSender } from '../../http/fetchSender';
import { loadCriticalMessages } from '../../ui/messages/loadMessages';
import { App } from './App';
import { getAuthority } from './config/authority';
import { readConfig } from './config/readConfig';
import type { RuntimeConfig } from './config/runtimeConfig';
import type { AppDiagnostics } from './createDiagnostics';
import { getDeepLink } from './getDeepLink';
import { importChunk } from '../deferred/importChunk';
import type { ServicesLoader } from '../services/createServices';
import { preloadRoute } from '../routes';
import { readJson } from './config/readJson';
import { createStartup } from './createStartup';
import { LazyWorkspace } from '../shell/LazyWorkspace';

/** Starts the app and draws it into `root` once its messages are loaded; until then the page shows its skeleton. */
export function start(root: HTMLElement, diagnostics: AppDiagnostics): void {
  const { logger } = diagnostics;
  const send = createFetchSender();
  const code = preload();
  let loader: ServicesLoader | undefined;
  const startup = createStartup({
    loadConfig: async () => {
      const config = readConfig(await readJson(send, 'config.json', 'config-unreachable'));
      logConfig(config, diagnostics);
      return config;
    },
    connectHost: (config) => openAtDeepLink(config, diagnostics),
    loadMessages: (locale) => importChunk(() => loadCriticalMessages(locale)),
    createTokenSource: async (config, host) =>
      (await importChunk(code.auth)).createTokenSource({ ...tokenOptions(config, host), logger }),
    createServices: async (config, host, tokenSource, onSignedIn) => {
      const { createServices } = await importChunk(code.createServices);
      loader ??= createServices({ config, host, tokenSource, send, diagnostics });
      return loader.read(onSignedIn);
    },
    reload: () => location.reload(),
    report: (cause) => reportError(cause),
    browserLocale: navigator.language,
    openedAt: performance.timeOrigin,
    logger,
  });
  const stop = startup.subscribe(() => {
    stop();
    createRoot(root).render(<App startup={startup} diagnostics={diagnostics} />);
  });
  void startup.run();
}

/** Fetches code early that is needed after the configuration and the handshake. A failed fetch is repeated when the code is needed. */
function preload() {
  const auth = () => import(/* webpackChunkName: "workspace" */ '../../auth/createTokenSource');
  const createServices = () => import(/* webpackChunkName: "workspace" */ '../services/createServices');
  for (const load of [auth, createServices, LazyWorkspace.preload]) load().catch(() => undefined);
  loadCriticalMessages(navigator.language).catch(() => undefined);
  return { auth, createServices };
}

function logConfig({ graphUrl, unknownSettings = [] }: RuntimeConfig, { logger }: AppDiagnostics): void {
  logger.info('configuration-read', { serviceHost: new URL(graphUrl).hostname });
  if (unknownSettings.length > 0) logger.warn('unknown-settings', { count: unknownSettings.length });
}

async function openAtDeepLink(config: RuntimeConfig | undefined, diagnostics: AppDiagnostics): Promise<Host> {
  const { logger } = diagnostics;
  const host = await connectHost({ hostOrigins: config?.hostOrigins ?? [], logger });
  diagnostics.setHost(host);
  const hash = getDeepLink(host.context);
  // A page that was reloaded, as for a newer version of the app, stays on its route.
  if (hash !== undefined && !(isReloaded() && location.hash.length > 1)) location.replace(hash);
  preloadRoute(location.hash.slice(1), host.context.locale);
  return host;
}

function isReloaded(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'reload';
}

function tokenOptions(config: RuntimeConfig, host: Host): TokenSourceOptions {
  const ownTenantId = config.tenant.mode === 'single' ? config.tenant.id : undefined;
  return {
    clientId: config.clientId,
    authority: getAuthority(config),
    authorityMetadata: config.signIn?.authorityMetadata,
    redirectUri: new URL('redirect.html', document.baseURI).href,
    loginHint: host.context.loginHint,
    tenantIds: [host.context.tenantId, ownTenantId].filter((id) => id !== undefined),
    canNest: host.kind === 'host',
  };
}
