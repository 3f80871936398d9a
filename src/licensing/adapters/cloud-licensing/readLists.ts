import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { isGuid } from '../../../base/ids';
import type { Graph } from '../../../graph/types';
import { groupSelect, groupWire, toGroupPrincipal } from '../../../graph/wire/group';
import { isPossiblyWorking } from '../../changes/seatStates';
import type { ProductKey } from '../../keys';
import type { CallOptions, GroupProgress, HolderQuery, UnlistedQuery } from '../../licensingAdapter';
import type {
  HolderPage,
  IssueCode,
  LicensedGroup,
  PeopleWithIssues,
  Seat,
  UnlistedHolding,
  WaitingList,
} from '../../types';
import { isOwnKey, requireOwnKey } from './cloudKeys';
import { requestOptions, withFallback, type ReadOptions } from '../../../graph/readOptions';
import type { Allotments } from './createAllotments';
import type { SharedReadings } from './createSharedReadings';
import { readHoldings } from './readHoldings';
import { readLines, readPools, type GivingGroup, type PoolReading } from './readPools';
import { cloudPathOf, principalScopes, readAssignments } from './readPrincipals';
import { readUsers } from './readUsers';
import { inOrder } from './seats';

/** Services that lists are read from. */
interface ListTools {
  readonly graph: Graph;
  readonly allotments: Allotments;
  readonly shared: SharedReadings;
  /** Holders a page, up to 1,000. */
  readonly holdersPerPage: number;
}

/** Position in a list of holders that was read to its end but for their details. */
class HolderCursor {
  readonly reading: PoolReading;
  readonly ids: readonly string[];
  readonly from: number;

  constructor(reading: PoolReading, ids: readonly string[], from: number) {
    this.reading = reading;
    this.ids = ids;
    this.from = from;
  }
}

/**
 * Reads a page of holders. The first one reads who holds a seat by which path, 999 assignments a request; each page then takes
 * one request for the details of its people. The service can't sort.
 */
export async function readHolders(tools: ListTools, query: HolderQuery): Promise<HolderPage> {
  requireOwnKey(query.product);
  if (query.only) return readFew(tools, query.product, query.only, query.signal);
  const earlier = query.cursor instanceof HolderCursor ? query.cursor : undefined;
  const isFirst = earlier === undefined;
  const { reading, ids, from } = earlier ?? (await firstPosition(tools, query));
  const to = from + tools.holdersPerPage;
  const page = ids.slice(from, to);
  const people = await readUsers(tools.graph, tools.allotments.scopes(), page, reading.names, query.signal);
  const unread = isFirst ? reading.unread : 0;
  return {
    holders: page.map((id) => ({ user: people(id), seats: inOrder(reading.seats.get(id) ?? []) })),
    ...(unread > 0 && { unread }),
    ...(isFirst && reading.devices > 0 && { devices: reading.devices }),
    total: isFirst ? ids.length : undefined,
    next: to < ids.length ? new HolderCursor(reading, ids, to) : undefined,
  };
}

async function firstPosition(tools: ListTools, { product, signal }: HolderQuery): Promise<HolderCursor> {
  const reading = await readProduct(tools, product, signal ? { signal } : {});
  const holders = [...reading.seats].filter(([, seats]) => seats.some(isPossiblyWorking));
  return new HolderCursor(
    reading,
    holders.map(([id]) => id),
    0,
  );
}

async function readFew(
  tools: ListTools,
  product: ProductKey,
  only: readonly string[],
  signal: AbortSignal | undefined,
): Promise<HolderPage> {
  const asked = only.map((id) => ({ kind: 'user', id }) as const);
  const options = { products: [product], ...(signal && { signal }) };
  const holdings = await readHoldings(tools.graph, tools.allotments, asked, options);
  const held = holdings.filter(({ seats }) => seats.some(isPossiblyWorking));
  const ids = held.map(({ principal }) => principal.id.toLowerCase());
  const people = await readUsers(tools.graph, tools.allotments.scopes(), ids, new Map(), signal);
  const holders = held.map(({ principal: { id }, seats, isIncomplete }) => ({
    user: people(id.toLowerCase()),
    seats,
    ...(isIncomplete && { isIncomplete }),
  }));
  return { holders, total: undefined, next: undefined };
}

/** Reads all lists of a product. Callers with the same options share a reading that is under way. */
async function readProduct(
  { graph, allotments, shared }: ListTools,
  product: ProductKey,
  { signal, ...options }: ReadOptions,
): Promise<PoolReading> {
  requireOwnKey(product);
  const read = async (stopped: AbortSignal): Promise<PoolReading> => {
    const pools = await allotments.poolsOf(product);
    return readPools(graph, allotments.scopes(), pools, { ...options, signal: stopped });
  };
  return shared.read(JSON.stringify([product, options]), read, signal);
}

/** Reads the people who wait, and those with errors; the service keeps errors of SKUs alone. */
export async function readPeopleWithIssues(
  tools: ListTools,
  product: ProductKey,
  signal?: AbortSignal,
): Promise<PeopleWithIssues> {
  const reading = await readProduct(tools, product, signal ? { signal } : {});
  const withIssues = [...reading.seats].filter(([, seats]) => seats.some(({ issue }) => issue !== undefined));
  const ids = withIssues.map(([id]) => id);
  const people = await readUsers(tools.graph, tools.allotments.scopes(), ids, reading.names, signal);
  return {
    people: withIssues.map(([id, seats]) => ({ user: people(id), seats: inOrder(seats) })),
    ...(reading.unread > 0 && { unread: reading.unread }),
    unreadGroups: [],
  };
}

/** Reads the lines of the product's pools. */
export async function readWaitingMembers(
  tools: ListTools,
  product: ProductKey,
  signal?: AbortSignal,
): Promise<WaitingList> {
  requireOwnKey(product);
  const { graph, allotments } = tools;
  const pools = await allotments.poolsOf(product);
  const options = signal ? { signal } : {};
  const { waiting, names, unread } = await readLines(graph, allotments.scopes(), pools, options);
  const ids = [...new Set(waiting.map(({ userId }) => userId))];
  const people = await readUsers(graph, allotments.scopes(), ids, names, signal);
  return {
    people: waiting.map(({ ref: { pool }, userId, since, place }) => ({
      user: people(userId),
      pool,
      since,
      place,
    })),
    ...(unread > 0 && { unread }),
  };
}

const licensedGroupWire = v.object({ ...groupWire.entries });

/** Reads the groups that give the product, each once, with its members and those of them whom it doesn't reach. */
export async function readGroups(
  tools: ListTools,
  product: ProductKey,
  signal?: AbortSignal,
): Promise<readonly LicensedGroup[]> {
  const options = { isOptional: true, ...(signal && { signal }) };
  const reading = await readProduct(tools, product, options);
  const byId = new Map(reading.groups.map((group) => [group.id, group]));
  const ids = [...byId.keys()].filter(isGuid);
  const wires = await mapConcurrent(ids, (id) =>
    withFallback(
      tools.graph.send(
        {
          path: `/groups/${id}`,
          query: { select: groupSelect },
          scopes: ['GroupMember.Read.All'],
          ...requestOptions(options),
        },
        licensedGroupWire,
      ),
      undefined,
      ['not-found'],
    ),
  );
  const groups = wires.flatMap((wire) => {
    const giving = wire && byId.get(wire.id.toLowerCase());
    return giving ? [{ wire, giving }] : [];
  });
  return mapConcurrent(groups, async ({ wire, giving }) => ({
    group: toGroupPrincipal(wire),
    processing: 'unknown',
    peopleWithIssues: reading.unreadInLines > 0 ? undefined : issuesIn(reading, giving).size,
    memberCount: giving.memberIds.length,
    disabledPlanIds: giving.disabledPlanIds ?? [],
    otherProducts: await otherProducts(tools.graph, giving.id, product, options),
  }));
}

async function otherProducts(
  graph: Graph,
  id: string,
  product: ProductKey,
  options: ReadOptions,
): Promise<readonly ProductKey[]> {
  const path = cloudPathOf({ kind: 'group', id });
  const { assignments } = await withFallback(readAssignments(graph, path, principalScopes, options), {
    assignments: [],
  });
  return [...new Set(assignments.map((each) => each.product))].filter((key) => key !== product);
}

/** Returns the members whom a group's license doesn't reach, with the reason. */
function issuesIn({ seats }: PoolReading, { id, memberIds }: GivingGroup): ReadonlyMap<string, IssueCode> {
  const isThrough = ({ path }: Seat): boolean => path.kind === 'group' && path.groupId === id;
  return new Map(
    memberIds.flatMap((member) => {
      const issue = seats.get(member)?.find((seat) => isThrough(seat) && seat.issue)?.issue;
      return issue ? [[member, issue] as const] : [];
    }),
  );
}

/**
 * Reads the members whom a group's license of the product doesn't reach. The service does not say whether it is still at work.
 * Rejects with `not-found` if there is no such group.
 */
export async function readGroupProgress(
  tools: ListTools,
  groupId: string,
  product: ProductKey,
  options: CallOptions = {},
): Promise<GroupProgress> {
  requireOwnKey(product);
  if (!isGuid(groupId)) throw new AppError('not-found');
  const query = { select: ['id'] };
  const scopes = ['GroupMember.Read.All'] as const;
  const request = { path: `/groups/${groupId}`, query, scopes, ...requestOptions(options) };
  await tools.graph.send(request, v.object({ id: v.string() }));
  const reading = await withFallback(
    readProduct(tools, product, { ...options, isOptional: options.isBulk !== true }),
    undefined,
  );
  const giving = reading?.groups.filter(({ id }) => id === groupId.toLowerCase()) ?? [];
  const isRead = reading !== undefined && reading.unreadInLines === 0;
  const issues = isRead ? new Map(giving.flatMap((group) => [...issuesIn(reading, group)])) : undefined;
  return { processing: 'unknown', issues };
}

/** Counts the holders of products that the caller doesn't list, as far as allotments of them are left. */
export async function readUnlisted(
  tools: ListTools,
  { listed, known, possible = [], signal }: UnlistedQuery,
): Promise<readonly UnlistedHolding[]> {
  const asked = new Set([...known, ...possible].filter((key) => isOwnKey(key) && !listed.includes(key)));
  if (asked.size === 0) return [];
  const owned = (await tools.allotments.recent()).filter(({ key }) => asked.has(key));
  const found = await mapConcurrent(owned, async ({ key, pools }) => {
    const options = { isOptional: true, ...(signal && { signal }) };
    const reading = await withFallback(readProduct(tools, key, options), undefined);
    const holders = [...(reading?.seats.values() ?? [])].filter((seats) => seats.some(isPossiblyWorking));
    const people = reading?.unread === 0 ? holders.length : undefined;
    return { product: key, pool: pools[0].key, people };
  });
  return found.filter(({ people }) => people !== 0);
}
