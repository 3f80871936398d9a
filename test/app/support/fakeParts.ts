import type { RuntimeConfig } from '../../../src/app/bootstrap/config/runtimeConfig';
import type { AppServices } from '../../../src/app/services/createServices';
import type { TokenSource } from '../../../src/auth/tokenSource';
import type { Host, HostContext, HostTheme } from '../../../src/host/types';
import { createQueryClient } from '../../../src/ui/queries/createQueryClient';
import type { Services } from '../../../src/ui/services';
import { fakeServices } from '../../ui/support/fakeServices';

const guid = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

/** A valid configuration of one tenant. */
export const testConfig = {
  clientId: guid,
  tenant: { mode: 'single', id: guid },
  graphUrl: 'https://graph.microsoft.com',
  hostOrigins: [],
  catalogueUrl: 'catalogue.json',
} satisfies RuntimeConfig;

/** A host whose theme a test can change. */
export interface FakeHost extends Host {
  changeTheme(theme: HostTheme): void;
  readonly wasReady: () => boolean;
  /** Presses the host's Back; false where the app leaves it to the host. */
  readonly pressBack: () => boolean;
}

/** A host that answers everything and does nothing. */
export function fakeHost(context: Partial<HostContext> = {}, over: Partial<Host> = {}): FakeHost {
  const listeners = new Set<(theme: HostTheme) => void>();
  let isReady = false;
  let back = (): boolean => false;
  return {
    kind: 'host',
    context: {
      theme: 'default',
      locale: 'en-us',
      frameContext: 'content',
      subPageId: '',
      loginHint: undefined,
      tenantId: undefined,
      userObjectId: undefined,
      ...context,
    },
    onThemeChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hasInstallDialog: true,
    openInstallDialog: () => Promise.resolve(),
    openLink: () => Promise.resolve(),
    shareLink: () => Promise.resolve(),
    onBack: (handler) => {
      back = handler;
      return () => undefined;
    },
    pressBack: () => back(),
    notifyReady: () => {
      isReady = true;
    },
    settings: undefined,
    changeTheme: (theme) => listeners.forEach((listener) => listener(theme)),
    wasReady: () => isReady,
    ...over,
  };
}

/** Tokens that are always there. */
export function fakeTokens(over: Partial<TokenSource> = {}): TokenSource {
  return {
    kind: 'popup',
    getToken: () => Promise.resolve('token'),
    signIn: () => Promise.resolve({ objectId: guid, tenantId: guid, userName: '', displayName: '' }),
    account: () => undefined,
    ...over,
  };
}

/** A workspace of fakes. */
export function fakeAppServices(services: Partial<Services> = {}): AppServices {
  return {
    services: fakeServices(services),
    queryClient: createQueryClient(),
    loadDeferred: () => undefined,
  };
}
