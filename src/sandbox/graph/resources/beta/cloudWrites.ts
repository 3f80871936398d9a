import { isGuid } from '../../../../base/ids';
import { deviceOf } from '../../../tenant/devices';
import type { PoolOwner } from '../../../tenant/skuPools';
import type { Answer, Call } from '../../call';
import { contextOf } from '../../collection';
import type { Allotment } from './allotments';
import { allotmentOfPool, findAllotment } from './allotments';
import type { CloudAssignment } from './assignments';
import { idOfAssignment, ownerOf } from './assignments';
import { createAssignment, deleteAssignment, updateAssignment } from './changeAssignments';
import { readCloudQuery, shapeOf } from './cloudQuery';
import { fieldMissing, immutableProperty, referenceNotFound } from './cloudRefusals';
import { assignmentType, ownerShape } from './cloudTypes';

type Bound = 'allotment' | 'assignedTo';

const addresses: Readonly<Record<Bound, RegExp>> = {
  allotment: /\/cloudLicensing\/allotments(?:\/|\(')([^/()']+)(?:'\))?$/i,
  assignedTo: /\/(?:users|groups|devices|directoryObjects)(?:\/|\(')([^/()']+)(?:'\))?$/i,
};

/** Ends of a new assignment that its address says. */
interface KnownEnds {
  readonly allotment?: Allotment;
  readonly owner?: PoolOwner;
}

/** Graph beta, create assignment: 201 with the assignment. Throws GraphRefusal. */
export function postAssignment(call: Call, known: KnownEnds): Answer {
  const allotment = known.allotment ?? findAllotment(call, requiredId(call, 'allotment'));
  const owner = known.owner ?? ownerOf(call.tenant, deviceOf, requiredId(call, 'assignedTo'));
  const planIds = readPlanIds(call.body);
  if (!allotment) throw referenceNotFound('allotment');
  if (!owner) throw referenceNotFound('assignedTo');
  const created = createAssignment(call, allotment, owner, planIds);
  return {
    status: 201,
    headers: { Location: `${call.root}/admin/cloudLicensing/assignments/${idOfAssignment(created)}` },
    json: { ...written(call, created), ...endsOf(call, created) },
  };
}

/** Graph beta, update assignment: 200 with the assignment. Throws GraphRefusal. */
export function patchAssignment(call: Call, known: CloudAssignment): Answer {
  refuseOtherEnds(call, known);
  return { status: 200, json: written(call, updateAssignment(call, known, readPlanIds(call.body))) };
}

/** Graph beta, delete assignment. Throws GraphRefusal. */
export function removeAssignment(call: Call, known: CloudAssignment): Answer {
  deleteAssignment(call, known);
  return { status: 204 };
}

/** Graph beta, `$ref` of an end. Design: both ends are immutable, so that only the same one can be set again. */
export function putReference(call: Call, known: CloudAssignment, end: Bound): Answer {
  const id = idIn(call.body, '@odata.id', end);
  if (id === undefined) throw fieldMissing(end);
  checkEnd(call, known, end, id);
  return { status: 204 };
}

function written(call: Call, row: CloudAssignment): Record<string, unknown> {
  return {
    '@odata.context': contextOf(call, 'admin/cloudLicensing/assignments', true),
    ...shapeOf(assignmentType, row, call, readCloudQuery(call)),
  };
}

/** Design: a new assignment comes with the addresses of its ends. */
function endsOf(call: Call, row: CloudAssignment): Record<string, unknown> {
  if (call.directory.settings.cloudShapes === 'reference') return {};
  const metadata = `${new URL(call.root).origin}/$metadata#`;
  const owner = ownerShape(call, row, ['id']);
  return {
    allotment: {
      '@odata.id': `${metadata}licensing.allotments('${allotmentOfPool(call, row.poolKey)?.id ?? ''}')`,
    },
    assignedTo: owner && { '@odata.id': `${metadata}${row.ownerKind}s('${row.ownerId}')` },
  };
}

function refuseOtherEnds(call: Call, known: CloudAssignment): void {
  for (const end of ['allotment', 'assignedTo'] as const) {
    const id = idIn(call.body, `${end}@odata.bind`, end);
    if (id !== undefined) checkEnd(call, known, end, id);
  }
}

function checkEnd(call: Call, known: CloudAssignment, end: Bound, id: string): void {
  const isSame =
    end === 'allotment'
      ? findAllotment(call, id)?.key === known.poolKey
      : ownerOf(call.tenant, deviceOf, id)?.ownerId === known.ownerId;
  if (!isSame) throw immutableProperty(end);
}

function requiredId(call: Call, end: Bound): string {
  const id = idIn(call.body, `${end}@odata.bind`, end);
  if (id === undefined) throw fieldMissing(end);
  return id;
}

/** The id that a body names by an address of such an object. */
function idIn(body: unknown, property: string, end: Bound): string | undefined {
  const bound = (body as Readonly<Record<string, unknown>> | undefined)?.[property];
  return typeof bound === 'string' ? addresses[end].exec(bound)?.[1] : undefined;
}

function readPlanIds(body: unknown): readonly string[] {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.['disabledServicePlanIds'];
  if (!Array.isArray(value)) throw fieldMissing('disabledServicePlanIds');
  const ids: readonly unknown[] = value;
  return ids.map((id) => {
    if (typeof id !== 'string' || !isGuid(id)) throw fieldMissing('disabledServicePlanIds');
    return id.toLowerCase();
  });
}
