import type { Scope } from '../base/scope';

/** The account whose tokens are used. */
export interface Account {
  readonly objectId: string;
  readonly tenantId: string;
  readonly userName: string;
  readonly displayName: string;
  /** Template ids of the tenant-wide roles that the id token names (its `wids` claim); absent where it names none. */
  readonly roleTemplateIds?: readonly string[];
}

/** Source of tokens for Microsoft Graph. */
export interface TokenSource {
  /** Signs in through the host, or with a popup of a plain browser. */
  readonly kind: 'nested' | 'popup';
  /**
   * Returns a token without any question to the person. `claims` is a decoded claims challenge; `isFresh` asks for a new
   * token even where one is cached, because the service refused that one.
   * Rejects with AppError `sign-in-needed`, `consent-needed`, `sign-in-failed` (also if no response comes within 60 s),
   * `offline`, and `account-changed` when the token is of another account or tenant than the app works for.
   */
  getToken(scopes: readonly Scope[], claims?: string, isFresh?: boolean): Promise<string>;
  /**
   * Asks the person; call it from a click, or browsers block the window.
   * Rejects with AppError `sign-in-cancelled`, `popup-blocked`, `consent-needed`, `sign-in-failed`, `offline`,
   * and `account-changed` when the person signs in with another account or tenant than the app works for.
   */
  signIn(scopes: readonly Scope[], claims?: string): Promise<Account>;
  /** The account of the last token; undefined before the first. */
  account(): Account | undefined;
}
