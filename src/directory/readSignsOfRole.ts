import * as v from 'valibot';
import { AppError } from '../base/appError';
import type { Graph } from '../graph/types';

const signWire = v.object({
  '@odata.type': v.nullish(v.string()),
  isAssignableToRole: v.fallback(v.nullish(v.boolean()), undefined),
});

/**
 * Looks among a person's memberships for signs of a role that is not listed there: roles over an administrative unit,
 * custom roles and roles that are to be activated show in `/roleManagement` alone, which takes permissions that this app
 * does not ask for. An administrative unit among the memberships (Graph: list memberOf) and a group to which roles can be
 * assigned (Entra: role-assignable groups) are what is left. Inferred: who has one of the two may hold such a role. Resolves
 * with false where the memberships cannot be read.
 */
export async function readSignsOfRole(graph: Graph, signal?: AbortSignal): Promise<boolean> {
  try {
    const request = {
      path: '/me/transitiveMemberOf',
      scopes: ['GroupMember.Read.All'],
      signal,
      isOptional: true,
    } as const;
    const memberships = await graph.allPages(request, signWire);
    return memberships.some(
      (each) =>
        each['@odata.type'] === '#microsoft.graph.administrativeUnit' || each.isAssignableToRole === true,
    );
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'cancelled') throw thrown;
    return false;
  }
}
