import { readMe } from '../../directory/readMe';
import type { Directory } from '../../directory/types';
import type { Graph } from '../../graph/types';
import { lazyProxy } from '../deferred/lazyProxy';

/**
 * The directory over Graph, of which only the signed-in person is there at once; the rest comes from `load`.
 * `tokenRoles` gives template ids of the roles that the sign-in named.
 */
export function createDeferredDirectory(
  graph: Graph,
  tokenRoles: () => readonly string[],
  load: () => Promise<Directory>,
): Directory {
  return {
    readMe: (signal) => readMe(graph, tokenRoles, signal),
    ...lazyProxy(load, [
      'search',
      'readPhoto',
      'readComposition',
      'match',
      'ensureGroup',
      'findMembers',
      'addMember',
      'removeMember',
      'readUsageLocations',
      'setUsageLocation',
    ]),
  };
}
