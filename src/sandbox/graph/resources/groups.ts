import type { GroupRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { contextOf, countAnswer, listAnswer } from '../collection';
import { notFound } from '../graphRefusal';
import { refuseExpand } from '../odata/expand';
import { project, selectedNames } from '../odata/project';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { expandedOf } from './expanded';
import { groupType } from './groupType';

/** The group that the path names. Throws GraphRefusal 404. */
export function groupOf(call: Call): GroupRow {
  const id = call.parameters['group'] ?? '';
  const group = call.tenant.group(id);
  if (!group) throw notFound(id);
  return group;
}

/** A group as the body of an answer. */
export function groupEntity(call: Call, group: GroupRow, names: readonly string[]): Record<string, unknown> {
  return {
    '@odata.context': contextOf(call, 'groups', true),
    ...project(groupType, group, names, call.tenant),
  };
}

function getGroup(call: Call): Answer {
  const group = groupOf(call);
  refuseExpand(call.query, groupType, call.isEventual);
  const entity = groupEntity(call, group, selectedNames(groupType, call.query.select, false));
  return ok({ ...entity, ...expandedOf(call, group) });
}

/** Graph: group resource, list groups, get group. */
export const groupRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/groups',
    scopes: scopeRules.listGroups,
    cost: 1,
    handle: (call) =>
      listAnswer(
        call,
        call.tenant.groups,
        groupType,
        'groups',
        (names) => names,
        (group) => expandedOf(call, group),
      ),
  },
  {
    method: 'GET',
    path: '/groups/$count',
    scopes: scopeRules.listGroups,
    cost: 1,
    handle: (call) => countAnswer(call, call.tenant.groups, groupType),
  },
  { method: 'GET', path: '/groups/{group}', scopes: scopeRules.listGroups, cost: 1, handle: getGroup },
];
