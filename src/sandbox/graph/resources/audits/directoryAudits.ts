import type { DirectoryAudit, TargetResource } from '@microsoft/microsoft-graph-types';
import type { AuditActivity, AuditActor, AuditRow, AuditTarget } from '../../../tenant/auditRow';
import { ok } from '../../call';
import type { Answer, Call } from '../../call';
import { contextOf } from '../../collection';
import { accessDenied, notFound, unsupportedQuery } from '../../graphRefusal';
import type { FilterRule } from '../../odata/checkFilter';
import type { FilterNode } from '../../odata/filterTree';
import { parseFilter } from '../../odata/parseFilter';
import { mayDo } from '../../roleRules';
import type { Route } from '../../route';
import { scopeRules } from '../../scopes';
import { pick } from '../pick';
import { plainListAnswer, readPath, refuseOrders } from '../plainList';
import { fullTime, withFullDates } from './fullDates';

const text: FilterRule = { always: ['eq', 'startsWith'], advanced: [] };

/** Filters of the list (Graph: list directoryAudits). */
const filters: Readonly<Record<string, FilterRule>> = {
  activityDateTime: { always: ['eq', 'ge', 'le'], advanced: [], type: 'date' },
  activityDisplayName: text,
  correlationId: { always: ['eq'], advanced: [] },
  loggedByService: { always: ['eq'], advanced: [] },
  'initiatedBy/user/id': { always: ['eq'], advanced: [] },
  'initiatedBy/user/displayName': { always: ['eq'], advanced: [] },
  'initiatedBy/user/userPrincipalName': text,
  'initiatedBy/app/appId': { always: ['eq'], advanced: [] },
  'initiatedBy/app/displayName': { always: ['eq'], advanced: [] },
  targetResources: {
    always: ['any'],
    advanced: [],
    items: {
      id: { abilities: ['eq'], type: 'string' },
      displayName: { abilities: ['eq', 'startsWith'], type: 'string' },
    },
  },
};

const otherProperties = [
  'id',
  'additionalDetails',
  'category',
  'operationType',
  'result',
  'resultReason',
] as const satisfies readonly (keyof DirectoryAudit)[];

/**
 * Returns the entries that the caller may read, newest first. Throws GraphRefusal 403 without a role that reads
 * audits.
 */
function readableRows(call: Call): AuditRow[] {
  if (!mayDo(call.caller, 'read-audits')) throw accessDenied();
  return call.tenant.audits.readable(call.clock.now());
}

function listAudits(call: Call): Answer {
  const newestFirst = readableRows(call);
  const orders = ['activityDateTime asc', 'activityDateTime desc'];
  refuseOrders(call.query, orders);
  if (call.query.filter !== undefined) refuseAlternatives(parseFilter(call.query.filter));
  const isOldestFirst = call.query.orderBy?.[0]?.isDescending === false;
  return plainListAnswer(call, {
    rows: isOldestFirst ? [...newestFirst].reverse() : newestFirst,
    write: auditShape,
    read: readForFilter,
    filters,
    otherProperties,
    prepareFilter: withFullDates,
    entitySet: 'auditLogs/directoryAudits',
    typeName: 'directoryAudit',
  });
}

/** Only what the filter names is made of a row, since a log is long. */
function readForFilter(row: AuditRow, path: string): unknown {
  if (path === 'activityDisplayName') return row.activity;
  if (path === 'activityDateTime') return activityTime(row);
  if (path === 'correlationId') return row.correlationId;
  if (path === 'targetResources') return row.targets;
  return readPath(auditShape(row), path);
}

/** Observed: names of activities cannot be alternatives. Inferred: the sentence. */
function refuseAlternatives(node: FilterNode): void {
  if (node.kind !== 'and' && node.kind !== 'or') return;
  if (node.kind === 'or' && pathsOf(node).includes('activityDisplayName'))
    throw unsupportedQuery("Operator 'or' is not supported for property 'activityDisplayName'.");
  refuseAlternatives(node.left);
  refuseAlternatives(node.right);
}

function pathsOf(node: FilterNode): string[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return [...pathsOf(node.left), ...pathsOf(node.right)];
    case 'not':
      return pathsOf(node.operand);
    case 'compare':
    case 'in':
    case 'call':
    case 'any':
      return [node.path];
  }
}

function getAudit(call: Call): Answer {
  const id = call.parameters['audit'] ?? '';
  const row = readableRows(call).find((known) => auditId(known) === id);
  if (!row) throw notFound(id);
  return ok({
    '@odata.context': contextOf(call, 'auditLogs/directoryAudits', true),
    ...pick(auditShape(row), call.query.select, 'directoryAudit'),
  });
}

/** Graph: list directoryAudits, get directoryAudit. */
export const auditRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/auditLogs/directoryAudits',
    scopes: scopeRules.readAudits,
    cost: 1,
    handle: listAudits,
  },
  {
    method: 'GET',
    path: '/auditLogs/directoryAudits/{audit}',
    scopes: scopeRules.readAudits,
    cost: 1,
    handle: getAudit,
  },
];

const operations: Readonly<Record<AuditActivity, string>> = {
  'Add user': 'Add',
  'Update user': 'Update',
  'Delete user': 'Delete',
  'Hard Delete user': 'Delete',
  'Restore user': 'Update',
  'Change user license': 'Update',
  'Add group': 'Add',
  'Update group': 'Update',
  'Delete group': 'Delete',
  'Hard Delete group': 'Delete',
  'Restore Group': 'Update',
  'Add member to group': 'Assign',
  'Remove member from group': 'Unassign',
  'Set group license': 'Assign',
  'Start applying group based license to users': 'Update',
  'Finish applying group based license to user': 'Update',
  'Trigger group license recalculation': 'Update',
};

/** The id of an entry, in the manner of the service's. */
function auditId({ correlationId, place }: AuditRow): string {
  return `Directory_${correlationId}_${place}`;
}

/** Returns the time of an entry (ISO 8601, UTC, with fractions). */
function activityTime({ at }: AuditRow): string {
  return fullTime(at);
}

/** An entry as Graph shows it (Graph: directoryAudit). */
function auditShape(row: AuditRow): DirectoryAudit {
  const [first, ...others] = row.targets;
  return {
    id: auditId(row),
    category: categoryOf(row.activity),
    correlationId: row.correlationId,
    result: row.failure === undefined ? 'success' : 'failure',
    resultReason: row.failure ?? '',
    activityDisplayName: row.activity,
    activityDateTime: activityTime(row),
    loggedByService: 'Core Directory',
    operationType: operations[row.activity],
    initiatedBy: initiatorOf(row.actor),
    targetResources: [
      ...(first ? [targetShape(first, row)] : []),
      ...others.map((target) => targetShape(target)),
    ],
    additionalDetails: [],
  };
}

/** The category of an activity (Entra: audit activity reference). */
function categoryOf(activity: AuditActivity): string {
  return /^(Add|Update|Delete|Change) user/.test(activity) ? 'UserManagement' : 'GroupManagement';
}

function initiatorOf(actor: AuditActor): DirectoryAudit['initiatedBy'] {
  if (actor.kind === 'app')
    return {
      user: null,
      app: {
        appId: null,
        displayName: actor.displayName,
        servicePrincipalId: null,
        servicePrincipalName: null,
      },
    };
  const { id, displayName, userPrincipalName } = actor;
  return { app: null, user: { id, displayName, userPrincipalName, ipAddress: '127.0.0.1' } };
}

function targetShape(target: AuditTarget, row?: AuditRow): TargetResource {
  return {
    id: target.id,
    displayName: target.displayName,
    type: target.type,
    userPrincipalName: target.userPrincipalName ?? null,
    groupType: target.type === 'Group' ? (target.isUnified ? 'unifiedGroups' : 'azureAD') : null,
    modifiedProperties: (row?.properties ?? []).map((property) => ({ ...property })),
  };
}
