/** One app of the organization's Teams catalogue. */
export interface TeamsAppRow {
  /** Made by the service; for an organization's own app it differs from the id in the manifest. */
  readonly id: string;
  /** The id in the manifest; null for apps of the store, where observed. */
  readonly externalId: string | null;
  readonly displayName: string;
  readonly distributionMethod: 'store' | 'organization' | 'sideloaded';
  /** The version that an installation gets now. */
  readonly version: string;
  readonly entraAppId: string | null;
  /** True if a policy blocks it for all users. */
  readonly isBlocked?: true;
  /** True if its manifest asks for resource-specific consent. */
  readonly asksForConsent?: true;
}

/** One Teams app that a person or a team has. */
export interface AppInstallationRow {
  /** Opaque to callers. */
  readonly id: string;
  readonly ownerKind: 'user' | 'team';
  readonly ownerId: string;
  readonly appId: string;
  readonly version: string;
}
