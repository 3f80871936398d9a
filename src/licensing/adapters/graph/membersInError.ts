import { mapConcurrent } from '../../../base/async/mapConcurrent';
import type { Graph } from '../../../graph/types';
import type { NamedGroup } from '../../../base/principal';
import { holdsSku } from './filters';
import { requestOptions, withFallback, type ReadOptions } from '../../../graph/readOptions';
import { groupNameWire, idWire } from './wire';

const scopes = ['GroupMember.Read.All'] as const;

/** Ids of the members to whom some license of the group could not be given (Graph: membersWithLicenseErrors). */
export async function readMembersInError(
  graph: Graph,
  groupId: string,
  options: ReadOptions,
): Promise<Pick<IdsInError, 'ids' | 'unread'>> {
  const path = `/groups/${groupId}/membersWithLicenseErrors`;
  const query = { select: ['id'] };
  const request = { path, query, scopes, ...requestOptions(options) };
  const { items, unread = 0 } = await graph.countedPages(request, idWire);
  return { ids: items.map(({ id }) => id), unread };
}

/** Members in error of all groups that carry a SKU. */
interface IdsInError {
  /** With duplicates. */
  readonly ids: readonly string[];
  /** Number of members who were left out, since not even their ids could be read. */
  readonly unread: number;
  /** Groups whose members in error could not be read. */
  readonly unreadGroups: readonly NamedGroup[];
}

/** Reads the ids of members in error of the groups that carry the SKU. A group that was deleted since it was listed has none. */
export async function readIdsInError(graph: Graph, skuId: string, options: ReadOptions): Promise<IdsInError> {
  const query = { filter: holdsSku(skuId), select: ['id', 'displayName'], top: 999 };
  const groups = await graph.allPages(
    { path: '/groups', query, scopes, ...requestOptions(options) },
    groupNameWire,
  );
  // A job can wait for a broken service; without these members it would read everyone.
  const optional = { ...options, isOptional: options.isBulk !== true };
  const found = await mapConcurrent(groups, async ({ id, displayName }) => {
    const reading = withFallback(readMembersInError(graph, id, optional), { ids: [], unread: 0 }, [
      'not-found',
    ]);
    const read = await withFallback(reading, undefined);
    return { read, group: { id, name: displayName ?? undefined } };
  });
  return {
    ids: found.flatMap(({ read }) => read?.ids ?? []),
    unread: found.reduce((sum, { read }) => sum + (read?.unread ?? 0), 0),
    unreadGroups: found.flatMap(({ read, group }) => (read ? [] : [group])),
  };
}
