import * as v from 'valibot';
import type { Graph } from '../graph/types';
import type { GroupComposition } from './types';

const countWire = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Counts the people and the groups that are members of a group themselves. */
export async function readComposition(
  graph: Graph,
  groupId: string,
  signal?: AbortSignal,
): Promise<GroupComposition> {
  const count = (type: string): Promise<number> =>
    graph.send(
      {
        path: `/groups/${encodeURIComponent(groupId)}/members/microsoft.graph.${type}/$count`,
        isEventual: true,
        scopes: ['GroupMember.Read.All'],
        signal,
      },
      countWire,
    );
  const [directUsers, nestedGroups] = await Promise.all([count('user'), count('group')]);
  return { directUsers, nestedGroups };
}
