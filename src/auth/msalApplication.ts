/** The part of an MSAL account that this app reads. */
export interface MsalAccount {
  readonly homeAccountId: string;
  readonly localAccountId: string;
  readonly tenantId: string;
  readonly username: string;
  readonly name?: string;
  readonly idTokenClaims?: Readonly<Record<string, unknown>>;
}

/** Token request; a subset of MSAL's own. */
export interface MsalRequest {
  readonly scopes: string[];
  readonly claims?: string;
  readonly loginHint?: string;
}

/** The part of MSAL's public client application that this app uses, so that it can be faked. */
export interface MsalApplication<Account extends MsalAccount = MsalAccount> {
  getAllAccounts(): Account[];
  acquireTokenSilent(
    request: MsalRequest & { account?: Account; forceRefresh?: boolean; cacheLookupPolicy?: 0 | 2 },
  ): Promise<{ readonly accessToken: string; readonly account: Account }>;
  acquireTokenPopup(
    request: MsalRequest & { prompt?: string; overrideInteractionInProgress?: boolean },
  ): Promise<{ readonly accessToken: string; readonly account: Account }>;
}
