import type { RuntimeConfig } from './runtimeConfig';

/** Returns the sign-in service: the configured one, or Microsoft's public cloud for the app's tenant or for any organization. */
export function getAuthority({ signIn, tenant }: RuntimeConfig): string {
  if (signIn) return signIn.authority;
  return `https://login.microsoftonline.com/${tenant.mode === 'single' ? tenant.id : 'organizations'}`;
}

/**
 * Returns the page on which an administrator consents for a whole organization
 * (Microsoft identity platform: "Construct the URL for granting tenant-wide admin consent"), and which returns to the app's page
 * about it. `tenantId` is used if the configuration names no tenant; if both are unknown, the page asks for the tenant.
 */
export function getAdminConsentUrl(config: RuntimeConfig, tenantId: string | undefined): string {
  const tenant = config.tenant.mode === 'single' ? config.tenant.id : (tenantId ?? 'organizations');
  const url = new URL(`/${tenant}/adminconsent`, getAuthority(config));
  url.searchParams.set('client_id', config.clientId);
  url.searchParams.set('redirect_uri', new URL('consent.html', document.baseURI).href);
  return url.href;
}
