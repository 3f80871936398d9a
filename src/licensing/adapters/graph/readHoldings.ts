import type { PrincipalRef } from '../../../base/principal';
import type { Graph } from '../../../graph/types';
import { holdingRequests, isWorthCounting } from '../../holdingRequests';
import type { HoldingOptions } from '../../licensingAdapter';
import type { Holding, Seat } from '../../types';
import { countHolders } from './countHolders';
import type { GroupNames } from './createGroupNames';
import { readGroupSeats } from './readGroupSeats';
import { readStates, sweepStates } from './readStates';
import { toSeats } from './toSeats';
import type { UserStatesWire } from './wire';

/**
 * What each principal holds, in the order given; who is unknown holds nothing. Takes as many requests as
 * `holdingRequests` says, and for groups one for each 15 of them; the names of groups that give something come on top,
 * except in bulk. Holders of known SKUs are listed in place of asking for each person where that takes fewer requests.
 */
export async function readHoldings(
  graph: Graph,
  groupNames: GroupNames,
  principals: readonly PrincipalRef[],
  options: HoldingOptions = {},
): Promise<readonly Holding[]> {
  const idsOf = (kind: PrincipalRef['kind']): string[] =>
    principals.filter((principal) => principal.kind === kind).map(({ id }) => id.toLowerCase());
  const [users, groups] = await Promise.all([
    readUserSeats(graph, groupNames, idsOf('user'), options),
    readGroupSeats(graph, idsOf('group'), options),
  ]);
  const seats = new Map([...users, ...groups]);
  const wanted = options.skuIds && new Set(options.skuIds);
  const ofWanted = (all: readonly Seat[]): readonly Seat[] =>
    wanted ? all.filter(({ skuId }) => wanted.has(skuId)) : all;
  return principals.map((principal) => ({
    principal,
    seats: ofWanted(seats.get(principal.id.toLowerCase()) ?? []),
  }));
}

async function readUserSeats(
  graph: Graph,
  groupNames: GroupNames,
  ids: readonly string[],
  options: HoldingOptions,
): Promise<Map<string, Seat[]>> {
  const found = (await isSweepShorter(graph, ids, options))
    ? await sweepStates(graph, ids, options.skuIds ?? [], options)
    : await readStates(graph, ids, options);
  const states = found.map(({ licenseAssignmentStates }) => licenseAssignmentStates);
  const names: GroupNames = options.isBulk ? () => Promise.resolve(new Map()) : groupNames;
  const seats = await toSeats(states, names, options.signal);
  return new Map(found.map(({ id }: UserStatesWire, index) => [id.toLowerCase(), seats[index] ?? []]));
}

async function isSweepShorter(
  graph: Graph,
  ids: readonly string[],
  options: HoldingOptions,
): Promise<boolean> {
  const { skuIds } = options;
  if (!skuIds || skuIds.length === 0 || !isWorthCounting(ids.length)) return false;
  const holders = await Promise.all(skuIds.map((skuId) => countHolders(graph, skuId, options)));
  return holdingRequests(ids.length, holders) < skuIds.length + holdingRequests(ids.length);
}
