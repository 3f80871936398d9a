import type { TeamsAppRow } from '../../../tenant/appRows';
import { GraphRefusal } from '../../graphRefusal';

/** Refusals of installing, observed on the service unless marked as inferred. */
export const teamsAppRefusals = {
  /** 403; the sentence names what would do and what was given. */
  missingScopes: (wanted: readonly string[], given: readonly string[]): GraphRefusal =>
    forbidden(
      `Missing scope permissions on the request. API requires one of '${wanted.join(', ')}'. Scopes on the request '${given.join(', ')}'`,
    ),
  /** 403 for an app that a policy keeps away. */
  blocked: (app: TeamsAppRow, tenantId: string, userId: string): GraphRefusal =>
    forbidden(
      `App is blocked by app permission policy. TenantId: ${tenantId}, UserObjectId: ${userId}, AppId: ${app.id}, AppType: ${app.distributionMethod === 'store' ? 'Public' : 'Private'}`,
    ),
  /** 403 for an app that may manage itself alone; inferred: the status. */
  notOwnApp: (clientId: string): GraphRefusal =>
    forbidden(`AAD App Id '${clientId}' is not allowed to manage the Teams App ''`),
  /** 403; inferred that delegated calls reach the signed-in person alone, and the sentence. */
  notOwnPerson: (): GraphRefusal =>
    forbidden('The signed-in user is not allowed to manage the apps of other users.'),
  /** 403; inferred: who may manage the apps of a team, and the sentence. */
  notInTeam: (): GraphRefusal => forbidden('The signed-in user is not a member of the team.'),
  /** 409; inferred: code and sentence. */
  installedAlready: (): GraphRefusal =>
    new GraphRefusal(409, 'Conflict', 'App already installed or the app is already present in the scope.'),
  /** 400 for an app that asks for resource-specific consent; inferred: the sentence. */
  consentNeeded: (): GraphRefusal =>
    new GraphRefusal(
      400,
      'BadRequest',
      'The app requires resource-specific consent, which the permissions of the request cannot give.',
    ),
  /** 404; inferred: code and sentence. */
  notFound: (what: string): GraphRefusal => new GraphRefusal(404, 'NotFound', `${what} was not found.`),
  /** 400 for a body without the app; inferred: code and sentence. */
  badBody: (): GraphRefusal =>
    new GraphRefusal(400, 'BadRequest', "The body must name the app as 'teamsApp@odata.bind'."),
} as const;

function forbidden(message: string): GraphRefusal {
  return new GraphRefusal(403, 'Forbidden', message, { innerError: { code: 'AccessDenied' } });
}
