import type { Origins } from '../server/siteTypes';

/** App registration in the tenant: the part of an Entra app registration that sign-in depends on. */
export interface AppRegistration {
  readonly clientId: string;
  /** Origins whose frames may be given tokens by a host (`brk-multihub://` redirect URIs in Entra). */
  readonly frameOrigins: readonly string[];
  /** Addresses that the sign-in page may return to. */
  readonly redirectUris: readonly string[];
  /** True for a program on a computer, which returns to any port of it; default false, a single-page application. */
  readonly isPublicClient?: true;
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

/** Microsoft's own public client for scripts, which every tenant has (Graph: Microsoft Graph Command Line Tools). */
export const scriptClient: AppRegistration = {
  clientId: '14d82eec-204b-4c2f-b7e8-296a70dab67e',
  frameOrigins: [],
  redirectUris: ['http://localhost'],
  isPublicClient: true,
};

/** True if the sign-in page may return to the address; the port of a loopback address is free (RFC 8252, 7.3). */
export function isRedirectUri({ redirectUris, isPublicClient }: AppRegistration, address: string): boolean {
  return redirectUris.includes(
    isPublicClient ? address.replace(/^(http:\/\/localhost):\d+\/?$/, '$1') : address,
  );
}
