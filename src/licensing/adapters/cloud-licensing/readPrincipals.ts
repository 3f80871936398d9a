import type { PrincipalRef } from '../../../base/principal';
import type { Scope } from '../../../base/scope';
import type { Graph } from '../../../graph/types';
import { productSpaces, toProductKey, type ProductKey } from '../../keys';
import type { PoolRef, Seat } from '../../types';
import { poolKeyOf, productKeyOf } from './cloudKeys';
import { cloudRead } from './cloudReads';
import { withFallback, type ReadOptions } from '../../../graph/readOptions';
import { directPath, toSeat, withError } from './seats';
import {
  assignmentErrorWire,
  kindOf,
  problemOf,
  ownAssignmentWire,
  usageRightWire,
  waitingWire,
  type OwnAssignmentWire,
} from './wire';

/** Seats of one principal, as its own lists tell them. */
interface OwnSeats {
  readonly seats: readonly Seat[];
  /** Products of which the person waits for a seat or has an error, and of which it is not known which group gives it. */
  readonly unresolved: readonly ProductKey[];
  /** True where some could not be read. */
  readonly isIncomplete: boolean;
}

/** A license that a principal was given, with the id by which it is changed. */
export interface OwnAssignment extends PoolRef {
  readonly id: string;
  /** Undefined where they could not be read. */
  readonly disabledPlanIds: readonly string[] | undefined;
}

/** Returns the address of a principal's cloud licensing. */
export function cloudPathOf({ kind, id }: PrincipalRef): string {
  return `/${kind === 'user' ? 'users' : 'groups'}/${id}/cloudLicensing`;
}

/** Permissions to read what one principal has; that of people is enough for groups (Graph: permissions). */
export const principalScopes = ['User.Read.All'] as const;

/** Reads what a principal was given itself. Rejects as `Graph` does. */
export async function readAssignments(
  graph: Graph,
  path: string,
  scopes: readonly Scope[],
  options: ReadOptions,
): Promise<{ readonly assignments: readonly OwnAssignment[]; readonly isIncomplete: boolean }> {
  const request = cloudRead(`${path}/assignments`, scopes, options, { expand: 'allotment' });
  const { items, unread = 0 } = await graph.countedPages(request, ownAssignmentWire);
  const assignments = items.flatMap((wire) => toAssignment(wire) ?? []);
  return { assignments, isIncomplete: unread > 0 || assignments.length < items.length };
}

function toAssignment({
  id,
  disabledServicePlanIds: plans,
  allotment,
}: OwnAssignmentWire): OwnAssignment | undefined {
  const ref = refOf(allotment);
  return ref && { ...ref, id, disabledPlanIds: plans === undefined ? undefined : (plans ?? []) };
}

/** Returns the pool of an expanded allotment, which names its product as the list of allotments does. */
function refOf(allotment: OwnAssignmentWire['allotment']): PoolRef | undefined {
  if (!allotment?.id) return undefined;
  const planIds = (allotment.services ?? []).flatMap(({ planId }) => planId ?? []);
  const names = { skuId: allotment.skuId ?? undefined, catalogId: allotment.catalogId ?? undefined, planIds };
  const product = productKeyOf(names);
  return product && { product, pool: poolKeyOf(allotment.id) };
}

/** Reads what a group gives, as direct seats of its own. Rejects as `Graph` does. */
export async function readGroupSeats(graph: Graph, id: string, options: ReadOptions): Promise<OwnSeats> {
  const path = cloudPathOf({ kind: 'group', id });
  const { assignments, isIncomplete } = await readAssignments(graph, path, principalScopes, options);
  return { seats: assignments.map((each) => toDirectSeat(each)), unresolved: [], isIncomplete };
}

/** Builds the seat of a license that was given directly; a person in line has none of the pool by any path. */
function toDirectSeat(
  { product, pool, disabledPlanIds }: OwnAssignment,
  waiting: readonly PoolRef[] = [],
): Seat {
  const issue = waiting.some((each) => each.pool === pool) ? 'not-enough-licenses' : undefined;
  return toSeat({ ref: { product, pool }, path: directPath, disabledPlanIds, issue });
}

/**
 * Reads the seats of one person in four requests: what was given directly, what groups give and is in effect, what the person
 * waits for, and errors. Inferred: that the list of usage rights takes the expansion that a page shows of a single one.
 * @param path Address of the person's cloud licensing.
 */
export async function readPersonSeats(
  graph: Graph,
  path: string,
  scopes: readonly Scope[],
  options: ReadOptions,
): Promise<OwnSeats> {
  const expand = 'assignments($expand=allotment,assignedTo($select=id,displayName))';
  const errors = graph.allPages(cloudRead(`${path}/assignmentErrors`, scopes, options), assignmentErrorWire);
  const [own, rights, line, found] = await Promise.all([
    readAssignments(graph, path, scopes, options),
    graph.countedPages(cloudRead(`${path}/usageRights`, scopes, options, { expand }), usageRightWire),
    graph.countedPages(
      cloudRead(`${path}/waitingMembers`, scopes, options, { expand: 'allotment' }),
      waitingWire,
    ),
    withFallback(errors, [], ['bad-request']),
  ]);
  const waiting = line.items.flatMap(({ allotment }) => refOf(allotment) ?? []);
  const behind = rights.items.flatMap(({ assignments = [] }) => assignments);
  const ofGroups = behind.filter(({ assignedTo }) => kindOf(assignedTo) === 'group');
  const through = ofGroups.flatMap((wire) => toGroupSeat(wire, waiting) ?? []);
  let seats: readonly Seat[] = [...own.assignments.map((each) => toDirectSeat(each, waiting)), ...through];
  const unresolved = waiting
    .filter(({ pool }) => !through.some((seat) => seat.pool === pool))
    .map(({ product }) => product);
  for (const error of found) {
    const { skuId } = error;
    if (skuId === undefined) continue;
    const product = toProductKey(productSpaces.sku, skuId);
    if (through.some((seat) => seat.product === product)) seats = withError(seats, product, problemOf(error));
    else unresolved.push(product);
  }
  const isRightUnread = rights.items.some(({ assignments }) => assignments === undefined);
  const unread = (rights.unread ?? 0) + (line.unread ?? 0) + line.items.length - waiting.length;
  return {
    seats,
    unresolved: [...new Set(unresolved)],
    isIncomplete: own.isIncomplete || isRightUnread || unread > 0 || through.length < ofGroups.length,
  };
}

function toGroupSeat(wire: OwnAssignmentWire, waiting: readonly PoolRef[]): Seat | undefined {
  const assignment = toAssignment(wire);
  if (!assignment || !wire.assignedTo) return undefined;
  const { id, displayName } = wire.assignedTo;
  const { product, pool, disabledPlanIds } = assignment;
  const isWaiting = waiting.some((each) => each.pool === pool);
  return toSeat({
    ref: { product, pool },
    path: { kind: 'group', groupId: id.toLowerCase(), groupName: displayName ?? undefined },
    disabledPlanIds,
    issue: isWaiting ? 'not-enough-licenses' : undefined,
  });
}
