import { systemClock, type Clock } from '../../../base/clock';
import { systemRandom, type Random } from '../../../base/random';
import type { Graph } from '../../../graph/types';
import type { LicensingAdapter } from '../../licensingAdapter';
import { applyChange } from './applyChange';
import { createGroupNames } from './createGroupNames';
import { readGroupProgress, readGroups } from './readGroups';
import { readHolders, readPeopleWithIssues } from './readHolders';
import { readHoldings, readOwnSeats } from './readHoldings';
import { readProducts } from './readProducts';
import { readUnlisted } from './readUnlisted';
import { requireSkuId } from './skuKeys';

/** Options of the adapter. */
interface GraphAdapterOptions {
  /** Default is the machine's clock. */
  readonly clock?: Clock;
  /** Randomness for the length of waits. Default is the machine's. */
  readonly random?: Random;
  /** Holders a page, which takes one request. Default is 999, as many as Graph gives (Graph: paging). */
  readonly holdersPerPage?: number;
}

/**
 * Creates the adapter over Microsoft Graph v1.0: subscribedSkus, assignLicense and group-based licensing. Each SKU is a
 * product with one pool. Keys are read here and where a change is sent, and made where seats and SKUs are; the rest of this
 * folder works with SKU ids.
 */
export function createGraphAdapter(
  graph: Graph,
  { clock = systemClock, random = systemRandom, holdersPerPage = 999 }: GraphAdapterOptions = {},
): LicensingAdapter {
  const groupNames = createGroupNames(graph);
  const tools = { graph, groupNames, clock, random, lostTogether: new Map() };
  // Async, so that a key of another adapter rejects instead of throwing.
  return {
    id: 'graph-v1.0',
    readDoors: () => Promise.resolve(new Map([['directory', { kind: 'open' }]])),
    listProducts: (signal) => readProducts(graph, signal),
    listUnlisted: (query) => readUnlisted(graph, query),
    listHolders: async ({ product, ...query }) =>
      readHolders(graph, groupNames, requireSkuId(product), { ...query, top: holdersPerPage }),
    listPeopleWithIssues: async (product, signal) =>
      readPeopleWithIssues(graph, groupNames, requireSkuId(product), signal),
    listWaitingMembers: async (product) => {
      requireSkuId(product);
      return Promise.resolve(undefined);
    },
    listGroups: async (product, signal) => readGroups(graph, requireSkuId(product), signal),
    readHoldings: (principals, options) => readHoldings(graph, groupNames, principals, { ...options, clock }),
    readGroupProgress: async (groupId, product, options) =>
      readGroupProgress(graph, groupId, requireSkuId(product), options),
    readOwnSeats: (signal) => readOwnSeats(graph, groupNames, signal),
    isOneStep: () => true,
    apply: (change, options) => applyChange(tools, change, options),
  };
}
