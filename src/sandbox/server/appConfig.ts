import type { IdentityProvider } from '../identity/identityProvider';
import { authorityMetadata } from './loginSite';
import type { Origins } from './siteTypes';

/** Where the tab's site serves the catalogue of the local tenant's vendors, beside the one that ships. */
export const localCatalogue = 'local-catalogue.json';

/** The `config.json` with which the unchanged app finds the sandbox in place of Microsoft's services. */
export function appConfig(origins: Origins, provider: IdentityProvider): unknown {
  const { tenantId, issuer, app } = provider;
  return {
    clientId: app.clientId,
    tenant: { mode: 'single', id: tenantId },
    graphUrl: origins.graph,
    hostOrigins: [origins.host],
    catalogueUrl: localCatalogue,
    signIn: {
      authority: `https://login.microsoftonline.com/${tenantId}`,
      authorityMetadata: authorityMetadata(origins.login, tenantId, issuer.name),
    },
  };
}
