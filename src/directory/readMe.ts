import * as v from 'valibot';
import { toAppError } from '../base/appError';
import type { Graph, GraphRequest } from '../graph/types';
import { toUserPrincipal, userSelect, userWire } from '../graph/wire/user';
import { accessOf, mayLicenseRoleAssignableGroups, mayManageGroups } from './access';
import type { Me } from './types';

const scopes = ['User.Read'] as const;
const membershipPath = '/me/transitiveMemberOf';
const roleType = '#microsoft.graph.directoryRole';
const membershipWire = v.object({
  '@odata.type': v.nullish(v.string()),
  roleTemplateId: v.nullish(v.string()),
});

/**
 * Reads the signed-in person and the tenant-wide roles; `tokenRoles` gives template ids that the
 * sign-in named, which is known once a first call has been answered.
 */
export async function readMe(
  graph: Graph,
  tokenRoles: () => readonly string[],
  signal?: AbortSignal,
): Promise<Me> {
  const [user, readRoles] = await Promise.all([
    graph.send({ path: '/me', query: { select: userSelect }, scopes, signal }, userWire),
    readRoleTemplateIds(graph, signal),
  ]);
  const roleTemplateIds = [...new Set([...tokenRoles(), ...readRoles].map((id) => id.toLowerCase()))];
  return {
    user: toUserPrincipal(user),
    roleTemplateIds,
    access: accessOf(roleTemplateIds),
    canLicenseRoleAssignableGroups: mayLicenseRoleAssignableGroups(roleTemplateIds),
    canManageGroups: mayManageGroups(roleTemplateIds),
  };
}

async function readRoleTemplateIds(graph: Graph, signal?: AbortSignal): Promise<readonly string[]> {
  const cast: GraphRequest = {
    path: `${membershipPath}/microsoft.graph.directoryRole`,
    query: { select: ['id', 'roleTemplateId'], count: true },
    isEventual: true,
    scopes,
    signal,
  };
  try {
    const found = await graph.allPages(cast, membershipWire);
    return found.flatMap(({ roleTemplateId }) => roleTemplateId ?? []);
  } catch (thrown) {
    const error = toAppError(thrown);
    // A token that may not read memberships belongs to somebody who is offered nothing anyway.
    if (error.code === 'forbidden') return [];
    if (error.code !== 'service-unavailable') throw error;
    return readRolesAmongAll(graph, signal);
  }
}

/** The cast to directoryRole sometimes answers 500 where the plain list does not. */
async function readRolesAmongAll(graph: Graph, signal?: AbortSignal): Promise<readonly string[]> {
  const all = await graph.allPages({ path: membershipPath, scopes, signal }, membershipWire);
  return all.flatMap((item) => (item['@odata.type'] === roleType ? (item.roleTemplateId ?? []) : []));
}
