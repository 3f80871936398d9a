import type { UnifiedRoleAssignment, UnifiedRoleDefinition } from '@microsoft/microsoft-graph-types';
import type { RoleRow } from '../../tenant/rows';
import type { Answer, Call } from '../call';
import { ok } from '../call';
import { contextOf, listAnswer } from '../collection';
import { notFound } from '../graphRefusal';
import type { FilterRule } from '../odata/checkFilter';
import { project, selectedNames } from '../odata/project';
import { rowsById } from '../odata/rowList';
import type { Route } from '../route';
import { scopeRules } from '../scopes';
import { mixedListAnswer } from './directoryObjects';
import { objectOf } from './memberList';
import { expandedNames, plainListAnswer } from './plainList';
import { roleType } from './roleType';

function roleOf(call: Call): RoleRow {
  const id = call.parameters['role'] ?? '';
  const role = call.tenant.roles.find((row) => row.id === id.toLowerCase());
  if (!role) throw notFound(id);
  return role;
}

function getRole(call: Call): Answer {
  const names = selectedNames(roleType, call.query.select, false);
  return ok({
    '@odata.context': contextOf(call, 'directoryRoles', true),
    ...project(roleType, roleOf(call), names, call.tenant),
  });
}

interface Assignment {
  readonly role: RoleRow;
  readonly principalId: string;
}

/** Inferred: how the id is made up; callers treat it as opaque. */
function idOf({ role, principalId }: Assignment): string {
  return Buffer.from(`${role.roleTemplateId}${principalId}`.replaceAll('-', ''), 'hex').toString('base64url');
}

function definitionOf(role: RoleRow): UnifiedRoleDefinition {
  return {
    id: role.roleTemplateId,
    displayName: role.displayName,
    description: role.description,
    isBuiltIn: true,
    isEnabled: true,
    templateId: role.roleTemplateId,
  };
}

const byEquality: FilterRule = { always: ['eq'], advanced: [] };

/** Graph, list unifiedRoleAssignments: those of persons; filtered by principal or definition. */
function listAssignments(call: Call): Answer {
  const expanded = expandedNames(call.query, ['roleDefinition']);
  return plainListAnswer(call, {
    rows: call.tenant.roles.flatMap((role) => role.memberIds.map((principalId) => ({ role, principalId }))),
    write: (row: Assignment): UnifiedRoleAssignment => ({
      id: idOf(row),
      principalId: row.principalId,
      directoryScopeId: '/',
      roleDefinitionId: row.role.roleTemplateId,
      ...(expanded.has('roleDefinition') ? { roleDefinition: definitionOf(row.role) } : {}),
    }),
    filters: { principalId: byEquality, roleDefinitionId: byEquality },
    entitySet: 'roleManagement/directory/roleAssignments',
    typeName: 'unifiedRoleAssignment',
  });
}

const base = { method: 'GET', scopes: scopeRules.readRoles, cost: 1 } as const;

/** Graph: list and get directoryRoles, list members of a role, list unifiedRoleAssignments. */
export const directoryRoleRoutes: readonly Route[] = [
  {
    ...base,
    path: '/directoryRoles',
    handle: (call) => listAnswer(call, call.tenant.roles, roleType, 'directoryRoles'),
  },
  { ...base, path: '/directoryRoles/{role}', handle: getRole },
  {
    ...base,
    path: '/directoryRoles/{role}/members',
    handle: (call) =>
      mixedListAnswer(
        call,
        rowsById(roleOf(call).memberIds, (id) => objectOf(id, call.tenant)),
      ),
  },
  { ...base, path: '/roleManagement/directory/roleAssignments', handle: listAssignments },
];
