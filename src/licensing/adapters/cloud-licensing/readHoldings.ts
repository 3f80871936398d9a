import { AppError } from '../../../base/appError';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { isGuid } from '../../../base/ids';
import type { PrincipalRef } from '../../../base/principal';
import type { Graph } from '../../../graph/types';
import type { ProductKey } from '../../keys';
import type { HoldingOptions } from '../../licensingAdapter';
import type { Holding, OwnedProduct, PoolRef, Seat } from '../../types';
import { isOwnKey } from './cloudKeys';
import { itemsPerPage } from './cloudReads';
import { maxConcurrency, withFallback, type ReadOptions } from '../../../graph/readOptions';
import type { Allotments } from './createAllotments';
import { readPools } from './readPools';
import { cloudPathOf, principalScopes, readGroupSeats, readPersonSeats } from './readPrincipals';
import { inOrder } from './seats';

/** Requests that read one person. */
const requestsPerPerson = 4;

/** Requests of a pool's lists besides the pages of its assignments: who waits, and the members of a group or two. */
const requestsPerPool = 4;

/** Seats of one principal, as far as they could be read. */
type HeldSeats = Pick<Holding, 'seats' | 'isIncomplete'>;

/**
 * Reads what each principal holds, in the order given; an unknown principal holds nothing. People are read one by one, four
 * requests each, or from the lists of the pools where these take fewer requests; groups always one by one.
 */
export async function readHoldings(
  graph: Graph,
  allotments: Allotments,
  principals: readonly PrincipalRef[],
  options: HoldingOptions = {},
): Promise<readonly Holding[]> {
  const wanted = options.products?.filter(isOwnKey);
  if (wanted?.length === 0) return principals.map((principal) => ({ principal, seats: [] }));
  const idsOf = (kind: PrincipalRef['kind']): readonly string[] => {
    const own = principals.filter((each) => each.kind === kind && isGuid(each.id));
    return [...new Set(own.map(({ id }) => id.toLowerCase()))];
  };
  const [people, groups] = await Promise.all([
    readPeople(graph, allotments, idsOf('user'), { ...options, products: wanted }),
    mapConcurrent(idsOf('group'), (id) => readGroup(graph, id, options), maxConcurrency),
  ]);
  const ofGroups = new Map(groups);
  const isWanted = ({ product }: Seat): boolean => wanted?.includes(product) !== false;
  return principals.map((principal) => {
    const id = principal.id.toLowerCase();
    const { seats, isIncomplete } = principal.kind === 'user' ? people(id) : (ofGroups.get(id) ?? nothing);
    const ofWanted = seats.filter(isWanted).map((seat) => (options.isBulk ? withoutName(seat) : seat));
    return { principal, seats: ofWanted, ...(isIncomplete && { isIncomplete }) };
  });
}

const nothing: HeldSeats = { seats: [] };

/** Returns the seats of one person by the id in lower case. */
type SeatsOf = (id: string) => HeldSeats;

/** Leaves out the names of groups, which nothing needs in bulk, so that equal seats stay alike however they were read. */
function withoutName(seat: Seat): Seat {
  return seat.path.kind === 'direct' ? seat : { ...seat, path: { ...seat.path, groupName: undefined } };
}

async function readGroup(
  graph: Graph,
  id: string,
  options: ReadOptions,
): Promise<readonly [string, HeldSeats]> {
  const read = await withFallback(readGroupSeats(graph, id, options), nothing, ['not-found']);
  return [id, read];
}

/** Reads the seats of people by their ids in lower case, of the products given; default all. */
async function readPeople(
  graph: Graph,
  allotments: Allotments,
  ids: readonly string[],
  {
    products,
    ...options
  }: Omit<HoldingOptions, 'products'> & { readonly products: readonly ProductKey[] | undefined },
): Promise<SeatsOf> {
  if (ids.length === 0) return () => nothing;
  const isShort = ids.length * requestsPerPerson <= requestsPerPool;
  const listed = isShort ? undefined : await listsThatTakeLess(allotments, ids.length, products);
  if (listed) return fromLists(graph, allotments, listed, options);
  try {
    return await fromEach(graph, allotments, ids, options);
  } catch (thrown) {
    // The service does not take the expansion of usage rights; the lists tell the same.
    if (!(thrown instanceof AppError) || thrown.code !== 'bad-request') throw thrown;
    return fromLists(graph, allotments, await poolsOf(allotments, products), options);
  }
}

/** Returns the pools to list if that takes fewer requests than reading so many people; undefined if not. */
async function listsThatTakeLess(
  allotments: Allotments,
  people: number,
  products: readonly ProductKey[] | undefined,
): Promise<readonly PoolRef[] | undefined> {
  const owned = await allotments.recent();
  const pools = wantedOf(owned, products).flatMap((product) => product.pools);
  const requests = pools.reduce((sum, { seats }) => {
    const assigned = seats.assigned ?? Number.POSITIVE_INFINITY;
    return sum + Math.ceil(assigned / itemsPerPage) + requestsPerPool;
  }, 0);
  return requests < people * requestsPerPerson ? poolsOf(allotments, products) : undefined;
}

function wantedOf(
  owned: readonly OwnedProduct[],
  products: readonly ProductKey[] | undefined,
): readonly OwnedProduct[] {
  return owned.filter(({ key, isUnidentified }) => !isUnidentified && products?.includes(key) !== false);
}

async function poolsOf(
  allotments: Allotments,
  products: readonly ProductKey[] | undefined,
): Promise<readonly PoolRef[]> {
  const owned = wantedOf(await allotments.recent(), products);
  return owned.flatMap(({ key, pools }) => pools.map((pool) => ({ product: key, pool: pool.key })));
}

async function fromLists(
  graph: Graph,
  allotments: Allotments,
  pools: readonly PoolRef[],
  options: ReadOptions,
): Promise<SeatsOf> {
  const { seats, unread } = await readPools(graph, allotments.scopes(), pools, options);
  // Where a row of a list could not be read, anyone may have a seat more.
  return (id) => ({ seats: inOrder(seats.get(id) ?? []), isIncomplete: unread > 0 });
}

async function fromEach(
  graph: Graph,
  allotments: Allotments,
  ids: readonly string[],
  options: ReadOptions,
): Promise<SeatsOf> {
  const read = await mapConcurrent(
    ids,
    async (id) => {
      const path = cloudPathOf({ kind: 'user', id });
      const reading = readPersonSeats(graph, path, principalScopes, options);
      return [id, await withFallback(reading, undefined, ['not-found'])] as const;
    },
    maxConcurrency,
  );
  const unresolved = new Set(read.flatMap(([, own]) => own?.unresolved ?? []));
  const pools = unresolved.size === 0 ? [] : await poolsOf(allotments, [...unresolved]);
  const lists = pools.length === 0 ? undefined : await readPools(graph, allotments.scopes(), pools, options);
  const held = new Map(
    read.flatMap(([id, own]) => {
      if (!own) return [];
      const listed = (lists?.seats.get(id) ?? []).filter(({ product }) => own.unresolved.includes(product));
      const others = own.seats.filter((seat) => !listed.some(({ product }) => product === seat.product));
      const isIncomplete = own.isIncomplete || (own.unresolved.length > 0 && (lists?.unread ?? 0) > 0);
      return [[id, { seats: inOrder([...others, ...listed]), isIncomplete }] as const];
    }),
  );
  return (id) => held.get(id) ?? nothing;
}

/** Reads the seats of the signed-in person, for which no permission but that of the sign-in is needed. */
export async function readOwnSeats(graph: Graph, signal?: AbortSignal): Promise<readonly Seat[]> {
  const options = signal ? { signal } : {};
  const { seats, isIncomplete } = await readPersonSeats(graph, '/me/cloudLicensing', ['User.Read'], options);
  if (isIncomplete) throw new AppError('unexpected-answer');
  return inOrder(seats);
}
