import { personas } from '../../../tenant/personas';
import type { Call } from '../../call';
import type { Route } from '../../route';
import type { Allotment } from './allotments';
import { allotmentsOf, findAllotment } from './allotments';
import type { CloudAssignmentError } from './assignmentProblems';
import { assignmentErrorsOf, waitingMembersOf } from './assignmentProblems';
import { assignmentsOf, assignmentsOfAllotment, findAssignment, idOfAssignment } from './assignments';
import { assignedToRoute, assignmentRoutes } from './cloudAssignmentRoutes';
import { cloudItemAnswer } from './cloudAnswers';
import { resourceNotFound } from './cloudRefusals';
import type { CloudCollection } from './cloudRoutes';
import { cloudRoute, contextPath, readRoutes, rowOf } from './cloudRoutes';
import { cloudScopes } from './cloudScopes';
import type { WaitingMember } from './cloudSeats';
import {
  allotmentType,
  assignmentErrorType,
  assignmentType,
  ownerShape,
  usageRightType,
  waitingMemberType,
} from './cloudTypes';
import { rightOf } from './cloudUsageRights';
import { sealId } from './opaqueId';

const top = '/admin/cloudLicensing';
const read = { scopes: cloudScopes.read };
const write = { scopes: cloudScopes.write };

const allotments: CloudCollection<Allotment> = {
  type: allotmentType,
  path: `${top}/allotments`,
  parameter: 'allotment',
  rows: (call) => allotmentsOf(call),
  idOf: ({ id }) => id,
  find: findAllotment,
  base: { ...read, query: { extra: ['$apply'] } },
};

/** An address below an allotment. */
const below = `${top}/allotments/{allotment}`;

const waiting: CloudCollection<WaitingMember> = {
  type: waitingMemberType,
  path: `${below}/waitingMembers`,
  parameter: 'waitingMember',
  rows: (call) => waitingMembersOf(call, rowOf(call, allotments)),
  idOf: ({ ownerId, poolKey }) => sealId({ kind: 'waitingMember', ownerKind: 'user', ownerId, key: poolKey }),
  base: read,
};

const errors: CloudCollection<CloudAssignmentError> = {
  type: assignmentErrorType,
  path: `${top}/assignmentErrors`,
  parameter: 'assignmentError',
  rows: (call) => assignmentErrorsOf(call, call.tenant.users.filter(isThere)),
  idOf: ({ ownerId, skuId }) => sealId({ kind: 'assignmentError', ownerKind: 'user', ownerId, key: skuId }),
  base: read,
};

const isThere = ({ deletedDateTime }: { readonly deletedDateTime?: string }): boolean =>
  deletedDateTime === undefined;

/** Inferred: that what belongs to the organization is owned by who bought it, as subscriptions of the directory are. */
const ownerRoute = cloudRoute('GET', `${below}/owner`, read, (call) => {
  const ownerId = rowOf(call, allotments).ownerId ?? personas[0]?.userId ?? '';
  const shape = ownerShape(call, { ownerKind: 'user', ownerId }, call.query.select);
  if (!shape) throw resourceNotFound(ownerId, 'ownerId');
  return { status: 200, json: shape };
});

const usageRightRoute = cloudRoute('GET', `${errors.path}/{assignmentError}/usageRight`, read, (call) => {
  const { ownerId, skuId } = rowOf(call, errors);
  const right = rightOf(call, { ownerKind: 'user', ownerId }, skuId);
  if (!right) throw resourceNotFound(call.parameters['assignmentError'] ?? '', 'usageRightId');
  return cloudItemAnswer(
    call,
    usageRightType,
    right,
    contextPath(call, `${errors.path}/{assignmentError}/usageRight`),
  );
});

/** Graph beta: the cloud licensing of the organization. */
export const cloudAdminRoutes: readonly Route[] = [
  ...readRoutes(allotments),
  ownerRoute,
  ...readRoutes(waiting),
  ...assignmentRoutes({
    collection: {
      type: assignmentType,
      path: `${below}/assignments`,
      parameter: 'assignment',
      rows: (call: Call) => assignmentsOfAllotment(call, rowOf(call, allotments)),
      idOf: idOfAssignment,
      base: read,
    },
    write,
    ends: (call) => ({ allotment: rowOf(call, allotments) }),
    relations: [],
  }),
  ...assignmentRoutes({
    collection: {
      type: assignmentType,
      path: `${top}/assignments`,
      parameter: 'assignment',
      rows: assignmentsOf,
      idOf: idOfAssignment,
      find: findAssignment,
      base: read,
    },
    write,
    ends: () => ({}),
    relations: ['allotment', 'assignedTo'],
  }),
  ...readRoutes(errors),
  assignedToRoute(`${errors.path}/{assignmentError}`, read, (call) => {
    const { ownerId } = rowOf(call, errors);
    return { ownerKind: 'user', ownerId };
  }),
  usageRightRoute,
];
