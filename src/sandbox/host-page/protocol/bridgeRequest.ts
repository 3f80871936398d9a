/** A request of MSAL's nested bridge for a token. */
export interface BridgeRequest {
  readonly requestId: string;
  /** True if the user may be asked something. */
  readonly isInteractive: boolean;
  readonly clientId: string;
  readonly scope: string;
  /** Claims parameter in JSON; never empty, since MSAL merges its own into it. */
  readonly claims: string;
}
