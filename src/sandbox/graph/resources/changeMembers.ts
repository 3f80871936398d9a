import type { GroupRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { badRequest, notFound } from '../graphRefusal';
import { withMembers } from '../groupProcessing';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { groupOf } from './groups';
import { checkAdditions, checkManaged, readLink } from './memberReferences';

/** The group with the members added, all or none. Throws GraphRefusal for what {@link checkAdditions} refuses. */
export function withAdded(call: Call, group: GroupRow, ids: readonly string[]): GroupRow {
  checkManaged(call, group);
  checkAdditions(call, group, ids);
  return withMembers(group, [...group.memberIds, ...ids], stepTime(call));
}

function stepTime({ clock, groupProcessingDelayInMs }: Call): number {
  return clock.now() + groupProcessingDelayInMs;
}

/** Graph, add members: one, by its link. */
function addMember(call: Call): Answer {
  const { '@odata.id': link } = (call.body ?? {}) as Readonly<Record<string, unknown>>;
  if (link === undefined) throw badRequest("The property '@odata.id' is missing in the request payload.");
  call.tenant.save({ groups: [withAdded(call, groupOf(call), [readLink(link)])] });
  return { status: 204 };
}

/** Graph, remove member. */
function removeMember(call: Call): Answer {
  const group = groupOf(call);
  checkManaged(call, group);
  const id = (call.parameters['member'] ?? '').toLowerCase();
  if (!group.memberIds.includes(id)) throw notFound(id);
  const kept = group.memberIds.filter((memberId) => memberId !== id);
  call.tenant.save({ groups: [withMembers(group, kept, stepTime(call))] });
  return { status: 204 };
}

/** Graph: add members by reference, remove member. */
export const memberChangeRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/groups/{group}/members/$ref',
    scopes: scopeRules.changeMembers,
    cost: 1,
    handle: addMember,
  },
  {
    method: 'DELETE',
    path: '/groups/{group}/members/{member}/$ref',
    scopes: scopeRules.changeMembers,
    cost: 1,
    handle: removeMember,
  },
];
