import type { GroupRow, UserRow } from '../../../tenant/rows';
import type { Answer, Call } from '../../call';
import type { Route } from '../../route';
import { groupOf } from '../groups';
import { reprocessUser } from '../updateUser';
import { userOf } from '../users';
import { assignmentErrorsOf, waitingMembersOf } from './assignmentProblems';
import { assignmentsOfGroup, assignmentsOfUser } from './assignments';
import { cloudListAnswer } from './cloudLists';
import { cloudScopes } from './cloudScopes';
import { assignmentErrorShape, assignmentShape, waitingMemberShape } from './cloudShapes';
import type { UsageRight } from './cloudUsageRights';
import { usageRightShape, usageRightsOfGroup, usageRightsOfUser } from './cloudUsageRights';
import { bindTarget, postAssignment } from './postAssignment';

const ofUser = (call: Call, name: string): string => `users('${userOf(call).id}')/cloudLicensing/${name}`;
const ofGroup = (call: Call, name: string): string => `groups('${groupOf(call).id}')/cloudLicensing/${name}`;

function rightsAnswer(call: Call, rows: readonly UsageRight[], path: string): Answer {
  return cloudListAnswer(call, { rows, write: usageRightShape, type: 'usageRight', path, hasSku: true });
}

function waitingAnswer(call: Call, users: readonly UserRow[], path: string): Answer {
  const rows = waitingMembersOf(call.tenant, users);
  return cloudListAnswer(call, { rows, write: waitingMemberShape, type: 'waitingMember', path });
}

function membersOf(call: Call, group: GroupRow): UserRow[] {
  return group.memberIds.flatMap((id) => call.tenant.user(id) ?? []);
}

const user = '/users/{user}/cloudLicensing';
const group = '/groups/{group}/cloudLicensing';
const base = { isBeta: true, cost: 1 } as const;
const readUser = { ...base, method: 'GET', scopes: cloudScopes.readUser, isForGuests: true } as const;
const readGroup = { ...base, method: 'GET', scopes: cloudScopes.readGroup } as const;
const write = { ...base, method: 'POST', scopes: cloudScopes.write } as const;

/** Graph beta: the cloud licensing of a person. */
const cloudUserRoutes: readonly Route[] = [
  {
    ...readUser,
    path: `${user}/assignments`,
    handle: (call) =>
      cloudListAnswer(call, {
        rows: assignmentsOfUser(call.tenant, userOf(call).id),
        write: assignmentShape,
        type: 'assignment',
        path: ofUser(call, 'assignments'),
      }),
  },
  {
    ...readUser,
    path: `${user}/assignmentErrors`,
    handle: (call) =>
      cloudListAnswer(call, {
        rows: assignmentErrorsOf([userOf(call)]),
        write: assignmentErrorShape,
        type: 'assignmentError',
        path: ofUser(call, 'assignmentErrors'),
        hasSku: true,
      }),
  },
  {
    ...readUser,
    path: `${user}/usageRights`,
    handle: (call) =>
      rightsAnswer(call, usageRightsOfUser(call.tenant, userOf(call)), ofUser(call, 'usageRights')),
  },
  {
    ...readUser,
    path: `${user}/waitingMembers`,
    handle: (call) => waitingAnswer(call, [userOf(call)], ofUser(call, 'waitingMembers')),
  },
  {
    ...write,
    path: `${user}/assignments`,
    writesUser: true,
    handle: (call) =>
      postAssignment(call, { allotment: bindTarget(call, 'allotment'), owner: userOf(call).id }),
  },
  {
    ...write,
    path: `${user}/assignments/reprocessAssignments`,
    writesUser: true,
    scopes: cloudScopes.reprocess,
    handle: (call) => {
      reprocessUser(call);
      return { status: 200 };
    },
  },
];

/** Graph beta: the cloud licensing of a group. */
const cloudGroupRoutes: readonly Route[] = [
  {
    ...readGroup,
    path: `${group}/assignments`,
    handle: (call) =>
      cloudListAnswer(call, {
        rows: assignmentsOfGroup(call.tenant, groupOf(call).id),
        write: assignmentShape,
        type: 'assignment',
        path: ofGroup(call, 'assignments'),
      }),
  },
  {
    ...readGroup,
    path: `${group}/usageRights`,
    handle: (call) =>
      rightsAnswer(call, usageRightsOfGroup(call.tenant, groupOf(call)), ofGroup(call, 'usageRights')),
  },
  {
    ...readGroup,
    path: `${group}/waitingMembers`,
    handle: (call) => waitingAnswer(call, membersOf(call, groupOf(call)), ofGroup(call, 'waitingMembers')),
  },
  {
    ...write,
    path: `${group}/assignments`,
    handle: (call) =>
      postAssignment(call, { allotment: bindTarget(call, 'allotment'), owner: groupOf(call).id }),
  },
];

/** Graph beta: the cloud licensing of people and groups. */
export const cloudPrincipalRoutes: readonly Route[] = [...cloudUserRoutes, ...cloudGroupRoutes];
