import type * as v from 'valibot';
import type { Scope } from '../../../base/scope';
import { forEachInSteps, runInSlices } from '../../../base/async/inSlices';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import { systemClock } from '../../../base/clock';
import type { Graph } from '../../../graph/types';
import type { IssueCode, PoolRef, Seat, SeatPath } from '../../types';
import { allotmentIdOf, skuIdOf } from './cloudKeys';
import { cloudRead, itemsPerPage } from './cloudReads';
import { requestOptions, withFallback, type ReadOptions } from '../../../graph/readOptions';
import { top } from './createAllotments';
import { directPath, toSeat, withError } from './seats';
import {
  assignmentErrorWire,
  assignmentWire,
  idWire,
  isDevice,
  kindOf,
  problemOf,
  waitingWire,
  type Problem,
} from './wire';

/** A group that gives a pool, with its direct members, since licenses don't reach into nested groups. */
export interface GivingGroup {
  readonly ref: PoolRef;
  readonly id: string;
  readonly name: string | undefined;
  readonly disabledPlanIds: readonly string[] | undefined;
  readonly memberIds: readonly string[];
}

/** A person in the line of a pool. */
interface Waiting {
  readonly ref: PoolRef;
  readonly userId: string;
  readonly since: string | undefined;
  /** Position in the line, from 1; devices and people who can't be read have one too. */
  readonly place: number;
}

/** Everyone who waits for a seat of some pools, each pool's in the order in which they get one. */
interface LineReading {
  readonly waiting: readonly Waiting[];
  /** Names by user id, as far as the service says them. */
  readonly names: ReadonlyMap<string, string>;
  /** Number of rows that could not be read. */
  readonly unread: number;
}

/** Issues of products with a SKU, by user id. */
type IssuesById = ReadonlyMap<string, readonly (readonly [PoolRef, Problem])[]>;

/** Everyone who has or waits for seats of some pools, of one product or of several. */
export interface PoolReading {
  /** Seats by user id, those in error among them, in the order of the pools. */
  readonly seats: ReadonlyMap<string, readonly Seat[]>;
  /** Names by user id, as far as the service says them. */
  readonly names: ReadonlyMap<string, string>;
  readonly groups: readonly GivingGroup[];
  /** Number of devices that have a seat; a device of two pools counts once. */
  readonly devices: number;
  /** Number of assignments and rows of lines that could not be read. */
  readonly unread: number;
  /** Number of the latter alone. */
  readonly unreadInLines: number;
}

/** Query that names the object that a license is to. */
const expand = 'assignedTo($select=id,displayName)';

/**
 * Reads everyone who has or waits for seats of these pools: a page for each 999 assignments of a pool, one for those who wait,
 * one for each 999 members of each group, and one for the errors of each SKU. All of it comes before the first holder, since a
 * person of two pools or groups is one holder.
 */
export async function readPools(
  graph: Graph,
  scopes: readonly Scope[],
  refs: readonly PoolRef[],
  options: ReadOptions,
): Promise<PoolReading> {
  const members = new Map<string, Promise<readonly string[]>>();
  const membersOf = (groupId: string): Promise<readonly string[]> => {
    const reading = members.get(groupId) ?? readMemberIds(graph, groupId, options);
    members.set(groupId, reading);
    return reading;
  };
  const [pools, errors] = await Promise.all([
    mapConcurrent(refs, (ref) => readPool(graph, scopes, ref, membersOf, options)),
    readErrors(graph, scopes, refs, options),
  ]);
  return joinPools(pools, errors, options.signal);
}

/** One pool as its own lists tell it. */
interface OnePool {
  readonly ref: PoolRef;
  readonly direct: readonly { readonly id: string; readonly plans: readonly string[] | undefined }[];
  readonly names: readonly (readonly [string, string])[];
  readonly groups: readonly GivingGroup[];
  readonly line: LineReading;
  /** Ids of the devices that have a seat. */
  readonly deviceIds: readonly string[];
  /** Number of assignments that could not be read. */
  readonly unread: number;
}

/** Reads who waits for seats of these pools, a page for each 999 of them. */
export async function readLines(
  graph: Graph,
  scopes: readonly Scope[],
  refs: readonly PoolRef[],
  options: ReadOptions,
): Promise<LineReading> {
  const lines = await mapConcurrent(refs, (ref) => readLine(graph, scopes, ref, options));
  return {
    waiting: lines.flatMap(({ waiting }) => waiting),
    names: new Map(lines.flatMap(({ names }) => [...names])),
    unread: lines.reduce((sum, { unread }) => sum + unread, 0),
  };
}

/** Reads the people in the line of one pool. Devices are left out: the app has no licenses of them. */
async function readLine(
  graph: Graph,
  scopes: readonly Scope[],
  ref: PoolRef,
  options: ReadOptions,
): Promise<LineReading> {
  const query = { expand, top: itemsPerPage };
  const request = cloudRead(`${pathOf(ref)}/waitingMembers`, scopes, options, query);
  const { items, unread = 0 } = await graph.countedPages(request, waitingWire);
  const people = items.flatMap(({ assignedTo, waitingSinceDateTime: since }, index) =>
    assignedTo && kindOf(assignedTo) === 'user' ? [{ to: assignedTo, since, place: index + 1 }] : [],
  );
  return {
    waiting: people.map(({ to, since, place }) => ({
      ref,
      userId: to.id.toLowerCase(),
      since: since ?? undefined,
      place,
    })),
    names: new Map(people.flatMap(({ to }) => nameOf(to))),
    unread: unread + items.filter(({ assignedTo }) => !assignedTo?.['@odata.type']).length,
  };
}

type AssignedTo = NonNullable<v.InferOutput<typeof assignmentWire>['assignedTo']>;

function nameOf({ id, displayName }: AssignedTo): readonly (readonly [string, string])[] {
  return displayName ? [[id.toLowerCase(), displayName]] : [];
}

function pathOf({ pool }: PoolRef): string {
  return `${top}/allotments/${encodeURIComponent(allotmentIdOf(pool) ?? '')}`;
}

async function readPool(
  graph: Graph,
  scopes: readonly Scope[],
  ref: PoolRef,
  membersOf: (groupId: string) => Promise<readonly string[]>,
  options: ReadOptions,
): Promise<OnePool> {
  const query = { expand, top: itemsPerPage };
  const [assignments, line] = await Promise.all([
    graph.countedPages(cloudRead(`${pathOf(ref)}/assignments`, scopes, options, query), assignmentWire),
    readLine(graph, scopes, ref, options),
  ]);
  const known = assignments.items.flatMap(({ disabledServicePlanIds: plans, assignedTo }) => {
    const kind = kindOf(assignedTo);
    const disabledPlanIds = plans === undefined ? undefined : (plans ?? []);
    return assignedTo && kind ? [{ kind, to: assignedTo, disabledPlanIds }] : [];
  });
  const strangers = assignments.items.filter(({ assignedTo }) => !assignedTo?.['@odata.type']).length;
  const devices = assignments.items.filter(({ assignedTo }) => isDevice(assignedTo));
  const groups = known
    .filter(({ kind }) => kind === 'group')
    .map(async ({ to, disabledPlanIds }) => {
      const [id, name] = [to.id.toLowerCase(), to.displayName ?? undefined];
      return { ref, id, name, disabledPlanIds, memberIds: await membersOf(id) };
    });
  const people = known.filter(({ kind }) => kind === 'user');
  return {
    ref,
    direct: people.map(({ to, disabledPlanIds }) => ({ id: to.id.toLowerCase(), plans: disabledPlanIds })),
    names: people.flatMap(({ to }) => nameOf(to)),
    groups: await Promise.all(groups),
    line,
    deviceIds: devices.flatMap(({ assignedTo }) => assignedTo?.id.toLowerCase() ?? []),
    unread: (assignments.unread ?? 0) + strangers,
  };
}

/** Reads the ids of the persons who are members of the group itself; none of a group that is gone. */
async function readMemberIds(
  graph: Graph,
  groupId: string,
  options: ReadOptions,
): Promise<readonly string[]> {
  const path = `/groups/${groupId}/members/microsoft.graph.user`;
  const query = { select: ['id'], count: true, top: itemsPerPage };
  const scopes = ['GroupMember.Read.All'] as const;
  const request = { path, query, isEventual: true, scopes, ...requestOptions(options) };
  const members = await withFallback(graph.allPages(request, idWire), [], ['not-found']);
  return members.map(({ id }) => id.toLowerCase());
}

/** Reads the errors of the SKUs among these products; the service keeps none of a product without a SKU. */
async function readErrors(
  graph: Graph,
  scopes: readonly Scope[],
  refs: readonly PoolRef[],
  options: ReadOptions,
): Promise<IssuesById> {
  const ofSku = new Map<string, PoolRef>();
  for (const ref of refs) {
    const skuId = skuIdOf(ref.product);
    if (skuId !== undefined && !ofSku.has(skuId)) ofSku.set(skuId, ref);
  }
  const lists = await mapConcurrent([...ofSku], async ([skuId, ref]) => {
    const query = { filter: `skuId eq ${skuId}`, expand, top: itemsPerPage };
    const request = cloudRead(`${top}/assignmentErrors`, scopes, options, query);
    return { ref, items: await graph.allPages(request, assignmentErrorWire) };
  });
  const errors = new Map<string, (readonly [PoolRef, Problem])[]>();
  for (const { ref, items } of lists)
    for (const error of items) {
      const id = error.assignedTo?.id.toLowerCase();
      if (id !== undefined) errors.set(id, [...(errors.get(id) ?? []), [ref, problemOf(error)]]);
    }
  return errors;
}

/** Joins what several pools say of the same people; there may be 100,000, and the page must respond meanwhile. */
async function joinPools(
  pools: readonly OnePool[],
  errors: IssuesById,
  signal: AbortSignal | undefined,
): Promise<PoolReading> {
  const pause = createTimeSlicer(systemClock);
  const seats = new Map<string, readonly Seat[]>();
  const names = new Map<string, string>();
  const add = (id: string, seat: Seat): void => void seats.set(id, [...(seats.get(id) ?? []), seat]);
  for (const { ref, direct, names: found, groups, line } of pools) {
    const inLine = new Set(line.waiting.map(({ userId }) => userId));
    await runInSlices(
      forEachInSteps([...found, ...line.names], ([id, name]) => void names.set(id, name)),
      pause,
      signal,
    );
    // Who is in line has no seat of the pool by any path, so that removing a direct license frees none.
    const issueOf = (id: string): IssueCode | undefined =>
      inLine.has(id) ? 'not-enough-licenses' : undefined;
    const giveDirect = forEachInSteps(direct, ({ id, plans }) =>
      add(id, toSeat({ ref, path: directPath, disabledPlanIds: plans, issue: issueOf(id) })),
    );
    await runInSlices(giveDirect, pause, signal);
    for (const { id: groupId, name: groupName, disabledPlanIds, memberIds } of groups) {
      const path: SeatPath = { kind: 'group', groupId, groupName };
      const giveMembers = forEachInSteps(memberIds, (id) =>
        add(id, toSeat({ ref, path, disabledPlanIds, issue: issueOf(id) })),
      );
      await runInSlices(giveMembers, pause, signal);
    }
  }
  for (const [id, found] of errors)
    for (const [{ product }, problem] of found)
      seats.set(id, withError(seats.get(id) ?? [], product, problem));
  return {
    seats,
    names,
    groups: pools.flatMap(({ groups }) => groups),
    devices: new Set(pools.flatMap(({ deviceIds }) => deviceIds)).size,
    unread: pools.reduce((sum, { unread, line }) => sum + unread + line.unread, 0),
    unreadInLines: pools.reduce((sum, { line }) => sum + line.unread, 0),
  };
}
