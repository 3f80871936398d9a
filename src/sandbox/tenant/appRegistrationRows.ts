/** One app registration: the properties that the sandbox keeps, as Graph writes them (Graph: application). */
export interface ApplicationRow {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly signInAudience: string;
  readonly groupMembershipClaims: string | null;
  readonly identifierUris: readonly string[];
  readonly spa: { readonly redirectUris: readonly string[] };
  readonly web: Readonly<Record<string, unknown>>;
  readonly info: Readonly<Record<string, unknown>>;
  readonly requiredResourceAccess: readonly unknown[];
  readonly createdDateTime: string;
}

/** One app that the organization knows. */
export interface ServicePrincipalRow {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
}

/** One consent to delegated permissions. */
export interface PermissionGrantRow {
  readonly id: string;
  /** Service principal of the app that asks. */
  readonly clientId: string;
  /** Service principal of the API. */
  readonly resourceId: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
  /** The person who consented; null for everyone. */
  readonly principalId: string | null;
  /** Names of permissions, with blanks between them. */
  readonly scope: string;
}

/** Microsoft Graph as every tenant knows it. */
export const graphPrincipal: ServicePrincipalRow = {
  id: '9a5d0b1e-3c7f-4e2a-8b60-1d2e3f405162',
  appId: '00000003-0000-0000-c000-000000000000',
  displayName: 'Microsoft Graph',
};
