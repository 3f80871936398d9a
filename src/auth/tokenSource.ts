import type { Scope } from '../base/scope';

/** The account whose tokens are used. */
export interface Account {
  readonly objectId: string;
  readonly tenantId: string;
  readonly userName: string;
  readonly displayName: string;
}

/** Tokens for Microsoft Graph, however the person signed in. */
export interface TokenSource {
  /** How this source signs in: through the host, or with a popup of a plain browser. */
  readonly kind: 'nested' | 'popup';
  /**
   * Gives a token without asking the person anything. `claims` is a decoded claims challenge.
   * Rejects with AppError `sign-in-needed`, `consent-needed`, `sign-in-failed`, `offline`, `account-changed`.
   */
  getToken(scopes: readonly Scope[], claims?: string): Promise<string>;
  /**
   * Asks the person; call it from a click, or browsers block the window.
   * Rejects with AppError `sign-in-cancelled`, `popup-blocked`, `consent-needed`, `sign-in-failed`, `offline`.
   */
  signIn(scopes: readonly Scope[], claims?: string): Promise<Account>;
  /** The account of the last token; undefined before the first. */
  account(): Account | undefined;
}
