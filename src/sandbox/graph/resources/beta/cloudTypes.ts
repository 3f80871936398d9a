import type { SeededPlan } from '../../../tenant/product';
import type { PoolOwner } from '../../../tenant/skuPools';
import { deviceOf } from '../../../tenant/devices';
import type { Call } from '../../call';
import { typedObject } from '../directoryObjects';
import type { Allotment, CloudView } from './allotments';
import { allotmentOfPool, consumedUnitsOf } from './allotments';
import type { CloudAssignmentError } from './assignmentProblems';
import { waitingMembersOf } from './assignmentProblems';
import type { CloudAssignment } from './assignments';
import { assignmentsBehind, assignmentsOfAllotment, idOfAssignment } from './assignments';
import type { CloudQuery, CloudType, Relation } from './cloudQuery';
import { toMany, toOne, typeMark } from './cloudQuery';
import { invalidExpansion } from './cloudRefusals';
import type { WaitingMember } from './cloudSeats';
import type { UsageRight } from './cloudUsageRights';
import { rightOf } from './cloudUsageRights';
import { sealId } from './opaqueId';

/** Writes the services of a product, those that people can be given and those of the organization. */
function servicesOf(call: Call, plans: readonly SeededPlan[], assignableTo: string): object[] {
  return plans.map(({ id, name, appliesTo }) => ({
    ...typeMark(call, 'microsoft.graph.cloudLicensing.service'),
    assignableTo: appliesTo === 'Company' ? 'none' : assignableTo,
    planId: id,
    planName: name,
  }));
}

/** Writes the object of the directory that a license is given to. */
export function ownerShape(
  call: Call,
  { ownerKind, ownerId }: PoolOwner,
  select: readonly string[] | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const asked: Call = { ...call, query: { ...call.query, select } };
  const user = ownerKind === 'user' ? call.tenant.user(ownerId) : undefined;
  if (user) return typedObject(asked, { kind: 'user', row: user });
  const group = ownerKind === 'group' ? call.tenant.group(ownerId) : undefined;
  if (group) return typedObject(asked, { kind: 'group', row: group });
  const device = ownerKind === 'device' ? deviceOf(ownerId) : undefined;
  return device && { '@odata.type': '#microsoft.graph.device', ...device };
}

const owner: Relation<PoolOwner> = {
  check: (query, path) => refuseDeeper(query, path),
  read: (row, call, { select }) => ownerShape(call, row, select),
};

function refuseDeeper({ expand }: CloudQuery, path: readonly string[]): void {
  const [first] = expand;
  if (first) throw invalidExpansion([...path, first.name]);
}

/** Graph beta: allotment. Design: catalogId and managementScope, which only products outside the directory have here. */
export const allotmentType: CloudType<Allotment> = {
  name: 'allotment',
  properties: [
    'id',
    'allottedUnits',
    'assignableTo',
    'catalogId',
    'consumedUnits',
    'managementScope',
    'services',
    'skuId',
    'skuPartNumber',
    'subscriptions',
  ],
  write: (row, call) => ({
    id: row.id,
    allottedUnits: row.units,
    assignableTo: row.assignableTo,
    catalogId: row.catalogId,
    consumedUnits: consumedUnitsOf(row, call),
    managementScope: row.managementScope,
    services: servicesOf(call, row.plans, row.assignableTo),
    skuId: row.sku?.skuId,
    skuPartNumber: row.sku?.partNumber,
    subscriptions: [
      { ...typeMark(call, 'microsoft.graph.cloudLicensing.subscription'), ...row.subscription },
    ],
  }),
  relations: {
    assignments: toMany(
      () => assignmentType,
      (row, call) => assignmentsOfAllotment(call, row),
    ),
    waitingMembers: toMany(
      () => waitingMemberType,
      (row, call) => waitingMembersOf(call, row),
    ),
  },
  // Inferred: which ones besides skuId.
  filters: { skuId: 'guid', skuPartNumber: 'string', catalogId: 'string', services: 'services' },
};

const allotmentOf = ({ poolKey }: { readonly poolKey: string }, view: CloudView): Allotment | undefined =>
  allotmentOfPool(view, poolKey);

/** Graph beta: assignment. Design: skuId. */
export const assignmentType: CloudType<CloudAssignment> = {
  name: 'assignment',
  properties: ['id', 'disabledServicePlanIds', 'skuId'],
  write: (row, call) => ({
    id: idOfAssignment(row),
    disabledServicePlanIds: row.disabledPlanIds,
    skuId: call.directory.settings.cloudShapes === 'design' ? allotmentOf(row, call)?.sku?.skuId : undefined,
  }),
  relations: { allotment: toOne(() => allotmentType, allotmentOf), assignedTo: owner },
  // Inferred: which, as the page names the option and no property.
  filters: { skuId: 'guid' },
  filtered: (row, call) => ({ skuId: allotmentOf(row, call)?.sku?.skuId }),
};

/** Graph beta: waitingMember. */
export const waitingMemberType: CloudType<WaitingMember> = {
  name: 'waitingMember',
  properties: ['id', 'waitingSinceDateTime'],
  write: ({ ownerId, poolKey, since }) => ({
    id: sealId({ kind: 'waitingMember', ownerKind: 'user', ownerId, key: poolKey }),
    waitingSinceDateTime: since,
  }),
  relations: {
    allotment: toOne(() => allotmentType, allotmentOf),
    assignedTo: {
      check: refuseDeeper,
      read: ({ ownerId }, call, { select }) => ownerShape(call, { ownerKind: 'user', ownerId }, select),
    },
  },
  filters: {},
};

/** Graph beta: usageRight. */
export const usageRightType: CloudType<UsageRight> = {
  name: 'usageRight',
  properties: ['id', 'services', 'skuId', 'skuPartNumber'],
  write: (row, call) => ({
    id: sealId({ kind: 'usageRight', ...row, key: row.productKey }),
    services: servicesOf(call, row.plans, row.assignableTo),
    skuId: row.sku?.skuId,
    skuPartNumber: row.sku?.partNumber,
  }),
  relations: {
    assignments: toMany(
      () => assignmentType,
      (row, call) => assignmentsBehind(call, row, row.productKey),
    ),
  },
  filters: { skuId: 'guid', services: 'services' },
};

/** Graph beta: assignmentError. */
export const assignmentErrorType: CloudType<CloudAssignmentError> = {
  name: 'assignmentError',
  properties: ['id', 'code', 'message', 'occurrenceDateTime', 'skuId'],
  write: ({ ownerId, skuId, code, message, at }) => ({
    code,
    id: sealId({ kind: 'assignmentError', ownerKind: 'user', ownerId, key: skuId }),
    message,
    occurrenceDateTime: at,
    skuId,
  }),
  relations: {
    assignedTo: {
      check: refuseDeeper,
      read: ({ ownerId }, call, { select }) => ownerShape(call, { ownerKind: 'user', ownerId }, select),
    },
    usageRight: toOne(
      () => usageRightType,
      ({ ownerId, skuId }, call) => rightOf(call, { ownerKind: 'user', ownerId }, skuId),
    ),
  },
  filters: { skuId: 'guid' },
};
