import * as v from 'valibot';
import { toAppError } from '../../base/appError';
import type { Graph, GraphRequest } from '../../graph/types';

/** Membership of a person in a group. `gone`: the person doesn't exist. */
type Membership = 'member' | 'no-member' | 'gone';

const idWire = v.object({ id: v.string() });

/**
 * Reads whether a person is a direct member, from the person's own list (Graph: list memberOf): it is short, and the
 * directory itself answers, where a filter over the members of a group asks an index that lags.
 */
export async function readMembership(
  graph: Graph,
  groupId: string,
  userId: string,
  options: Pick<GraphRequest, 'priority' | 'signal'>,
): Promise<Membership> {
  try {
    const groups = await graph.allPages(
      {
        path: `/users/${userId}/memberOf`,
        query: { select: ['id'], top: 999 },
        scopes: ['GroupMember.Read.All'],
        ...options,
      },
      idWire,
    );
    return groups.some(({ id }) => id.toLowerCase() === groupId.toLowerCase()) ? 'member' : 'no-member';
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'not-found') return 'gone';
    throw error;
  }
}
