import type { Graph } from '../../../graph/types';
import type { CallOptions } from '../../licensingAdapter';
import { holdsSku } from './holdsSku';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { readMembersInError } from './readMembersInError';
import { requestOptions } from './requestOptions';
import { unlessForbidden } from './unlessForbidden';
import { idWire } from './wire';

/** Ids of members in error of the groups that carry the SKU, some perhaps twice; groups that may not be read are left out. */
export async function readIdsInError(graph: Graph, skuId: string, options: CallOptions): Promise<string[]> {
  const query = { filter: holdsSku(skuId), select: ['id'], top: 999 };
  const groups = await graph.allPages(
    { path: '/groups', query, scopes: ['GroupMember.Read.All'], ...requestOptions(options) },
    idWire,
  );
  const memberIds = await mapConcurrent(groups, ({ id }) =>
    unlessForbidden(readMembersInError(graph, id, options), []),
  );
  return memberIds.flat();
}
