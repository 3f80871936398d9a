import type { AppInstallationRow, TeamsAppRow } from '../../../tenant/appRows';
import { installationId, teamsApps } from '../../../tenant/teamsApps';
import { ok } from '../../call';
import type { Answer, Call } from '../../call';
import { contextOf } from '../../collection';
import type { FilterRule } from '../../odata/checkFilter';
import type { Route } from '../../route';
import { pick } from '../pick';
import { expandedNames, plainListAnswer, refuseOrders } from '../plainList';
import { teamsAppRefusals } from './teamsAppRefusals';
import { isSelfOnly, mayConsent, teamsAppScopes } from './teamsAppScopes';
import { appOf, installationShape } from './teamsAppShapes';
import { hasScope } from '../../caller';
import { mayDo } from '../../roleRules';

const text: FilterRule = { always: ['eq', 'ne', 'in', 'startsWith', 'not'], advanced: [] };
const relations = ['teamsApp', 'teamsAppDefinition'];

function installationsOf(call: Call, owner: AppOwner): AppInstallationRow[] {
  return call.tenant.installations.all().filter(({ ownerId }) => ownerId === owner.id);
}

function listInstalled(call: Call, owner: AppOwner): Answer {
  refuseOrders(call.query, []);
  const expanded = expandedNames(call.query, relations);
  return plainListAnswer(call, {
    rows: installationsOf(call, owner),
    write: (row) => installationShape(row, expanded),
    read: (row, path) => {
      const app = appOf(row);
      return (
        app && { 'teamsApp/id': app.id, 'teamsApp/externalId': app.externalId, ...names(app, row) }[path]
      );
    },
    filters: {
      'teamsApp/id': text,
      'teamsApp/externalId': text,
      'teamsApp/displayName': text,
      'teamsApp/distributionMethod': text,
      'teamsAppDefinition/displayName': text,
      'teamsAppDefinition/version': text,
    },
    entitySet: owner.entitySet,
    typeName: owner.typeName,
  });
}

function names(app: TeamsAppRow, row: AppInstallationRow): Record<string, string> {
  return {
    'teamsApp/displayName': app.displayName,
    'teamsApp/distributionMethod': app.distributionMethod,
    'teamsAppDefinition/displayName': app.displayName,
    'teamsAppDefinition/version': row.version,
  };
}

function findInstalled(call: Call, owner: AppOwner): AppInstallationRow {
  const row = call.tenant.installations.get(call.parameters['installation'] ?? '');
  if (!row || row.ownerId !== owner.id) throw teamsAppRefusals.notFound('The app installation');
  return row;
}

function getInstalled(call: Call, owner: AppOwner): Answer {
  const shape = installationShape(findInstalled(call, owner), expandedNames(call.query, relations));
  return ok({
    '@odata.context': contextOf(call, owner.entitySet, true),
    ...pick(shape, call.query.select, owner.typeName),
  });
}

/** Graph, add app: 201 without a body. */
function install(call: Call, owner: AppOwner): Answer {
  const app = appToInstall(call);
  checkMayManage(call, app);
  if (app.isBlocked) throw teamsAppRefusals.blocked(app, call.tenant.id, call.caller.user.id);
  if (installationsOf(call, owner).some(({ appId }) => appId === app.id))
    throw teamsAppRefusals.installedAlready();
  if (app.asksForConsent && !mayConsent(call.caller.claims.scp)) throw teamsAppRefusals.consentNeeded();
  const id = installationId(owner.id, app.id);
  call.tenant.installations.put({
    id,
    ownerKind: owner.kind,
    ownerId: owner.id,
    appId: app.id,
    version: app.version,
  });
  return { status: 201, headers: { Location: `${call.root}${call.path}/${encodeURIComponent(id)}` } };
}

/** Only the last part of the bound address counts, as in OData. */
function appToInstall(call: Call): TeamsAppRow {
  const bound = (call.body as Readonly<Record<string, unknown>> | undefined)?.['teamsApp@odata.bind'];
  if (typeof bound !== 'string') throw teamsAppRefusals.badBody();
  const id = /\/appCatalogs\/teamsApps(?:\/([^/'()]+)|\('([^']+)'\))$/i.exec(bound)?.slice(1).find(Boolean);
  if (id === undefined) throw teamsAppRefusals.badBody();
  const app = teamsApps.find((known) => known.id === id.toLowerCase());
  if (!app) throw teamsAppRefusals.notFound('The app');
  return app;
}

function checkMayManage(call: Call, app: TeamsAppRow | undefined): void {
  const { appid, scp } = call.caller.claims;
  if (isSelfOnly(scp) && app?.entraAppId !== appid) throw teamsAppRefusals.notOwnApp(appid);
}

function uninstall(call: Call, owner: AppOwner): Answer {
  const row = findInstalled(call, owner);
  checkMayManage(call, appOf(row));
  call.tenant.installations.remove(row.id);
  return { status: 204 };
}

/** Graph, upgrade: 204. Inferred: so it is where nothing newer exists. */
function upgrade(call: Call, owner: AppOwner): Answer {
  const row = findInstalled(call, owner);
  const app = appOf(row);
  checkMayManage(call, app);
  if (app) call.tenant.installations.put({ ...row, version: app.version });
  return { status: 204 };
}

type Rules = 'readForUser' | 'writeForUser' | 'readForTeam' | 'writeForTeam';

function routesOf(path: string, ownerOf: (call: Call) => AppOwner, read: Rules, write: Rules): Route[] {
  const [reading, writing] = [teamsAppScopes[read], teamsAppScopes[write]];
  const one = `${path}/{installation}`;
  const as =
    (act: (call: Call, owner: AppOwner) => Answer) =>
    (call: Call): Answer =>
      act(call, ownerOf(call));
  return [
    { method: 'GET', path, scopes: reading, isForGuests: true, cost: 1, handle: as(listInstalled) },
    { method: 'POST', path, scopes: writing, isForGuests: true, cost: 1, handle: as(install) },
    { method: 'GET', path: one, scopes: reading, isForGuests: true, cost: 1, handle: as(getInstalled) },
    { method: 'DELETE', path: one, scopes: writing, isForGuests: true, cost: 1, handle: as(uninstall) },
    {
      method: 'POST',
      path: `${one}/upgrade`,
      scopes: writing,
      isForGuests: true,
      cost: 1,
      handle: as(upgrade),
    },
  ];
}

/** Graph: the Teams apps of a person and of a team. */
export const installedAppRoutes: readonly Route[] = [
  ...routesOf('/users/{user}/teamwork/installedApps', userOwner, 'readForUser', 'writeForUser'),
  ...routesOf('/teams/{team}/installedApps', teamOwner, 'readForTeam', 'writeForTeam'),
];

/** Owner of the apps of a request. */
interface AppOwner {
  readonly kind: 'user' | 'team';
  readonly id: string;
  /** In the context of answers. */
  readonly entitySet: string;
  /** Of an installation, in refusals. */
  readonly typeName: string;
}

/** The person that the path names. Throws GraphRefusal 404, and 403 for anybody but the signed-in person. */
function userOwner(call: Call): AppOwner {
  const user = call.tenant.user(call.parameters['user'] ?? '');
  if (!user) throw teamsAppRefusals.notFound('The user');
  if (user.id !== call.caller.user.id) throw teamsAppRefusals.notOwnPerson();
  return {
    kind: 'user',
    id: user.id,
    entitySet: `users('${user.id}')/teamwork/installedApps`,
    typeName: 'userScopeTeamsAppInstallation',
  };
}

/**
 * Returns the team of the path; every Microsoft 365 group of the tenant is one. Throws GraphRefusal 404, and 403 for
 * users who are not in it, unless a tenant-wide scope and role allow it.
 */
function teamOwner(call: Call): AppOwner {
  const team = call.tenant.group(call.parameters['team'] ?? '');
  if (!team?.groupTypes.includes('Unified')) throw teamsAppRefusals.notFound('The team');
  const isAdmin =
    hasScope(call.caller, ['Group.Read.All', 'Group.ReadWrite.All', 'Directory.ReadWrite.All']) &&
    mayDo(call.caller, 'assign-to-role-assignable-group');
  if (!isAdmin && !team.memberIds.includes(call.caller.user.id)) throw teamsAppRefusals.notInTeam();
  return {
    kind: 'team',
    id: team.id,
    entitySet: `teams('${team.id}')/installedApps`,
    typeName: 'teamsAppInstallation',
  };
}
