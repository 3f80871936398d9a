import type { RuntimeConfig } from './runtimeConfig';

/** Where people sign in: what the configuration names, else Microsoft's public cloud for its tenant or for any organization. */
export function getAuthority({ signIn, tenant }: RuntimeConfig): string {
  if (signIn) return signIn.authority;
  return `https://login.microsoftonline.com/${tenant.mode === 'single' ? tenant.id : 'organizations'}`;
}

/**
 * Page on which an administrator agrees for a whole organization, at the service where people sign in
 * (Microsoft identity platform: "Construct the URL for granting tenant-wide admin consent").
 * `tenantId` counts where the configuration names no tenant; an unknown one lets the page ask which.
 */
export function getAdminConsentUrl(config: RuntimeConfig, tenantId: string | undefined): string {
  const tenant = config.tenant.mode === 'single' ? config.tenant.id : (tenantId ?? 'organizations');
  const url = new URL(`/${tenant}/adminconsent`, getAuthority(config));
  url.searchParams.set('client_id', config.clientId);
  return url.href;
}
