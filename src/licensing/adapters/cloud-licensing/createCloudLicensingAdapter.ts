import { systemClock, type Clock } from '../../../base/clock';
import { systemRandom, type Random } from '../../../base/random';
import type { Graph } from '../../../graph/types';
import type { LicensingAdapter } from '../../licensingAdapter';
import { applyChange, isOneStep } from './applyChange';
import { itemsPerPage } from './cloudReads';
import { createAllotments } from './createAllotments';
import { createSharedReadings } from './createSharedReadings';
import { readHoldings, readOwnSeats } from './readHoldings';
import {
  readGroupProgress,
  readGroups,
  readHolders,
  readPeopleWithIssues,
  readUnlisted,
  readWaitingMembers,
} from './readLists';

/** Options of the adapter. */
interface CloudLicensingOptions {
  /** Default is the machine's clock. */
  readonly clock?: Clock;
  /** Randomness for the length of waits. Default is the machine's. */
  readonly random?: Random;
  /** Holders a page. Default is 999. */
  readonly holdersPerPage?: number;
  /**
   * Returns true once an admin chose to give Directory.Read.All; until then the door is asked with what the app has anyway, so
   * that a tenant without allotments is not asked for more. Default is never.
   */
  readonly mayAskFor?: () => boolean;
}

/**
 * Creates the adapter over cloud licensing (Graph beta). Each allotment is a pool. What is inferred is marked in the code, and
 * README.md says how to find out.
 */
export function createCloudLicensingAdapter(
  graph: Graph,
  {
    clock = systemClock,
    random = systemRandom,
    holdersPerPage = itemsPerPage,
    mayAskFor = () => false,
  }: CloudLicensingOptions = {},
): LicensingAdapter {
  const allotments = createAllotments(graph, { clock, mayAskFor });
  const shared = createSharedReadings();
  const lists = { graph, allotments, shared, holdersPerPage };
  const tools = { graph, allotments, clock, random };
  return {
    id: 'cloud-licensing-beta',
    readDoors: async (signal) => new Map([['cloud-licensing', await allotments.door(signal)]]),
    listProducts: (signal) => allotments.read(signal),
    listUnlisted: (query) => readUnlisted(lists, query),
    listHolders: (query) => readHolders(lists, query),
    listPeopleWithIssues: (product, signal) => readPeopleWithIssues(lists, product, signal),
    listWaitingMembers: (product, signal) => readWaitingMembers(lists, product, signal),
    listGroups: (product, signal) => readGroups(lists, product, signal),
    readHoldings: (principals, options) => readHoldings(graph, allotments, principals, options),
    readGroupProgress: (groupId, product, options) => readGroupProgress(lists, groupId, product, options),
    readOwnSeats: (signal) => readOwnSeats(graph, signal),
    isOneStep,
    apply: (change, options) => applyChange(tools, change, options).finally(() => shared.drop()),
  };
}
