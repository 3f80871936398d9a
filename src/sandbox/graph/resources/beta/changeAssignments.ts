import { isGuid } from '../../../../base/ids';
import type { CloudAssignmentRow } from '../../../tenant/cloudProducts';
import { graphTime } from '../../../tenant/daysFrom';
import type { Call } from '../../call';
import { mayDo } from '../../roleRules';
import { saveGroupLicenses, saveUserLicenses } from '../assignLicense';
import type { LicenseRequest } from '../licenseRequest';
import type { Allotment } from './allotments';
import { findAllotment } from './allotments';
import type { CloudAssignment } from './assignments';
import { findAssignment } from './assignments';
import { cloudRefusal, missingPermission, withInnerCodes } from './cloudRefusals';
import { cloudSeatsOf } from './cloudSeats';
import type { PrincipalKey } from './principalKey';
import { writePrincipalKey } from './principalKey';

/**
 * Gives a product to a person or a group. What the directory knows is given by the directory's own rules, whichever
 * way the request came (Graph beta: v1.0 assignLicense is redirected in tenants with allotments).
 * Throws GraphRefusal with an inner code.
 */
export function createAssignment(
  call: Call,
  key: PrincipalKey,
  disabledPlanIds: readonly string[],
): CloudAssignment {
  const allotment = findAllotment(call.tenant, { skuId: key.skuId });
  if (!allotment?.assignableTo.split(',').includes(key.ownerKind))
    throw cloudRefusal(
      'allotmentNotAssignable',
      `The allotment cannot be assigned to objects of type ${key.ownerKind}.`,
    );
  if (findAssignment(call.tenant, writePrincipalKey(key)))
    throw cloudRefusal('assignmentAlreadyExists', 'The allotment is assigned to this object already.');
  checkPlans(allotment, disabledPlanIds);
  write(call, allotment, key, disabledPlanIds);
  return { ...key, disabledPlanIds };
}

/** Switches plans of an assignment on and off. Throws GraphRefusal with an inner code. */
export function updateAssignment(
  call: Call,
  known: CloudAssignment,
  disabledPlanIds: readonly string[],
): void {
  const allotment = findAllotment(call.tenant, { skuId: known.skuId });
  if (!allotment) throw cloudRefusal('notFound', 'The allotment was not found.');
  checkPlans(allotment, disabledPlanIds);
  write(call, allotment, known, disabledPlanIds);
}

/** Takes an assignment away. Throws GraphRefusal with an inner code. */
export function deleteAssignment(call: Call, known: CloudAssignment): void {
  const id = writePrincipalKey(known);
  if (call.tenant.cloudAssignments.get(id)) {
    checkRole(call, known);
    call.tenant.cloudAssignments.remove(id);
    return;
  }
  changeInDirectory(call, known, { add: [], remove: [known.skuId] });
}

/** Reads ids of plans. Throws GraphRefusal for a body that has none. */
export function readPlanIds(body: unknown): readonly string[] {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.['disabledServicePlanIds'];
  if (!Array.isArray(value) || !value.every((id) => typeof id === 'string' && isGuid(id)))
    throw cloudRefusal(
      'requiredFieldOrParameterMissing',
      "The field 'disabledServicePlanIds' is missing or is no list of ids.",
    );
  return (value as readonly string[]).map((id) => id.toLowerCase());
}

function checkPlans({ plans }: Allotment, ids: readonly string[]): void {
  const stranger = ids.find((id) => !plans.some((plan) => plan.id === id));
  if (stranger !== undefined)
    throw cloudRefusal('invalidServicePlan', `Service plan ${stranger} is not part of the allotment.`);
}

function write(
  call: Call,
  { cloudProduct }: Allotment,
  { ownerKind, ownerId, skuId }: PrincipalKey,
  disabledPlanIds: readonly string[],
): void {
  if (!cloudProduct) {
    const add = [{ skuId, disabledPlans: disabledPlanIds }];
    changeInDirectory(call, { ownerKind, ownerId, skuId }, { add, remove: [] });
    return;
  }
  checkRole(call, { ownerKind, ownerId });
  const id = writePrincipalKey({ ownerKind, ownerId, skuId });
  const seats = cloudSeatsOf(cloudProduct, call.tenant);
  // Members of groups may be too many, and then wait; a person alone is refused.
  if (ownerKind === 'user' && !seats.holderIds.has(ownerId) && seats.holderIds.size >= cloudProduct.units)
    throw cloudRefusal('noAvailableLicenses', 'The allotment does not have any available licenses.');
  const at = call.tenant.cloudAssignments.get(id)?.at ?? graphTime(call.clock.now());
  const row: CloudAssignmentRow = { id, skuId, ownerKind, ownerId, disabledPlanIds, at };
  call.tenant.cloudAssignments.put(row);
}

function changeInDirectory(call: Call, { ownerKind, ownerId }: PrincipalKey, request: LicenseRequest): void {
  withInnerCodes(() => {
    const user = ownerKind === 'user' ? call.tenant.user(ownerId) : undefined;
    const group = ownerKind === 'group' ? call.tenant.group(ownerId) : undefined;
    if (user) saveUserLicenses(call, user, () => request);
    if (group) saveGroupLicenses(call, group, () => request);
  });
}

function checkRole(call: Call, { ownerKind, ownerId }: Pick<CloudAssignment, 'ownerKind' | 'ownerId'>): void {
  const isAllowed =
    ownerKind === 'user'
      ? mayDo(call.caller, 'assign-to-user', call.tenant.user(ownerId))
      : mayDo(call.caller, 'assign-to-group');
  if (isAllowed) return;
  throw missingPermission(['microsoft.directory/cloudLicensing/assignments/allProperties/allTasks']);
}
