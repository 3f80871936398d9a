/**
 * Page on which an administrator agrees for a whole organization
 * (Microsoft identity platform: "Construct the URL for granting tenant-wide admin consent").
 * An unknown tenant lets the page ask which one.
 */
export function adminConsentUrl(clientId: string, tenantId: string | undefined): string {
  const url = new URL(`https://login.microsoftonline.com/${tenantId ?? 'organizations'}/adminconsent`);
  url.searchParams.set('client_id', clientId);
  return url.href;
}
