import * as v from 'valibot';
import { isGuid } from '../../base/ids';
import type { Graph, GraphRequest } from '../../graph/types';
import { filterChunks, valuesPerFilter } from '../filterChunks';
import { inFilter } from '../inFilter';
import { readCount } from '../readCount';
import { readMembership } from './readMembership';

const membersPerPage = 999;
/** One batch. */
const fewPeople = 20;

const idWire = v.pipe(
  v.object({ id: v.string() }),
  v.transform(({ id }) => id.toLowerCase()),
);

/**
 * Reads which of some people are direct members of a group. Up to twenty are asked for their own groups, one request
 * each, which one batch carries; for n more the members are counted, and m members take ⌈m/999⌉ pages or, where that is
 * less, ⌈n/15⌉ filters (Graph: list members), which ask an index that may not know the changes of the last moments.
 */
export async function findMembers(
  graph: Graph,
  groupId: string,
  userIds: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(userIds.filter(isGuid).map((id) => id.toLowerCase()))];
  const options = { priority: 'bulk', signal } as const;
  const found =
    wanted.length <= fewPeople
      ? await askEach(graph, groupId, wanted, options)
      : await askGroup(graph, groupId, wanted, options);
  return new Set(wanted.filter((id) => found.has(id)));
}

type ReadOptions = Pick<GraphRequest, 'priority' | 'signal'>;
const scopes = ['GroupMember.Read.All'] as const;

async function askEach(
  graph: Graph,
  groupId: string,
  userIds: readonly string[],
  options: ReadOptions,
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(userIds.map((id) => readMembership(graph, groupId, id, options)));
  return new Set(userIds.filter((_, index) => found[index] === 'member'));
}

async function askGroup(
  graph: Graph,
  groupId: string,
  userIds: readonly string[],
  options: ReadOptions,
): Promise<ReadonlySet<string>> {
  const path = `/groups/${encodeURIComponent(groupId)}/members`;
  const size = await readCount(graph, { path: `${path}/$count`, scopes, ...options });
  const query = { select: ['id'], top: membersPerPage };
  if (Math.ceil(size / membersPerPage) <= Math.ceil(userIds.length / valuesPerFilter))
    return new Set(await graph.allPages({ path, query, scopes, ...options }, idWire));
  const found = await Promise.all(
    filterChunks(userIds).map((ids) =>
      graph.allPages(
        {
          path: `${path}/microsoft.graph.user`,
          query: { ...query, filter: inFilter('id', ids), count: true },
          isEventual: true,
          scopes,
          ...options,
        },
        idWire,
      ),
    ),
  );
  return new Set(found.flat());
}
