import { deviceOf } from '../../../tenant/devices';
import type { PoolOwner } from '../../../tenant/skuPools';
import type { Answer, Call } from '../../call';
import { mayDo } from '../../roleRules';
import type { Route } from '../../route';
import { groupOf } from '../groups';
import { reprocessUser } from '../updateUser';
import { userOf } from '../users';
import { allotmentOfPool } from './allotments';
import { assignmentErrorsOf, waitsOf } from './assignmentProblems';
import type { CloudAssignment } from './assignments';
import { assignmentsBehind, assignmentsOfOwner, idOfAssignment } from './assignments';
import { cloudItemAnswer, cloudListAnswer } from './cloudAnswers';
import { assignmentRoutes } from './cloudAssignmentRoutes';
import { inCloudWords, missingPermission, resourceNotFound } from './cloudRefusals';
import type { CloudCollection, RouteBase } from './cloudRoutes';
import { cloudRoute, contextPath, readRoutes, rowOf } from './cloudRoutes';
import { cloudScopes } from './cloudScopes';
import type { WaitingMember } from './cloudSeats';
import {
  allotmentType,
  assignmentErrorType,
  assignmentType,
  usageRightType,
  waitingMemberType,
} from './cloudTypes';
import type { UsageRight } from './cloudUsageRights';
import { usageRightsOf } from './cloudUsageRights';
import { patchAssignment } from './cloudWrites';
import { sealId } from './opaqueId';

/** Objects that have cloud licensing of their own. */
interface Principal {
  /** `/users/{user}/cloudLicensing`. */
  readonly path: string;
  readonly ownerOf: (call: Call) => PoolOwner;
  readonly read: RouteBase;
  readonly readRights: RouteBase;
  readonly write: RouteBase;
  readonly reprocess: RouteBase;
  readonly process: (call: Call) => void;
}

const user: Principal = {
  path: '/users/{user}/cloudLicensing',
  ownerOf: (call) => ({ ownerKind: 'user', ownerId: userOf(call).id }),
  read: { scopes: cloudScopes.readUser, isForGuests: true },
  readRights: { scopes: cloudScopes.readUserRights, isForGuests: true },
  write: { scopes: cloudScopes.writeUser, writesUser: true },
  reprocess: { scopes: cloudScopes.reprocessUser, writesUser: true },
  process: (call) => {
    if (!mayDo(call.caller, 'reprocess-user', userOf(call))) throw missingPermission();
    inCloudWords(() => reprocessUser(call));
  },
};

const group: Principal = {
  path: '/groups/{group}/cloudLicensing',
  ownerOf: (call) => ({ ownerKind: 'group', ownerId: groupOf(call).id }),
  read: { scopes: cloudScopes.readGroup },
  readRights: { scopes: cloudScopes.readGroupRights },
  write: { scopes: cloudScopes.writeGroup },
  reprocess: { scopes: cloudScopes.reprocessGroup },
  process: (call) => {
    const row = groupOf(call);
    if (!mayDo(call.caller, 'assign-to-group')) throw missingPermission();
    if (row.licenses.length === 0) return;
    const nextStepAt = call.clock.now() + call.groupProcessingDelayInMs;
    call.tenant.save({ groups: [{ ...row, processing: 'QueuedForProcessing', nextStepAt }] });
  },
};

const device: Principal = {
  path: '/devices/{device}/cloudLicensing',
  ownerOf: (call) => {
    const id = call.parameters['device'] ?? '';
    const row = deviceOf(id);
    if (!row) throw resourceNotFound(id, 'deviceId');
    return { ownerKind: 'device', ownerId: row.id };
  },
  read: { scopes: cloudScopes.readDevice },
  readRights: { scopes: cloudScopes.readDevice },
  write: { scopes: cloudScopes.writeDevice },
  reprocess: { scopes: cloudScopes.writeDevice },
  process: () => undefined,
};

function ownAssignments({ path, ownerOf, read }: Principal): CloudCollection<CloudAssignment> {
  return {
    type: assignmentType,
    path: `${path}/assignments`,
    parameter: 'assignment',
    rows: (call) => assignmentsOfOwner(call, ownerOf(call)),
    idOf: idOfAssignment,
    base: read,
  };
}

function ownRoutes(principal: Principal): Route[] {
  const { path, ownerOf, reprocess, process, write } = principal;
  return [
    cloudRoute('POST', `${path}/assignments/reprocessAssignments`, reprocess, (call): Answer => {
      process(call);
      return { status: 200 };
    }),
    ...assignmentRoutes({
      collection: ownAssignments(principal),
      write,
      ends: (call) => ({ owner: ownerOf(call) }),
      relations: ['allotment'],
    }),
    ...rightRoutes(principal),
  ];
}

function rightRoutes({ path, ownerOf, readRights }: Principal): Route[] {
  const rights: CloudCollection<UsageRight> = {
    type: usageRightType,
    path: `${path}/usageRights`,
    parameter: 'usageRight',
    rows: (call) => usageRightsOf(call, ownerOf(call)),
    idOf: ({ ownerKind, ownerId, productKey }) =>
      sealId({ kind: 'usageRight', ownerKind, ownerId, key: productKey }),
    base: readRights,
  };
  const behind = `${rights.path}/{usageRight}/assignments`;
  return [
    ...readRoutes(rights),
    cloudRoute('GET', behind, readRights, (call) => {
      const { productKey } = rowOf(call, rights);
      const rows = assignmentsBehind(call, ownerOf(call), productKey);
      return cloudListAnswer(call, assignmentType, rows, contextPath(call, behind));
    }),
  ];
}

/** Groups have neither errors nor members in line. */
function problemRoutes({ path, ownerOf, read }: Principal): Route[] {
  const waits: CloudCollection<WaitingMember> = {
    type: waitingMemberType,
    path: `${path}/waitingMembers`,
    parameter: 'waitingMember',
    rows: (call) => waitsOf(call, ownerOf(call).ownerId),
    idOf: ({ ownerId, poolKey }) =>
      sealId({ kind: 'waitingMember', ownerKind: 'user', ownerId, key: poolKey }),
    base: read,
  };
  const pool = `${waits.path}/{waitingMember}/allotment`;
  return [
    ...readRoutes({
      type: assignmentErrorType,
      path: `${path}/assignmentErrors`,
      parameter: 'assignmentError',
      rows: (call: Call) => {
        const row = call.tenant.user(ownerOf(call).ownerId);
        return row ? assignmentErrorsOf(call, [row]) : [];
      },
      idOf: ({ ownerId, skuId }) =>
        sealId({ kind: 'assignmentError', ownerKind: 'user', ownerId, key: skuId }),
      base: read,
    }),
    ...readRoutes(waits),
    cloudRoute('GET', pool, read, (call) => {
      const allotment = allotmentOfPool(call, rowOf(call, waits).poolKey);
      if (!allotment) throw resourceNotFound(call.parameters['waitingMember'] ?? '', 'allotmentId');
      return cloudItemAnswer(call, allotmentType, allotment, contextPath(call, pool));
    }),
  ];
}

/** An address that the page on updating an assignment writes beside the published ones. */
const samplePatch = cloudRoute(
  'PATCH',
  `${user.path}/allotments/{allotment}/assignments/{assignment}`,
  user.write,
  (call) => patchAssignment(call, rowOf(call, ownAssignments(user))),
);

/** Graph beta: the cloud licensing of people, groups and devices. */
export const cloudPrincipalRoutes: readonly Route[] = [
  ...ownRoutes(user),
  ...problemRoutes(user),
  samplePatch,
  ...ownRoutes(group),
  ...ownRoutes(device),
  ...problemRoutes(device),
];
