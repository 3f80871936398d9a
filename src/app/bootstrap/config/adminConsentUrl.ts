import { authorityOf } from './authorityOf';
import type { RuntimeConfig } from './runtimeConfig';

/**
 * Page on which an administrator agrees for a whole organization, at the service where people sign in
 * (Microsoft identity platform: "Construct the URL for granting tenant-wide admin consent").
 * `tenantId` counts where the configuration names no tenant; an unknown one lets the page ask which.
 */
export function adminConsentUrl(config: RuntimeConfig, tenantId: string | undefined): string {
  const tenant = config.tenant.mode === 'single' ? config.tenant.id : (tenantId ?? 'organizations');
  const url = new URL(`/${tenant}/adminconsent`, authorityOf(config));
  url.searchParams.set('client_id', config.clientId);
  return url.href;
}
