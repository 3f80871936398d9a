import { app, appInstallDialog, pages } from '@microsoft/teams-js';
import { AppError } from '../base/appError';
import type { Clock } from '../base/clock';
import { withTimeout } from '../base/async/withTimeout';
import { createTabSettings } from './createTabSettings';
import { requireHttps } from './openExternal';
import { toHostContext, toHostTheme } from './toHostContext';
import { toHostError } from './toHostError';
import type { Host, HostTheme } from './types';

/**
 * Shakes hands with the host and makes the Host of it. `hostOrigins` are trusted besides Microsoft's own.
 * Rejects with AppError `host-silent` when no host has answered after `silenceInMs` milliseconds.
 */
export async function createTeamsHost(
  hostOrigins: readonly string[],
  clock: Clock,
  silenceInMs: number,
): Promise<Host> {
  const context = toHostContext(await shakeHands(hostOrigins, clock, silenceInMs));
  const listeners = new Set<(theme: HostTheme) => void>();
  app.registerOnThemeChangeHandler((name) => listeners.forEach((listener) => listener(toHostTheme(name))));
  return {
    kind: 'host',
    context,
    onThemeChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hasInstallDialog: appInstallDialog.isSupported(),
    openInstallDialog: (appId) => asked(() => appInstallDialog.openAppInstallDialog({ appId })),
    openLink: (url) => asked(() => app.openLink(requireHttps(url).href)),
    shareLink: (subPageId, subPageLabel) => asked(() => pages.shareDeepLink({ subPageId, subPageLabel })),
    notifyReady() {
      app.notifyAppLoaded();
      // Some hosts answer this; the app has nothing to do with the answer.
      app.notifySuccess().catch(() => undefined);
    },
    settings: context.frameContext === 'settings' ? createTabSettings() : undefined,
  };
}

async function shakeHands(
  origins: readonly string[],
  clock: Clock,
  silenceInMs: number,
): Promise<app.Context> {
  const greeting = app.initialize(origins.length > 0 ? [...origins] : undefined).then(() => app.getContext());
  try {
    return await withTimeout(greeting, clock, silenceInMs, () => new AppError('host-silent'));
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : new AppError('host-silent', { cause: toHostError(thrown) });
  }
}

/** teams-js throws before it returns a promise when a frame may not ask; both ways become one. */
async function asked(ask: () => Promise<void> | void): Promise<void> {
  try {
    await ask();
  } catch (thrown) {
    throw toHostError(thrown);
  }
}
