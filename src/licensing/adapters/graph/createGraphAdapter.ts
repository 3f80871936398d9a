import { systemClock, type Clock } from '../../../base/clock';
import { systemRandom, type Random } from '../../../base/random';
import type { Graph } from '../../../graph/types';
import type { LicensingAdapter } from '../../licensingAdapter';
import { applyChange } from './applyChange';
import { createGroupNames } from './createGroupNames';
import { readGroupProgress } from './readGroupProgress';
import { readGroups } from './readGroups';
import { readHolders } from './readHolders';
import { readHoldings } from './readHoldings';
import { readOwnSeats } from './readOwnSeats';
import { readPeopleWithIssues } from './readPeopleWithIssues';
import { readSkus } from './readSkus';

/** What the adapter takes from the machine. */
export interface GraphAdapterOptions {
  /** Default is the machine's clock. */
  readonly clock?: Clock;
  /** Chance for the length of waits. Default is unpredictable. */
  readonly random?: Random;
}

/** Licenses over Microsoft Graph v1.0: subscribedSkus, assignLicense and group-based licensing. */
export function createGraphAdapter(
  graph: Graph,
  { clock = systemClock, random = systemRandom }: GraphAdapterOptions = {},
): LicensingAdapter {
  const groupNames = createGroupNames(graph);
  return {
    id: 'graph-v1.0',
    listSkus: (signal) => readSkus(graph, signal),
    listHolders: (query) => readHolders(graph, groupNames, query),
    listPeopleWithIssues: (skuId, signal) => readPeopleWithIssues(graph, groupNames, skuId, signal),
    listGroups: (skuId, signal) => readGroups(graph, skuId, signal),
    readHoldings: (principals, options) => readHoldings(graph, groupNames, principals, options),
    readGroupProgress: (groupId, skuId, options) => readGroupProgress(graph, groupId, skuId, options),
    readOwnSeats: (signal) => readOwnSeats(graph, groupNames, signal),
    apply: (change, options) => applyChange({ graph, clock, random }, change, options),
  };
}
