import type { Configuration } from '@azure/msal-browser';
import { createNestablePublicClientApplication } from '@azure/msal-browser';
import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import { errorFields, silentLogger } from '../base/logger';
import type { Logger } from '../base/logger';
import { mapMsalError } from './mapMsalError';
import { msalTokenSource } from './msalTokenSource';
import type { TokenSource } from './tokenSource';

/** Options of a token source. */
export interface TokenSourceOptions {
  /** Application id of the app's registration, a GUID. */
  readonly clientId: string;
  /** https address of the identity service with the tenant, such as `https://login.microsoftonline.com/<tenant id>`. */
  readonly authority: string;
  /** OpenID configuration of the authority, if it must not be fetched; its endpoints may then use plain http. */
  readonly authorityMetadata?: Readonly<Record<string, string>>;
  /** Absolute address of `redirect.html`, for the sign-in window. */
  readonly redirectUri: string;
  /** Account to propose in the sign-in window. */
  readonly loginHint?: string;
  /** Tenants that all have to be the account's own, such as the host's; default none. */
  readonly tenantIds?: readonly string[];
  /** True if the app runs inside a host; only then its bridge for nested sign-in is used, where the host made one. */
  readonly canNest: boolean;
  /** Default is the machine's clock. */
  readonly clock?: Clock;
  /** Logs the set-up of the sign-in and each token request. Default writes nothing. */
  readonly logger?: Logger;
}

/** Signing in with a second factor takes people minutes; MSAL's own limit is one. */
const signInWindowInMs = 10 * 60_000;

/**
 * Creates the token source: nested in the host where it offers that, else with a sign-in window.
 * Load this file with a dynamic import, since MSAL is big. Rejects with AppError `sign-in-failed`. If a host made the bridge
 * and doesn't answer on it, MSAL and the caller keep waiting.
 */
export async function createTokenSource(options: TokenSourceOptions): Promise<TokenSource> {
  const isBridged = 'nestedAppAuthBridge' in window && Boolean(window.nestedAppAuthBridge);
  const kind = options.canNest && isBridged ? 'nested' : 'popup';
  const { clock = systemClock, logger = silentLogger, loginHint, tenantIds } = options;
  const log = logger.child('auth');
  try {
    const application = await createNestablePublicClientApplication(configure(options));
    log.info('sign-in-ready', { kind });
    return msalTokenSource(application, kind, { loginHint, tenantIds, clock, logger });
  } catch (thrown) {
    const error = mapMsalError(thrown);
    log.error('sign-in-unavailable', { kind, ...errorFields(error) });
    throw error;
  }
}

function configure({
  clientId,
  authority,
  authorityMetadata,
  redirectUri,
}: TokenSourceOptions): Configuration {
  return {
    auth: {
      clientId,
      authority,
      authorityMetadata: authorityMetadata && JSON.stringify(authorityMetadata),
      redirectUri,
      // Entra sends claims challenges only to apps that say they understand them (Entra: continuous access evaluation).
      clientCapabilities: ['CP1'],
    },
    cache: { cacheLocation: 'sessionStorage' },
    system: {
      popupBridgeTimeout: signInWindowInMs,
      loggerOptions: { loggerCallback: () => undefined, piiLoggingEnabled: false },
    },
  };
}
