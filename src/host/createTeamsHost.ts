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

/** Options of a host. */
interface TeamsHostOptions {
  /** Origins that are trusted besides Microsoft's own. */
  readonly hostOrigins: readonly string[];
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Does the handshake with the host and creates its Host.
 * Rejects with AppError `host-silent` if no host responds, as far as teams-js notices.
 */
export async function createTeamsHost(options: TeamsHostOptions): Promise<Host> {
  const wireContext = await handshake(options);
  const context = toHostContext(wireContext);
  const listeners = new Set<(theme: HostTheme) => void>();
  app.registerOnThemeChangeHandler((name) => listeners.forEach((listener) => listener(toHostTheme(name))));
  return {
    kind: 'host',
    context,
    program: { ...toProgram(wireContext), sdkVersion: version },
    onThemeChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hasInstallDialog: appInstallDialog.isSupported(),
    openInstallDialog: (appId) => callHost(() => appInstallDialog.openAppInstallDialog({ appId })),
    openLink: (url) => callHost(() => app.openLink(requireHttps(url).href)),
    shareLink: (subPageId, subPageLabel) => callHost(() => pages.shareDeepLink({ subPageId, subPageLabel })),
    onBack(handler) {
      if (!pages.backStack.isSupported()) return () => undefined;
      let current: (() => boolean) | undefined = handler;
      // teams-js cannot remove a handler. Without one, and after false, the host goes back (pages.backStack).
      pages.backStack.registerBackButtonHandler(() => current?.() ?? false);
      return () => {
        current = undefined;
      };
    },
    notifyReady() {
      // Some hosts reject this, which doesn't matter to the app.
      app.notifySuccess().catch(() => undefined);
    },
    settings: context.frameContext === 'settings' ? createTabSettings() : undefined,
  };
}

async function handshake({ hostOrigins, clock, logger }: TeamsHostOptions): Promise<app.Context> {
  const startedAt = clock.monotonic();
  const duration = () => ({ durationInMs: clock.monotonic() - startedAt });
  try {
    await app.initialize(hostOrigins.length > 0 ? [...hostOrigins] : undefined);
    // The page's skeleton is painted, so the host can hide its own loading indicator, however slow the rest is.
    app.notifyAppLoaded();
    const context = await app.getContext();
    const { name: hostName, clientType } = toProgram(context);
    logger.info('handshake-finished', { hostName, clientType, version, ...duration() });
    return context;
  } catch (thrown) {
    logger.error('handshake-failed', { ...duration(), ...errorFields(thrown) });
    throw new AppError('host-silent', { cause: toHostError(thrown) });
  }
}

function toProgram({ app: { host } }: app.Context) {
  return { name: host.name, clientType: host.clientType };
}

/** Converts errors of teams-js, which throws before it returns a promise where the frame may not call it. */
async function callHost(call: () => Promise<void> | void): Promise<void> {
  try {
    await call();
  } catch (thrown) {
    throw toHostError(thrown);
  }
}
