import type { Answer, Call } from '../../call';
import type { Route } from '../../route';
import { allotmentsOf, findAllotment } from './allotments';
import { assignmentErrorsOf, waitingMembersOf } from './assignmentProblems';
import { assignmentsOf, findAssignment } from './assignments';
import { bindTarget, postAssignment } from './postAssignment';
import { deleteAssignment, readPlanIds, updateAssignment } from './changeAssignments';
import { cloudItemAnswer, cloudListAnswer } from './cloudLists';
import { nothingThere } from './cloudRefusals';
import { cloudScopes } from './cloudScopes';
import { allotmentShape, assignmentErrorShape, assignmentShape, waitingMemberShape } from './cloudShapes';

const top = 'admin/cloudLicensing';
const allotments = {
  write: allotmentShape,
  type: 'allotment',
  path: `${top}/allotments`,
  hasSku: true,
} as const;
const assignments = { write: assignmentShape, type: 'assignment', path: `${top}/assignments` } as const;
const errors = {
  write: assignmentErrorShape,
  type: 'assignmentError',
  path: `${top}/assignmentErrors`,
  hasSku: true,
} as const;

function allotmentOf(call: Call) {
  const allotment = findAllotment(call.tenant, { id: call.parameters['allotment'] ?? '' });
  if (!allotment) throw nothingThere('The allotment');
  return allotment;
}

function assignmentOf(call: Call) {
  const assignment = findAssignment(call.tenant, call.parameters['assignment'] ?? '');
  if (!assignment) throw nothingThere('The assignment');
  return assignment;
}

function listAssignmentsOfAllotment(call: Call): Answer {
  const { skuId } = allotmentOf(call);
  const rows = assignmentsOf(call.tenant).filter((assignment) => assignment.skuId === skuId);
  return cloudListAnswer(call, { ...assignments, rows });
}

function listWaiting(call: Call): Answer {
  const { id, skuId } = allotmentOf(call);
  return cloudListAnswer(call, {
    rows: waitingMembersOf(call.tenant, call.tenant.users, skuId),
    write: waitingMemberShape,
    type: 'waitingMember',
    path: `${top}/allotments('${id}')/waitingMembers`,
  });
}

function getError(call: Call): Answer {
  const all = assignmentErrorsOf(call.tenant.users);
  const shapeId = (error: (typeof all)[number]): unknown =>
    assignmentErrorShape(error, new Set(), call.tenant)['id'];
  return cloudItemAnswer(
    call,
    all.find((error) => shapeId(error) === call.parameters['error']),
    errors,
  );
}

function patchAssignment(call: Call): Answer {
  updateAssignment(call, assignmentOf(call), readPlanIds(call.body));
  return { status: 204 };
}

function removeAssignment(call: Call): Answer {
  deleteAssignment(call, assignmentOf(call));
  return { status: 204 };
}

/** A route of beta, read by the organization's readers. */
function get(path: string, handle: Route['handle']): Route {
  return { method: 'GET', path: `/${top}/${path}`, isBeta: true, scopes: cloudScopes.read, cost: 1, handle };
}

function change(method: 'POST' | 'PATCH' | 'DELETE', path: string, handle: Route['handle']): Route {
  return { method, path: `/${top}/${path}`, isBeta: true, scopes: cloudScopes.write, cost: 1, handle };
}

/** Graph beta: the cloud licensing of the organization. Inferred: PATCH and DELETE answer 204. */
export const cloudAdminRoutes: readonly Route[] = [
  get('allotments', (call) => cloudListAnswer(call, { ...allotments, rows: allotmentsOf(call.tenant) })),
  get('allotments/{allotment}', (call) => cloudItemAnswer(call, allotmentOf(call), allotments)),
  get('allotments/{allotment}/assignments', listAssignmentsOfAllotment),
  get('allotments/{allotment}/waitingMembers', listWaiting),
  get('assignments', (call) => cloudListAnswer(call, { ...assignments, rows: assignmentsOf(call.tenant) })),
  get('assignments/{assignment}', (call) => cloudItemAnswer(call, assignmentOf(call), assignments)),
  get('assignmentErrors', (call) =>
    cloudListAnswer(call, { ...errors, rows: assignmentErrorsOf(call.tenant.users) }),
  ),
  get('assignmentErrors/{error}', getError),
  change('POST', 'assignments', (call) =>
    postAssignment(call, { allotment: bindTarget(call, 'allotment'), owner: bindTarget(call, 'assignedTo') }),
  ),
  change('POST', 'allotments/{allotment}/assignments', (call) =>
    postAssignment(call, { allotment: allotmentOf(call).id, owner: bindTarget(call, 'assignedTo') }),
  ),
  change('PATCH', 'assignments/{assignment}', patchAssignment),
  change('DELETE', 'assignments/{assignment}', removeAssignment),
];
