import { AppError } from '../base/appError';
import { openExternal } from './openExternal';
import type { Host, HostTheme } from './types';

/** Creates the Host of a plain browser tab: theme and language are the browser's, links open in new tabs. */
export function createBrowserHost(): Host {
  const forced = window.matchMedia('(forced-colors: active)');
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const theme = (): HostTheme => {
    if (forced.matches) return 'contrast';
    return dark.matches ? 'dark' : 'default';
  };
  return {
    kind: 'browser',
    context: {
      theme: theme(),
      locale: navigator.language,
      frameContext: 'content',
      // The router reads the route from the address bar.
      subPageId: '',
      loginHint: undefined,
      tenantId: undefined,
      userObjectId: undefined,
    },
    onThemeChange(listener) {
      const notify = (): void => listener(theme());
      for (const query of [forced, dark]) query.addEventListener('change', notify);
      return () => {
        for (const query of [forced, dark]) query.removeEventListener('change', notify);
      };
    },
    hasInstallDialog: false,
    openInstallDialog: () => Promise.reject(new AppError('host-unsupported')),
    openLink: (url) =>
      new Promise((resolve) => {
        openExternal(url);
        resolve();
      }),
    shareLink: (subPageId) => copyLink(subPageId),
    // The browser's Back button changes the history, which the router follows.
    onBack: () => () => undefined,
    notifyReady: () => undefined,
    settings: undefined,
  };
}

async function copyLink(subPageId: string): Promise<void> {
  const { origin, pathname } = location;
  try {
    await navigator.clipboard.writeText(`${origin}${pathname}#/${subPageId.replace(/^\/+/, '')}`);
  } catch (thrown) {
    throw new AppError('host-unsupported', { cause: thrown });
  }
}
