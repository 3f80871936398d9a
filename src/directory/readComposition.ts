import type { GroupComposition } from '../base/principal';
import type { Graph } from '../graph/types';
import { readCount } from './readCount';

/** Counts the people and the groups that are members of a group themselves. */
export async function readComposition(
  graph: Graph,
  groupId: string,
  signal?: AbortSignal,
): Promise<GroupComposition> {
  const members = `/groups/${encodeURIComponent(groupId)}/members`;
  const count = (type: string): Promise<number> =>
    readCount(graph, {
      path: `${members}/microsoft.graph.${type}/$count`,
      scopes: ['GroupMember.Read.All'],
      signal,
    });
  const [directUsers, nestedGroups] = await Promise.all([count('user'), count('group')]);
  return { directUsers, nestedGroups };
}
