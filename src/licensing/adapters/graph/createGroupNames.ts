import type * as v from 'valibot';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import type { Graph } from '../../../graph/types';
import { idFilters } from './filters';
import { withFallback } from '../../../graph/readOptions';
import { groupNameWire } from './wire';

/** Resolves names of groups by id; a group whose name may not be read, or that no longer exists, is missing from the map. */
export type GroupNames = (
  ids: Iterable<string>,
  signal?: AbortSignal,
) => Promise<ReadonlyMap<string, string>>;

/** Creates a cache of the names of groups. */
export function createGroupNames(graph: Graph): GroupNames {
  const known = new Map<string, string>();
  return async (ids, signal) => {
    const unknown = [...ids].filter((id) => !known.has(id));
    const found = await mapConcurrent(idFilters(unknown), (filter) =>
      withFallback(readNames(graph, filter, signal), []),
    );
    for (const { id, displayName } of found.flat()) if (displayName) known.set(id, displayName);
    return known;
  };
}

function readNames(
  graph: Graph,
  filter: string,
  signal: AbortSignal | undefined,
): Promise<readonly v.InferOutput<typeof groupNameWire>[]> {
  const query = { filter, select: ['id', 'displayName'] };
  const request = {
    path: '/groups',
    query,
    scopes: ['GroupMember.Read.All'],
    signal,
    isOptional: true,
  } as const;
  return graph.allPages(request, groupNameWire);
}
