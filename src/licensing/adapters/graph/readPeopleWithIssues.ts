import type { Graph } from '../../../graph/types';
import type { Holder } from '../../types';
import type { GroupNames } from './createGroupNames';
import { idFilters } from './idFilters';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { readIdsInError } from './readIdsInError';
import { toHolders } from './toHolders';
import { holderSelect, holderWire } from './wire';

/**
 * Reads the members of licensed groups whose own path to the SKU is in error. Graph keeps the reason with the person,
 * and lists nobody without a working path among the holders. Groups that may not be read are left out.
 */
export async function readPeopleWithIssues(
  graph: Graph,
  groupNames: GroupNames,
  skuId: string,
  signal?: AbortSignal,
): Promise<readonly Holder[]> {
  const userIds = await readIdsInError(graph, skuId, { signal });
  const users = await mapConcurrent(idFilters(userIds), (filter) => {
    const query = { filter, select: holderSelect };
    return graph.allPages({ path: '/users', query, scopes: ['User.Read.All'], signal }, holderWire);
  });
  const holders = await toHolders(users.flat(), skuId, groupNames, signal);
  return holders.filter(({ seats }) => seats.some(({ issue }) => issue !== undefined));
}
