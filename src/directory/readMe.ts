import * as v from 'valibot';
import { toAppError, type ErrorCode } from '../base/appError';
import type { Graph, GraphRequest } from '../graph/types';
import { toUserPrincipal, userSelect, userWire } from '../graph/wire/user';
import { permissionsOf } from './access';
import type { Me } from './types';

const scopes = ['User.Read'] as const;
const membershipPath = '/me/transitiveMemberOf';
const roleType = '#microsoft.graph.directoryRole';
const membershipWire = v.object({
  '@odata.type': v.nullish(v.string()),
  // A role in an unexpected shape doesn't make the others unreadable.
  roleTemplateId: v.fallback(v.nullish(v.string()), undefined),
});

/** Failures after which the plain list of memberships is read, or the app does without roles. */
const optionalFailures: readonly ErrorCode[] = [
  'bad-request',
  'not-found',
  'service-unavailable',
  'unexpected-answer',
];

/**
 * Reads the signed-in person and the tenant-wide roles; `tokenRoles` gives template ids that the
 * sign-in named, which is known once a first call has been answered. Roles that cannot be read are no reason to fail: the
 * rest of the app asks Graph itself what it may.
 */
export async function readMe(
  graph: Graph,
  tokenRoles: () => readonly string[],
  signal?: AbortSignal,
): Promise<Me> {
  const [wire, listedRoleIds] = await Promise.all([
    graph.send({ path: '/me', query: { select: userSelect }, scopes, signal }, userWire),
    readListedRoleIds(graph, signal),
  ]);
  const user = toUserPrincipal(wire);
  const ids = [...new Set([...tokenRoles(), ...(listedRoleIds ?? [])].map((id) => id.toLowerCase()))];
  const permissions = permissionsOf(ids);
  const { access } = permissions;
  const isOpen = access === 'own-apps' && !user.isGuest;
  return {
    ...permissions,
    user,
    roleTemplateIds: ids,
    listedRoleIds,
    access: isOpen && (!listedRoleIds || (await hasSignsOfRole(graph, signal))) ? 'unverified' : access,
  };
}

/** Reads the template ids of the tenant-wide roles that Graph names; undefined where they cannot be read. */
export async function readListedRoleIds(
  graph: Graph,
  signal?: AbortSignal,
): Promise<readonly string[] | undefined> {
  const cast: GraphRequest = {
    path: `${membershipPath}/microsoft.graph.directoryRole`,
    query: { select: ['id', 'roleTemplateId'], count: true },
    isEventual: true,
    isOptional: true,
    scopes,
    signal,
  };
  try {
    const found = await graph.allPages(cast, membershipWire);
    return found.flatMap(({ roleTemplateId }) => roleTemplateId ?? []);
  } catch (thrown) {
    const { code } = toAppError(thrown);
    if (code === 'forbidden') return undefined;
    if (!optionalFailures.includes(code)) throw thrown;
  }
  try {
    // The cast to directoryRole sometimes answers 500 where the plain list does not.
    const all = await graph.allPages(
      { path: membershipPath, isOptional: true, scopes, signal },
      membershipWire,
    );
    return all.flatMap((item) => (item['@odata.type'] === roleType ? (item.roleTemplateId ?? []) : []));
  } catch (thrown) {
    const { code } = toAppError(thrown);
    if (code !== 'forbidden' && !optionalFailures.includes(code)) throw thrown;
    return undefined;
  }
}

/** True where the person may hold a role that Graph does not list among the roles of a person. Fetched where it is needed. */
async function hasSignsOfRole(graph: Graph, signal?: AbortSignal): Promise<boolean> {
  const { readSignsOfRole } = await import('./readSignsOfRole');
  return readSignsOfRole(graph, signal);
}
