import type { Answer, Call } from '../../call';
import { contextOf } from '../../collection';
import { findAllotment } from './allotments';
import { createAssignment, readPlanIds } from './changeAssignments';
import { cloudRefusal } from './cloudRefusals';
import { assignmentShape } from './cloudShapes';
import { writePrincipalKey } from './principalKey';

/** Allotment and principal of a new assignment. */
interface AssignmentEnds {
  /** Id of the allotment. */
  readonly allotment: string;
  /** Id of a person or group. */
  readonly owner: string;
}

/** The id that a body binds by `allotment@odata.bind` or `assignedTo@odata.bind`. Throws GraphRefusal without it. */
export function bindTarget(call: Call, relation: 'allotment' | 'assignedTo'): string {
  const bound = (call.body as Readonly<Record<string, unknown>> | undefined)?.[`${relation}@odata.bind`];
  const path =
    relation === 'allotment'
      ? /\/cloudLicensing\/allotments(?:\/|\(')([0-9a-f-]{36})(?:'\))?$/i
      : /\/(?:users|groups|directoryObjects)(?:\/|\(')([0-9a-f-]{36})(?:'\))?$/i;
  const id = typeof bound === 'string' ? path.exec(bound)?.[1] : undefined;
  if (id === undefined)
    throw cloudRefusal(
      'requiredFieldOrParameterMissing',
      `The field '${relation}@odata.bind' is missing or is no address of such an object.`,
    );
  return id.toLowerCase();
}

/** Graph beta, create assignment: 201 with the assignment. Throws GraphRefusal with an inner code. */
export function postAssignment(call: Call, ends: AssignmentEnds): Answer {
  const disabledPlanIds = readPlanIds(call.body);
  const allotment = findAllotment(call.tenant, { id: ends.allotment });
  if (!allotment) throw cloudRefusal('notFound', 'The allotment was not found.');
  const ownerKind = call.tenant.user(ends.owner) ? 'user' : 'group';
  if (ownerKind === 'group' && !call.tenant.group(ends.owner))
    throw cloudRefusal('notFound', 'The object to assign to was not found.');
  const key = { ownerKind, ownerId: ends.owner, skuId: allotment.skuId } as const;
  const created = createAssignment(call, key, disabledPlanIds);
  return {
    status: 201,
    headers: { Location: `${call.root}/admin/cloudLicensing/assignments/${writePrincipalKey(created)}` },
    json: {
      '@odata.context': contextOf(call, 'admin/cloudLicensing/assignments', true),
      ...assignmentShape(created, new Set(), call.tenant),
    },
  };
}
