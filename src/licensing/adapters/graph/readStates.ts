import type { Graph } from '../../../graph/types';
import { itemsPerPage } from '../../holdingRequests';
import type { CallOptions } from '../../licensingAdapter';
import { holdsSku } from './holdsSku';
import { idFilters } from './idFilters';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { readIdsInError } from './readIdsInError';
import { maxConcurrency, requestOptions } from './requestOptions';
import { userStatesWire, type UserStatesWire } from './wire';

const select = ['id', 'licenseAssignmentStates'];

/** Reads the paths to licenses of each of these people, 15 a request; who is unknown is left out. */
export async function readStates(
  graph: Graph,
  ids: readonly string[],
  options: CallOptions,
): Promise<readonly UserStatesWire[]> {
  const users = await mapConcurrent(
    idFilters(ids),
    (filter) => readUsers(graph, { filter, select }, options),
    maxConcurrency,
  );
  return users.flat();
}

/**
 * Reads the same from the lists of everyone who holds these SKUs, 999 a page; who holds none of them is left out. The
 * lists lack people whose every path is in error (Graph: `assignedLicenses`), so members in error of licensed groups are
 * read besides. A direct license in error shows in no list; it counts as not held, and sending it lets the service decide.
 */
export async function sweepStates(
  graph: Graph,
  ids: readonly string[],
  skuIds: readonly string[],
  options: CallOptions,
): Promise<readonly UserStatesWire[]> {
  const wanted = new Set(ids.map((id) => id.toLowerCase()));
  const found = new Map<string, UserStatesWire>();
  const lists = skuIds.map(async (skuId) => {
    const query = { filter: holdsSku(skuId), select, top: itemsPerPage };
    for (const user of await readUsers(graph, query, options)) found.set(user.id.toLowerCase(), user);
  });
  const inError = Promise.all(skuIds.map((skuId) => readIdsInError(graph, skuId, options)));
  await Promise.all([...lists, inError]);
  const unlisted = (await inError).flat().filter((id) => !found.has(id.toLowerCase()));
  const asked = [...new Set(unlisted)].filter((id) => wanted.has(id.toLowerCase()));
  const others = await readStates(graph, asked, options);
  return [...found.values(), ...others].filter(({ id }) => wanted.has(id.toLowerCase()));
}

function readUsers(
  graph: Graph,
  query: { readonly filter: string; readonly select: readonly string[]; readonly top?: number },
  options: CallOptions,
): Promise<readonly UserStatesWire[]> {
  return graph.allPages(
    { path: '/users', query, scopes: ['User.Read.All'], ...requestOptions(options) },
    userStatesWire,
  );
}
