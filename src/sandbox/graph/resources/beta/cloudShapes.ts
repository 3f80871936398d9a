import type { SeededPlan } from '../../../tenant/product';
import type { Tenant } from '../../../tenant/tenant';
import type { Allotment, AllotmentSubscription } from './allotments';
import { findAllotment } from './allotments';
import type { CloudAssignment } from './assignments';
import type { CloudErrorCode } from './cloudRefusals';
import type { WaitingMember } from './cloudSeats';
import type { PrincipalKey } from './principalKey';
import { writePrincipalKey } from './principalKey';

/** A service as allotments and usage rights list it (Graph beta: cloudLicensing.service). */
export interface ServiceShape {
  readonly assignableTo: string;
  readonly planId: string;
  readonly planName: string;
}

/** An allotment on the wire (Graph beta: cloudLicensing.allotment). */
interface AllotmentShape {
  readonly id: string;
  readonly allottedUnits: number;
  readonly assignableTo: string;
  readonly consumedUnits: number;
  readonly services: readonly ServiceShape[];
  readonly skuId: string;
  readonly skuPartNumber: string;
  readonly subscriptions: readonly AllotmentSubscription[];
}

/** One error of giving a product (Graph beta: cloudLicensing.assignmentError). */
export interface CloudAssignmentError extends PrincipalKey {
  readonly code: CloudErrorCode;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Writes an allotment. */
export function allotmentShape(allotment: Allotment): AllotmentShape {
  const { id, allottedUnits, assignableTo, consumedUnits, skuId, partNumber, subscriptions, plans } =
    allotment;
  return {
    id,
    allottedUnits,
    assignableTo,
    consumedUnits,
    services: servicesOf(plans, assignableTo),
    skuId,
    skuPartNumber: partNumber,
    subscriptions,
  };
}

/** Writes the services of a product, those that people can be given. */
export function servicesOf(plans: readonly SeededPlan[], assignableTo: string): ServiceShape[] {
  return plans.map(({ id, name, appliesTo }) => ({
    assignableTo: appliesTo === 'Company' ? 'none' : assignableTo,
    planId: id,
    planName: name,
  }));
}

/** Writes an assignment, with its allotment and its owner where they were asked for. */
export function assignmentShape(
  row: CloudAssignment,
  expanded: ReadonlySet<string>,
  tenant: Tenant,
): Record<string, unknown> {
  return {
    id: writePrincipalKey(row),
    disabledServicePlanIds: row.disabledPlanIds,
    ...relations(row, expanded, tenant),
  };
}

/** Returns the shape of a member who waits for a seat. */
export function waitingMemberShape(
  { userId, skuId, since }: WaitingMember,
  expanded: ReadonlySet<string>,
  tenant: Tenant,
): Record<string, unknown> {
  const key: PrincipalKey = { ownerKind: 'user', ownerId: userId, skuId };
  return {
    id: writePrincipalKey(key),
    waitingSinceDateTime: since,
    ...relations(key, expanded, tenant),
  };
}

/** Writes an error of giving a product. */
export function assignmentErrorShape(
  error: CloudAssignmentError,
  expanded: ReadonlySet<string>,
  tenant: Tenant,
): Record<string, unknown> {
  return {
    id: writePrincipalKey(error),
    code: error.code,
    message: `The license assignment failed: ${error.code}.`,
    occurrenceDateTime: error.at,
    skuId: error.skuId,
    ...relations(error, expanded, tenant),
  };
}

function relations(
  { ownerKind, ownerId, skuId }: PrincipalKey,
  expanded: ReadonlySet<string>,
  tenant: Tenant,
): Record<string, unknown> {
  const allotment = expanded.has('allotment') ? findAllotment(tenant, { skuId }) : undefined;
  const owner = ownerKind === 'user' ? tenant.user(ownerId) : tenant.group(ownerId);
  return {
    ...(allotment ? { allotment: allotmentShape(allotment) } : {}),
    ...(owner && expanded.has('assignedTo')
      ? {
          assignedTo: {
            '@odata.type': `#microsoft.graph.${ownerKind}`,
            id: owner.id,
            displayName: owner.displayName,
          },
        }
      : {}),
  };
}
