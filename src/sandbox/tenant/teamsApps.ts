import type { AppInstallationRow, TeamsAppRow } from './appRows';
import catalogue from './catalogue.json';
import { sandboxClientId } from '../identity/appRegistration';
import { personas } from './personas';

/** Catalogue entries whose app the organization uploaded itself, with the ids that the service gave them. */
const uploaded: Readonly<Record<string, string>> = {
  'snorrifax-rota': '3e0b7d44-51a8-4c0f-8d1b-6f2a90c7be02',
  'oskavaro-basic': '3e0b7d44-51a8-4c0f-8d1b-6f2a90c7be13',
};

interface CatalogueItem {
  readonly id: string;
  readonly name: string;
  readonly installTarget?: { readonly teamsAppId?: string };
  readonly entraAppId?: string;
}

function fromCatalogue({ id, name, installTarget, entraAppId }: CatalogueItem): TeamsAppRow[] {
  const teamsAppId = installTarget?.teamsAppId;
  if (teamsAppId === undefined) return [];
  const serviceId = uploaded[id];
  return [
    {
      id: serviceId ?? teamsAppId,
      externalId: serviceId === undefined ? null : teamsAppId,
      displayName: name,
      distributionMethod: serviceId === undefined ? 'store' : 'organization',
      version: '2.1.0',
      entraAppId: entraAppId ?? null,
    },
  ];
}

/** Ids of apps that play a part in tests and in the host page. */
export const teamsAppIds = {
  blocked: '3e0b7d44-51a8-4c0f-8d1b-6f2a90c7be20',
  consent: '3e0b7d44-51a8-4c0f-8d1b-6f2a90c7be21',
  sideloaded: '3e0b7d44-51a8-4c0f-8d1b-6f2a90c7be22',
  own: '3e0b7d44-51a8-4c0f-8d1b-6f2a90c7be23',
} as const;

/** Every Teams app of the tenant: those of its products, and one for each way to be refused. */
export const teamsApps: readonly TeamsAppRow[] = [
  ...(catalogue.entries as readonly CatalogueItem[]).flatMap(fromCatalogue),
  {
    id: teamsAppIds.blocked,
    externalId: 'b0c3f1e2-6d0b-4b52-9d6e-8f7a4a5f1d20',
    displayName: 'Crumblewick Polls',
    distributionMethod: 'organization',
    version: '1.4.0',
    entraAppId: '2f6d8f0a-7b31-4b7c-9a52-0d8a1f4c6e20',
    isBlocked: true,
  },
  {
    id: teamsAppIds.consent,
    externalId: 'b0c3f1e2-6d0b-4b52-9d6e-8f7a4a5f1d21',
    displayName: 'Zindravel Standup',
    distributionMethod: 'organization',
    version: '3.0.1',
    entraAppId: '2f6d8f0a-7b31-4b7c-9a52-0d8a1f4c6e21',
    asksForConsent: true,
  },
  {
    id: teamsAppIds.sideloaded,
    externalId: 'b0c3f1e2-6d0b-4b52-9d6e-8f7a4a5f1d22',
    displayName: 'Pennyfold Notes',
    distributionMethod: 'sideloaded',
    version: '0.3.0',
    entraAppId: null,
  },
  // The app that this sandbox is for, which scopes for one's own app can manage.
  {
    id: teamsAppIds.own,
    externalId: 'b0c3f1e2-6d0b-4b52-9d6e-8f7a4a5f1d23',
    displayName: 'ISV Licenses',
    distributionMethod: 'organization',
    version: '1.0.0',
    entraAppId: sandboxClientId,
  },
];

/** The id of an installation: text in base64 that callers must not read (Graph: teamsAppInstallation). */
export function installationId(ownerId: string, appId: string): string {
  return Buffer.from(`${ownerId}##${appId}`).toString('base64');
}

/** Installed apps of a new tenant: the member has an older version of one store app. */
export const seededInstallations: readonly AppInstallationRow[] = personas
  .filter(({ key }) => key === 'member')
  .flatMap(({ userId }) =>
    teamsApps.slice(0, 1).map(({ id }) => ({
      id: installationId(userId, id),
      ownerKind: 'user',
      ownerId: userId,
      appId: id,
      version: '2.0.3',
    })),
  );
