import type { Origins } from '../server/siteTypes';

/** App registration in the tenant: the part of an Entra app registration that sign-in depends on. */
export interface AppRegistration {
  readonly clientId: string;
  /** Origins whose frames may be given tokens by a host (`brk-multihub://` redirect URIs in Entra). */
  readonly frameOrigins: readonly string[];
  /** Addresses that the sign-in page may return to. */
  readonly redirectUris: readonly string[];
}

/** The client id of the app in every sandbox. */
export const sandboxClientId = '7d3f0a52-6a0e-4d6b-9a58-2c4a5f1c9e70';

/** Registers the app under each origin that serves it. */
export function registerApp(tabOrigins: readonly Origins['tab'][]): AppRegistration {
  return {
    clientId: sandboxClientId,
    frameOrigins: tabOrigins,
    redirectUris: tabOrigins.map((origin) => `${origin}/redirect.html`),
  };
}
