import type { TeamsApp, TeamsAppDefinition, TeamsAppInstallation } from '@microsoft/microsoft-graph-types';
import type { AppInstallationRow, TeamsAppRow } from '../../../tenant/appRows';
import { teamsApps } from '../../../tenant/teamsApps';

/** An app as Graph shows it (Graph: teamsApp). */
export function teamsAppShape(app: TeamsAppRow, expanded: ReadonlySet<string>): TeamsApp {
  return {
    id: app.id,
    externalId: app.externalId,
    displayName: app.displayName,
    distributionMethod: app.distributionMethod,
    ...(expanded.has('appDefinitions') ? { appDefinitions: [definitionShape(app, app.version)] } : {}),
  };
}

/** An installation as Graph shows it, its app and version only where they were asked for (Graph: teamsAppInstallation). */
export function installationShape(
  row: AppInstallationRow,
  expanded: ReadonlySet<string>,
): TeamsAppInstallation {
  const app = appOf(row);
  return {
    id: row.id,
    ...(app && expanded.has('teamsApp') ? { teamsApp: teamsAppShape(app, new Set()) } : {}),
    ...(app && expanded.has('teamsAppDefinition')
      ? { teamsAppDefinition: definitionShape(app, row.version) }
      : {}),
  };
}

/** The app of an installation; undefined when the catalogue has it no more. */
export function appOf({ appId }: AppInstallationRow): TeamsAppRow | undefined {
  return teamsApps.find(({ id }) => id === appId);
}

function definitionShape(app: TeamsAppRow, version: string): TeamsAppDefinition {
  return {
    id: Buffer.from(`${app.id}##${version}##Published`).toString('base64'),
    teamsAppId: app.id,
    displayName: app.displayName,
    version,
    publishingState: 'published',
    shortDescription: app.displayName,
    description: app.displayName,
    lastModifiedDateTime: null,
    createdBy: null,
    authorization: {
      clientAppId: app.entraAppId,
      requiredPermissionSet: {
        resourceSpecificPermissions: app.asksForConsent
          ? [{ permissionType: 'application', permissionValue: 'ChannelMessage.Read.Group' }]
          : [],
      },
    },
  };
}
