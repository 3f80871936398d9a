import type { DirectoryAudit, TargetResource } from '@microsoft/microsoft-graph-types';
import { fullTime } from './fullDates';
import type { AuditActivity, AuditActor, AuditRow, AuditTarget } from '../../../tenant/auditRow';

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
export function auditId({ correlationId, place }: AuditRow): string {
  return `Directory_${correlationId}_${place}`;
}

/** When an entry says that it happened (ISO 8601, UTC, with fractions). */
export function activityTime({ at }: AuditRow): string {
  return fullTime(at);
}

/** An entry as Graph shows it (Graph: directoryAudit). */
export function auditShape(row: AuditRow): DirectoryAudit {
  const [first, ...others] = row.targets;
  return {
    id: auditId(row),
    category: categoryOf(row.activity),
    correlationId: row.correlationId,
    result: 'success',
    resultReason: '',
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
