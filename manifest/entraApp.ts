import { baseOf } from './deployment';
import type { Deployment } from './deployment';
import { graphAppId, permissionIds } from './permissions';

/** The app registration of a deployment, as Graph takes it (Graph: application). */
export interface EntraApp {
  readonly displayName: string;
  readonly signInAudience: 'AzureADMyOrg' | 'AzureADMultipleOrgs';
  /** Puts the roles of a person into the token, from which the app learns them where Graph tells it too little. */
  readonly groupMembershipClaims: string;
  readonly spa: { readonly redirectUris: readonly string[] };
  readonly web: { readonly homePageUrl: string };
  readonly info: Readonly<Record<'marketingUrl' | 'privacyStatementUrl' | 'termsOfServiceUrl', string>>;
  readonly requiredResourceAccess: readonly ResourceAccess[];
}

/** The permissions of one API that a registration names. */
export interface ResourceAccess {
  readonly resourceAppId: string;
  readonly resourceAccess: readonly { readonly id: string; readonly type: 'Scope' | 'Role' }[];
}

/** Fills the template. The identifier address is not part of it, since it holds an id that Entra gives: see {@link identifierUriOf}. */
export function makeEntraApp(template: string, deployment: Deployment): EntraApp {
  const app = JSON.parse(fillTemplate(template, deployment)) as Omit<
    EntraApp,
    'signInAudience' | 'requiredResourceAccess'
  >;
  const resourceAccess = Object.values(permissionIds).map((id) => ({ id, type: 'Scope' as const }));
  return {
    ...app,
    signInAudience: deployment.audience === 'multi' ? 'AzureADMultipleOrgs' : 'AzureADMyOrg',
    requiredResourceAccess: [{ resourceAppId: graphAppId, resourceAccess }],
  };
}

/** The address by which Teams names the registration (Teams: webApplicationInfo.resource). */
export function identifierUriOf({ domain }: Pick<Deployment, 'domain'>, clientId: string): string {
  return `api://${domain}/${clientId}`;
}

/** Puts the values of a deployment into a template, each as it stands within quotes of JSON. */
export function fillTemplate(template: string, deployment: Deployment): string {
  const values: Readonly<Record<string, string | undefined>> = { ...deployment, base: baseOf(deployment) };
  return template.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) =>
    values[name] === undefined ? placeholder : JSON.stringify(values[name]).slice(1, -1),
  );
}
