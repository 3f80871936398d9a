import { AppError } from '../base/appError';
import { mapMsalError } from './mapMsalError';
import type { MsalAccount, MsalApplication } from './msalApplication';
import { requestedName } from './scopes';
import { toAccount } from './toAccount';
import type { Account, TokenSource } from './tokenSource';

/** MSAL's lookup in cache, then with the refresh token; never in a hidden frame, which the page's policy forbids. */
const cacheThenRefreshToken = 2;

/** Makes a TokenSource over an MSAL application. `loginHint` proposes an account where nobody is signed in yet. */
export function msalTokenSource<A extends MsalAccount>(
  application: MsalApplication<A>,
  kind: TokenSource['kind'],
  loginHint?: string,
): TokenSource {
  let bound: Account | undefined;
  let last: A | undefined;

  // Everything on the screen belongs to the first account: another one's token must never act in its name.
  const bind = (answer: { readonly accessToken: string; readonly account: A }): string => {
    const account = toAccount(answer.account);
    if (bound && (bound.objectId !== account.objectId || bound.tenantId !== account.tenantId)) {
      throw new AppError('account-changed');
    }
    bound = account;
    last = answer.account;
    return answer.accessToken;
  };

  return {
    kind,
    account: () => bound,
    async getToken(scopes, claims, isFresh = false) {
      const account = last ?? (kind === 'popup' ? application.getAllAccounts()[0] : undefined);
      if (kind === 'popup' && !account) throw new AppError('sign-in-needed', { claims });
      const request = { scopes: scopes.map(requestedName), claims, account, forceRefresh: isFresh };
      try {
        const cacheLookupPolicy = cacheThenRefreshToken;
        return bind(await application.acquireTokenSilent({ ...request, cacheLookupPolicy }));
      } catch (thrown) {
        throw mapMsalError(thrown, claims);
      }
    },
    async signIn(scopes, claims) {
      const request = { scopes: scopes.map(requestedName), claims, loginHint: bound?.userName ?? loginHint };
      const prompt = request.loginHint ? undefined : 'select_account';
      try {
        // MSAL does not see a window being closed; a second click must not wait for the first one's time to run out.
        bind(
          await application.acquireTokenPopup({ ...request, prompt, overrideInteractionInProgress: true }),
        );
      } catch (thrown) {
        throw mapMsalError(thrown, claims);
      }
      return bound as Account;
    },
  };
}
