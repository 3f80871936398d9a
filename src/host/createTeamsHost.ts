import { app, appInstallDialog, pages, version } from '@microsoft/teams-js';
import { AppError } from '../base/appError';
import type { Clock } from '../base/clock';
import { errorFields } from '../base/logger';
import type { Logger } from '../base/logger';
import { createTabSettings } from './createTabSettings';
import { requireHttps } from './openExternal';
import { toHostContext, toHostTheme } from './toHostContext';
import { toHostError } from './toHostError';
import type { Host, HostTheme } from './types';

/** How to reach the host. */
interface TeamsHostOptions {
  /** Origins that are trusted besides Microsoft's own. */
  readonly hostOrigins: readonly string[];
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Shakes hands with the host and makes the Host of it.
 * Rejects with AppError `host-silent` when no host answers, as far as teams-js finds that out.
 */
export async function createTeamsHost(options: TeamsHostOptions): Promise<Host> {
  const wireContext = await shakeHands(options);
  const context = toHostContext(wireContext);
  const listeners = new Set<(theme: HostTheme) => void>();
  app.registerOnThemeChangeHandler((name) => listeners.forEach((listener) => listener(toHostTheme(name))));
  return {
    kind: 'host',
    context,
    program: { ...programOf(wireContext), sdkVersion: version },
    onThemeChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hasInstallDialog: appInstallDialog.isSupported(),
    openInstallDialog: (appId) => asked(() => appInstallDialog.openAppInstallDialog({ appId })),
    openLink: (url) => asked(() => app.openLink(requireHttps(url).href)),
    shareLink: (subPageId, subPageLabel) => asked(() => pages.shareDeepLink({ subPageId, subPageLabel })),
    onBack(handler) {
      if (!pages.backStack.isSupported()) return () => undefined;
      let current: (() => boolean) | undefined = handler;
      // teams-js takes no handler off again; without one, and after false, it sends the host back (pages.backStack).
      pages.backStack.registerBackButtonHandler(() => current?.() ?? false);
      return () => {
        current = undefined;
      };
    },
    notifyReady() {
      // Some hosts answer this; the app has nothing to do with the answer.
      app.notifySuccess().catch(() => undefined);
    },
    settings: context.frameContext === 'settings' ? createTabSettings() : undefined,
  };
}

async function shakeHands({ hostOrigins, clock, logger }: TeamsHostOptions): Promise<app.Context> {
  const startedAt = clock.monotonic();
  const duration = () => ({ durationInMs: clock.monotonic() - startedAt });
  try {
    await app.initialize(hostOrigins.length > 0 ? [...hostOrigins] : undefined);
    // The page's skeleton is painted, so that the host can take its own sign of loading away however slow the rest is.
    app.notifyAppLoaded();
    const context = await app.getContext();
    const { name: hostName, clientType } = programOf(context);
    logger.info('handshake-finished', { hostName, clientType, version, ...duration() });
    return context;
  } catch (thrown) {
    logger.error('handshake-failed', { ...duration(), ...errorFields(thrown) });
    throw new AppError('host-silent', { cause: toHostError(thrown) });
  }
}

function programOf({ app: { host } }: app.Context) {
  return { name: host.name, clientType: host.clientType };
}

/** teams-js throws before it returns a promise when a frame may not ask; both ways become one. */
async function asked(ask: () => Promise<void> | void): Promise<void> {
  try {
    await ask();
  } catch (thrown) {
    throw toHostError(thrown);
  }
}
