import { AppError } from '../../../base/appError';
import { forEachInSteps, runInSlices } from '../../../base/async/inSlices';
import { mapConcurrent } from '../../../base/async/mapConcurrent';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import type { Clock } from '../../../base/clock';
import type { PrincipalRef } from '../../../base/principal';
import type { Graph } from '../../../graph/types';
import type { CallOptions, HoldingOptions } from '../../licensingAdapter';
import type { Holding, Seat } from '../../types';
import type { GroupNames } from './createGroupNames';
import { idFilters } from './filters';
import { readStates, readStatesOfHolders } from './readStates';
import { maxConcurrency, requestOptions } from '../../../graph/readOptions';
import { skuIdOf } from './skuKeys';
import { isListIncomplete, toGroupSeats, toSeats } from './toSeats';
import { groupLicensesWire, userStatesWire } from './wire';

/**
 * Reads what each principal holds, in the order given; an unknown principal holds nothing, and products with keys of another
 * adapter have no holders. Takes as many requests as `holdingRequests` says, and for groups one for each 15 of them;
 * the names of the groups are read as well, except in bulk. Holders of known SKUs are listed instead of reading each person
 * where that takes fewer requests.
 */
export async function readHoldings(
  graph: Graph,
  groupNames: GroupNames,
  principals: readonly PrincipalRef[],
  { clock, ...options }: HoldingOptions & { readonly clock: Clock },
): Promise<readonly Holding[]> {
  const { products } = options;
  const skuIds = products?.flatMap((product) => skuIdOf(product) ?? []);
  if (skuIds?.length === 0) return principals.map((principal) => ({ principal, seats: [] }));
  // There may be 100,000, and the page must respond meanwhile.
  const pause = createTimeSlicer(clock);
  const ids: Record<PrincipalRef['kind'], string[]> = { user: [], group: [] };
  await runInSlices(
    forEachInSteps(principals, ({ kind, id }) => ids[kind].push(id.toLowerCase())),
    pause,
  );
  const [users, groups] = await Promise.all([
    readUserSeats(graph, groupNames, ids.user, skuIds, { ...options, pause }),
    readGroupSeats(graph, ids.group, options),
  ]);
  const wanted = products && new Set(products);
  const isWanted = ({ product }: Seat): boolean => wanted?.has(product) !== false;
  const holdings: Holding[] = [];
  const join = forEachInSteps(principals, (principal) => {
    const id = principal.id.toLowerCase();
    const { seats, isIncomplete } = users.get(id) ?? groups.get(id) ?? nothing;
    const ofWanted = seats.every(isWanted) ? seats : seats.filter(isWanted);
    holdings.push({ principal, seats: ofWanted, ...(isIncomplete && { isIncomplete }) });
  });
  await runInSlices(join, pause, options.signal);
  return holdings;
}

/** Returns the seats of one principal, as far as they could be read. */
interface HeldSeats {
  readonly seats: readonly Seat[];
  readonly isIncomplete: boolean;
}

const nothing: HeldSeats = { seats: [], isIncomplete: false };

async function readUserSeats(
  graph: Graph,
  groupNames: GroupNames,
  ids: readonly string[],
  skuIds: readonly string[] | undefined,
  { pause, ...options }: CallOptions & { readonly pause: () => Promise<void> | undefined },
): Promise<Map<string, HeldSeats>> {
  const found = skuIds
    ? await readStatesOfHolders(graph, ids, skuIds, { ...options, pause })
    : await readStates(graph, ids, options);
  const states = found.map(({ licenseAssignmentStates }) => licenseAssignmentStates);
  const names: GroupNames = options.isBulk ? () => Promise.resolve(new Map()) : groupNames;
  const seats = await toSeats(states, names, options.signal, pause);
  const byId = new Map<string, HeldSeats>();
  let place = 0;
  const index = forEachInSteps(found, ({ id, licenseAssignmentStates }) => {
    const isIncomplete = isListIncomplete(licenseAssignmentStates);
    byId.set(id.toLowerCase(), { seats: seats[place] ?? [], isIncomplete });
    place += 1;
  });
  await runInSlices(index, pause, options.signal);
  return byId;
}

async function readGroupSeats(
  graph: Graph,
  ids: readonly string[],
  options: CallOptions,
): Promise<Map<string, HeldSeats>> {
  const read = (filter: string) => {
    const query = { filter, select: ['id', 'assignedLicenses'] };
    return graph.allPages(
      { path: '/groups', query, scopes: ['GroupMember.Read.All'], ...requestOptions(options) },
      groupLicensesWire,
    );
  };
  const groups = await mapConcurrent(idFilters(ids), read, maxConcurrency);
  return new Map(
    groups
      .flat()
      .map((group) => [
        group.id.toLowerCase(),
        { seats: toGroupSeats(group), isIncomplete: isListIncomplete(group.assignedLicenses) },
      ]),
  );
}

/**
 * Reads the seats of the signed-in person, with the names of groups that may be read. Rejects with AppError
 * `unexpected-answer` if Graph leaves them out, which is not the same as none.
 */
export async function readOwnSeats(
  graph: Graph,
  groupNames: GroupNames,
  signal?: AbortSignal,
): Promise<readonly Seat[]> {
  const query = { select: ['id', 'assignedLicenses', 'licenseAssignmentStates'] };
  const me = await graph.send({ path: '/me', query, scopes: ['User.Read'], signal }, userStatesWire);
  if (!me.licenseAssignmentStates) throw new AppError('unexpected-answer');
  const [seats = []] = await toSeats([me.licenseAssignmentStates], groupNames, signal);
  return seats;
}
