import { AppError } from '../base/appError';
import type { Clock } from '../base/clock';
import { systemClock } from '../base/clock';
import { errorFields, silentLogger } from '../base/logger';
import type { Logger } from '../base/logger';
import { withTimeout } from '../base/async/withTimeout';
import { mapMsalError } from './mapMsalError';
import type { MsalAccount, MsalApplication } from './msalApplication';
import { requestedName } from './scopes';
import { toAccount } from './toAccount';
import type { Account, TokenSource } from './tokenSource';

/** MSAL's lookup in cache, then with the refresh token; never in a hidden frame, which the page's policy forbids. */
const cacheThenRefreshToken = 2;

/** Enough for a slow host. Without a limit, MSAL would wait for ever for a host that does not answer on its bridge. */
const silentTimeoutInMs = 60_000;

/** Options of a token source over MSAL. */
export interface MsalTokenSourceOptions {
  /** Account to propose while no user is signed in. */
  readonly loginHint?: string;
  /** Tenants that all have to be the account's own; default none. */
  readonly tenantIds?: readonly string[];
  /** Default is the machine's clock. */
  readonly clock?: Clock;
  /** Logs token requests and sign-ins, but no tokens. Default writes nothing. */
  readonly logger?: Logger;
}

/** Creates a TokenSource over an MSAL application. */
export function msalTokenSource<A extends MsalAccount>(
  application: MsalApplication<A>,
  kind: TokenSource['kind'],
  { loginHint, tenantIds = [], clock = systemClock, logger = silentLogger }: MsalTokenSourceOptions = {},
): TokenSource {
  const log = logger.child('auth');
  let bound: Account | undefined;
  let last: A | undefined;

  const isOfTenant = (account: A): boolean =>
    tenantIds.every((id) => id.toLowerCase() === toAccount(account).tenantId.toLowerCase());

  // Everything on the screen belongs to the first account, so the token of another account must never be used.
  const bind = (answer: { readonly accessToken: string; readonly account: A }): string => {
    const account = toAccount(answer.account);
    const isOther = bound && (bound.objectId !== account.objectId || bound.tenantId !== account.tenantId);
    if (isOther || !isOfTenant(answer.account)) {
      throw new AppError('account-changed');
    }
    bound = account;
    last = answer.account;
    return answer.accessToken;
  };

  // Not `timed-out`: without a token nothing was sent, so no outcome is unknown.
  const toTimeoutError = (): AppError => new AppError('sign-in-failed', { serviceCode: 'token_silent' });

  return {
    kind,
    account: () => bound,
    async getToken(scopes, claims, isFresh = false) {
      const account = last ?? (kind === 'popup' ? application.getAllAccounts().find(isOfTenant) : undefined);
      if (kind === 'popup' && !account) throw new AppError('sign-in-needed', { claims });
      const request = { scopes: scopes.map(requestedName), claims, account, forceRefresh: isFresh };
      try {
        const cacheLookupPolicy = cacheThenRefreshToken;
        const asking = application.acquireTokenSilent({ ...request, cacheLookupPolicy });
        const token = bind(await withTimeout(asking, clock, silentTimeoutInMs, toTimeoutError));
        log.debug('token-received', { kind: 'silent', isFresh, scopes: scopes.join(' ') });
        return token;
      } catch (thrown) {
        const error = mapMsalError(thrown, claims);
        log.warn('token-failed', {
          kind: 'silent',
          isFresh,
          scopes: scopes.join(' '),
          ...errorFields(error),
        });
        throw error;
      }
    },
    async signIn(scopes, claims) {
      const request = { scopes: scopes.map(requestedName), claims, loginHint: bound?.userName ?? loginHint };
      const prompt = request.loginHint ? undefined : 'select_account';
      const asked = { kind: 'popup', scopes: scopes.join(' ') };
      log.info('sign-in-asked', asked);
      try {
        // MSAL does not notice a closed window; a second click must not wait until the first one times out.
        bind(
          await application.acquireTokenPopup({ ...request, prompt, overrideInteractionInProgress: true }),
        );
      } catch (thrown) {
        const error = mapMsalError(thrown, claims);
        log.warn('sign-in-failed', { ...asked, ...errorFields(error) });
        throw error;
      }
      log.info('signed-in', asked);
      return bound as Account;
    },
  };
}
