import { graphTime } from '../../tenant/daysFrom';
import type {
  ApplicationRow,
  PermissionGrantRow,
  ServicePrincipalRow,
} from '../../tenant/appRegistrationRows';
import type { RecordTable } from '../../tenant/recordTable';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { contextOf } from '../collection';
import { accessDenied, badRequest, GraphRefusal, notFound } from '../graphRefusal';
import type { FilterRule } from '../odata/checkFilter';
import { mayDo } from '../roleRules';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { pick } from './pick';
import { plainListAnswer } from './plainList';

type Body = Readonly<Record<string, unknown>>;

const byEquality: FilterRule = { always: ['eq'], advanced: [] };
const byName: FilterRule = { always: ['eq', 'startsWith'], advanced: [] };
const audiences = ['AzureADMyOrg', 'AzureADMultipleOrgs', 'AzureADandPersonalMicrosoftAccount'];
const writable: readonly string[] = [
  'displayName',
  'signInAudience',
  'groupMembershipClaims',
  'identifierUris',
  'spa',
  'web',
  'info',
  'requiredResourceAccess',
];

const bodyOf = ({ body }: Call): Body => (body ?? {}) as Body;

/** Answers one object. */
function one(call: Call, row: object, entitySet: string, typeName: string, status = 200): Answer {
  const shape = pick(row, call.query.select, typeName);
  return { ...ok({ '@odata.context': contextOf(call, entitySet, true), ...shape }), status };
}

/** Finds a row by the id or the application id of the path. Throws GraphRefusal 404. */
function rowOf<Row extends { readonly id: string; readonly appId: string }>(
  call: Call,
  table: RecordTable<Row>,
): Row {
  const { object, appId } = call.parameters;
  const row = table.all().find((known) => known.id === object || known.appId === appId);
  if (!row) throw notFound(object ?? appId ?? '');
  return row;
}

/** Inferred: the sentences; documented are the types of the properties (Graph: application). */
function checkApplication(call: Call, body: Body): void {
  const stranger = Object.keys(body).find((name) => !writable.includes(name));
  if (stranger !== undefined)
    throw badRequest(`The sandbox does not serve changes of property '${stranger}'.`);
  const { signInAudience = audiences[0], spa, identifierUris = [] } = body;
  if (typeof signInAudience !== 'string' || !audiences.includes(signInAudience))
    throw badRequest("Invalid value specified for property 'signInAudience' of resource 'Application'.");
  const uris = (spa as { redirectUris?: unknown } | undefined)?.redirectUris ?? [];
  const isRedirect = (uri: unknown): boolean =>
    typeof uri === 'string' && /^(https|brk-[\w-]+):\/\/[^#*]+$/.test(uri);
  if (!Array.isArray(uris) || !uris.every(isRedirect))
    throw badRequest("Invalid value specified for property 'redirectUris' of resource 'SpaApplication'.");
  if (!Array.isArray(identifierUris))
    throw badRequest("Invalid value specified for property 'identifierUris' of resource 'Application'.");
  const taken = call.tenant.applications
    .all()
    .filter((row) => row.appId !== call.parameters['appId'] && row.id !== call.parameters['object']);
  if (taken.some((row) => row.identifierUris.some((uri) => identifierUris.includes(uri))))
    throw badRequest('Another object with the same value for property identifierUris already exists.');
}

function createApplication(call: Call): Answer {
  if (!mayDo(call.caller, 'manage-apps')) throw accessDenied();
  const body = bodyOf(call);
  if (typeof body['displayName'] !== 'string' || body['displayName'] === '')
    throw badRequest("A value is required for property 'displayName' of resource 'Application'.");
  checkApplication(call, body);
  const row: ApplicationRow = {
    id: call.newId(),
    appId: call.newId(),
    signInAudience: 'AzureADMyOrg',
    groupMembershipClaims: null,
    identifierUris: [],
    spa: { redirectUris: [] },
    web: {},
    info: {},
    requiredResourceAccess: [],
    createdDateTime: graphTime(call.clock.now()),
    ...body,
    displayName: body['displayName'],
  };
  call.tenant.applications.put(row);
  return one(call, row, 'applications', 'application', 201);
}

function updateApplication(call: Call): Answer {
  if (!mayDo(call.caller, 'manage-apps')) throw accessDenied();
  const row = rowOf(call, call.tenant.applications);
  checkApplication(call, bodyOf(call));
  call.tenant.applications.put({ ...row, ...bodyOf(call) });
  return { status: 204 };
}

function listApplications(call: Call): Answer {
  return plainListAnswer(call, {
    rows: call.tenant.applications.all(),
    write: (row) => row,
    filters: { displayName: byName, appId: byEquality, id: byEquality },
    entitySet: 'applications',
    typeName: 'application',
  });
}

function createPrincipal(call: Call): Answer {
  if (!mayDo(call.caller, 'manage-apps')) throw accessDenied();
  const { appId } = bodyOf(call);
  const app = call.tenant.applications.all().find((row) => row.appId === appId);
  // Observed where the registration is moments old.
  if (!app)
    throw badRequest(
      `The appId '${String(appId)}' of the service principal does not reference a valid application object.`,
    );
  const { servicePrincipals } = call.tenant;
  if (servicePrincipals.all().some((row) => row.appId === appId))
    throw new GraphRefusal(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      `The service principal cannot be created, updated, or restored because the service principal name ${app.appId} is already in use.`,
    );
  const row: ServicePrincipalRow = { id: call.newId(), appId: app.appId, displayName: app.displayName };
  servicePrincipals.put(row);
  return one(call, row, 'servicePrincipals', 'servicePrincipal', 201);
}

function listGrants(call: Call): Answer {
  return plainListAnswer(call, {
    rows: call.tenant.permissionGrants.all(),
    write: (row) => row,
    filters: {
      clientId: byEquality,
      resourceId: byEquality,
      consentType: byEquality,
      principalId: byEquality,
    },
    entitySet: 'oauth2PermissionGrants',
    typeName: 'oAuth2PermissionGrant',
  });
}

function createGrant(call: Call): Answer {
  if (!mayDo(call.caller, 'manage-apps')) throw accessDenied();
  const {
    clientId,
    resourceId,
    consentType,
    principalId = null,
    scope,
  } = bodyOf(call) as Partial<PermissionGrantRow>;
  const { servicePrincipals, permissionGrants } = call.tenant;
  for (const id of [clientId, resourceId])
    if (servicePrincipals.get(id ?? '') === undefined) throw notFound(id ?? '');
  if (consentType !== 'AllPrincipals' || principalId !== null || typeof scope !== 'string')
    throw badRequest(
      "Invalid value specified for property 'consentType' of resource 'OAuth2PermissionGrant'.",
    );
  const isSame = (row: PermissionGrantRow): boolean =>
    row.clientId === clientId && row.resourceId === resourceId;
  if (permissionGrants.all().some(isSame))
    throw new GraphRefusal(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      'Permission entry already exists.',
    );
  const row = {
    id: call.newId(),
    clientId,
    resourceId,
    consentType,
    principalId,
    scope,
  } as PermissionGrantRow;
  permissionGrants.put(row);
  return one(call, row, 'oauth2PermissionGrants', 'oAuth2PermissionGrant', 201);
}

function updateGrant(call: Call): Answer {
  if (!mayDo(call.caller, 'manage-apps')) throw accessDenied();
  const id = call.parameters['grant'] ?? '';
  const row = call.tenant.permissionGrants.get(id);
  if (!row) throw notFound(id);
  const { scope } = bodyOf(call);
  if (typeof scope !== 'string')
    throw badRequest("Invalid value specified for property 'scope' of resource 'OAuth2PermissionGrant'.");
  call.tenant.permissionGrants.put({ ...row, scope });
  return { status: 204 };
}

const getApplication = (call: Call): Answer =>
  one(call, rowOf(call, call.tenant.applications), 'applications', 'application');
const getPrincipal = (call: Call): Answer =>
  one(call, rowOf(call, call.tenant.servicePrincipals), 'servicePrincipals', 'servicePrincipal');

const read = { scopes: scopeRules.readApps, cost: 1 } as const;
const write = { scopes: scopeRules.changeApps, cost: 1 } as const;

/** Graph: application, servicePrincipal and oAuth2PermissionGrant, as far as a deployment needs them. */
export const appRegistrationRoutes: readonly Route[] = [
  { method: 'GET', path: '/applications', ...read, handle: listApplications },
  { method: 'POST', path: '/applications', ...write, handle: createApplication },
  { method: 'GET', path: "/applications(appId='{appId}')", ...read, handle: getApplication },
  { method: 'PATCH', path: "/applications(appId='{appId}')", ...write, handle: updateApplication },
  { method: 'GET', path: '/applications/{object}', ...read, handle: getApplication },
  { method: 'PATCH', path: '/applications/{object}', ...write, handle: updateApplication },
  { method: 'POST', path: '/servicePrincipals', ...write, handle: createPrincipal },
  { method: 'GET', path: "/servicePrincipals(appId='{appId}')", ...read, handle: getPrincipal },
  { method: 'GET', path: '/servicePrincipals/{object}', ...read, handle: getPrincipal },
  {
    method: 'GET',
    path: '/oauth2PermissionGrants',
    scopes: scopeRules.readGrants,
    cost: 1,
    handle: listGrants,
  },
  {
    method: 'POST',
    path: '/oauth2PermissionGrants',
    scopes: scopeRules.changeGrants,
    cost: 1,
    handle: createGrant,
  },
  {
    method: 'PATCH',
    path: '/oauth2PermissionGrants/{grant}',
    scopes: scopeRules.changeGrants,
    cost: 1,
    handle: updateGrant,
  },
];
