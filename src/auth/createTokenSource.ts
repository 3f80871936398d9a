import type { Configuration } from '@azure/msal-browser';
import { createNestablePublicClientApplication } from '@azure/msal-browser';
import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import { errorFields, silentLogger } from '../base/logger';
import type { Logger } from '../base/logger';
import { mapMsalError } from './mapMsalError';
import { msalTokenSource } from './msalTokenSource';
import type { TokenSource } from './tokenSource';

/** How to sign in. */
export interface TokenSourceOptions {
  /** Application id of the app's registration, a GUID. */
  readonly clientId: string;
  /** https address of the identity service with the tenant, such as `https://login.microsoftonline.com/<tenant id>`. */
  readonly authority: string;
  /** The authority's OpenID configuration, where it must not be fetched: its endpoints may then be on plain http. */
  readonly authorityMetadata?: Readonly<Record<string, string>>;
  /** Absolute address of `redirect.html`, for the sign-in window. */
  readonly redirectUri: string;
  /** Account to propose in the sign-in window. */
  readonly loginHint?: string;
  /** Tenants that all have to be the account's own, such as the host's; default none. */
  readonly tenantIds?: readonly string[];
  /** Whether a host surrounds the app; only then a bridge to it is used, and only where the host made one. */
  readonly canNest: boolean;
  /** Default is the machine's clock. */
  readonly clock?: Clock;
  /** Told how the sign-in is set up and of each token. Default writes nothing. */
  readonly logger?: Logger;
}

/** Signing in with a second factor takes people minutes; MSAL's own limit is one. */
const signInWindowInMs = 10 * 60_000;

/**
 * Makes the source of tokens: nested in the host where it offers that, else with a sign-in window.
 * Load this file with a dynamic import, MSAL is big. Rejects with AppError `sign-in-failed`; a host that made the bridge and
 * does not answer on it keeps MSAL, and the caller, waiting.
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
