import { forEachInSteps, runInSlices } from '../../../base/async/inSlices';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import type { Graph } from '../../../graph/types';
import { holdingRequests, isWorthCounting, itemsPerPage } from '../../holdingRequests';
import type { CallOptions } from '../../licensingAdapter';
import { holdsSku, idFilters } from './filters';
import { readIdsInError } from './membersInError';
import { maxConcurrency, requestOptions, type ReadOptions } from '../../../graph/readOptions';
import { idWire, userStatesWire, type UserStatesWire } from './wire';

const select = ['id', 'licenseAssignmentStates'];
const scopes = ['User.Read.All'] as const;

/** Reads the paths to licenses of each of these users, 15 a request; an unknown user is left out. */
export async function readStates(
  graph: Graph,
  ids: readonly string[],
  options: ReadOptions,
): Promise<readonly UserStatesWire[]> {
  const users = await mapConcurrent(
    idFilters(ids),
    (filter) => readUsers(graph, { filter, select }, options),
    maxConcurrency,
  );
  return users.flat();
}

/** Options for reading many users; `pause` is awaited between the steps of work on them. */
interface ManyOptions extends CallOptions {
  readonly pause: () => Promise<void> | undefined;
}

/**
 * Reads the same for the holders of these SKUs among the users, from whichever takes fewer requests: the users, or the
 * lists of holders.
 */
export async function readStatesOfHolders(
  graph: Graph,
  ids: readonly string[],
  skuIds: readonly string[],
  { pause, ...options }: ManyOptions,
): Promise<readonly UserStatesWire[]> {
  const isShorter = await isScanShorter(graph, ids, skuIds, options);
  return isShorter ? scanHolders(graph, ids, skuIds, { ...options, pause }) : readStates(graph, ids, options);
}

async function isScanShorter(
  graph: Graph,
  ids: readonly string[],
  skuIds: readonly string[],
  options: CallOptions,
): Promise<boolean> {
  if (!isWorthCounting(ids.length)) return false;
  const holders = await Promise.all(skuIds.map((skuId) => countHolders(graph, skuId, options)));
  return holdingRequests(ids.length, holders) < skuIds.length + holdingRequests(ids.length);
}

/** Counts the holders of the SKU by any working path, according to the index of the service. */
async function countHolders(graph: Graph, skuId: string, options: CallOptions): Promise<number> {
  const query = { filter: holdsSku(skuId), select: ['id'], count: true, top: 1 };
  const page = await graph.firstPage(
    { path: '/users', query, isEventual: true, scopes, ...requestOptions(options) },
    idWire,
  );
  return page.total ?? Number.POSITIVE_INFINITY;
}

/**
 * Reads the lists of all holders of these SKUs, 999 a page; a user who holds none of them is left out. The lists lack users
 * whose every path is in error (Graph: `assignedLicenses`), so members in error of licensed groups are read as well. Where
 * a group doesn't let them be read, everyone who is in no list is read instead. A direct license in error shows in no list;
 * it counts as not held, and sending it lets the service decide.
 */
async function scanHolders(
  graph: Graph,
  ids: readonly string[],
  skuIds: readonly string[],
  { pause, ...options }: ManyOptions,
): Promise<readonly UserStatesWire[]> {
  const wanted = new Set<string>();
  await runInSlices(
    forEachInSteps(ids, (id) => wanted.add(id.toLowerCase())),
    pause,
  );
  const found = new Map<string, UserStatesWire>();
  const lists = skuIds.map(async (skuId) => {
    const query = { filter: holdsSku(skuId), select, top: itemsPerPage };
    const take = forEachInSteps(await readUsers(graph, query, options), (user) => {
      const id = user.id.toLowerCase();
      if (wanted.has(id)) found.set(id, user);
    });
    await runInSlices(take, pause, options.signal);
  });
  const inError = Promise.all(skuIds.map((skuId) => readIdsInError(graph, skuId, options)));
  await Promise.all([...lists, inError]);
  const read = await inError;
  const candidates = read.some(({ unreadGroups }) => unreadGroups.length > 0)
    ? [...wanted]
    : [...new Set(read.flatMap((each) => each.ids))].filter((id) => wanted.has(id.toLowerCase()));
  const asked = candidates.filter((id) => !found.has(id.toLowerCase()));
  const others = await readStates(graph, asked, options);
  return [...found.values(), ...others];
}

function readUsers(
  graph: Graph,
  query: { readonly filter: string; readonly select: readonly string[]; readonly top?: number },
  options: ReadOptions,
): Promise<readonly UserStatesWire[]> {
  return graph.allPages({ path: '/users', query, scopes, ...requestOptions(options) }, userStatesWire);
}
