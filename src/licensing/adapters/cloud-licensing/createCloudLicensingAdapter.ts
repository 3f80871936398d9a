import { AppError } from '../../../base/appError';
import { systemClock, type Clock } from '../../../base/clock';
import type { Graph } from '../../../graph/types';
import type { LicensingAdapter } from '../../licensingAdapter';
import { createAllotments } from './createAllotments';

/** Options of the adapter. */
interface CloudLicensingOptions {
  /** Default is the machine's clock. */
  readonly clock?: Clock;
  /**
   * Returns true once an admin chose to give Directory.Read.All; until then the door is asked with what the app has anyway, so
   * that a tenant without allotments is not asked for more. Default is never.
   */
  readonly mayAskFor?: () => boolean;
}

/** Creates the adapter over cloud licensing (Graph beta). Each allotment is a pool. */
export function createCloudLicensingAdapter(
  graph: Graph,
  { clock = systemClock, mayAskFor = () => false }: CloudLicensingOptions = {},
): LicensingAdapter {
  const allotments = createAllotments(graph, { clock, mayAskFor });
  const missing = () => Promise.reject(new AppError('internal'));
  return {
    id: 'cloud-licensing-beta',
    readDoors: async (signal) => new Map([['cloud-licensing', await allotments.door(signal)]]),
    listProducts: (signal) => allotments.read(signal),
    listUnlisted: missing,
    listHolders: missing,
    listPeopleWithIssues: missing,
    listWaitingMembers: missing,
    listGroups: missing,
    readHoldings: missing,
    readGroupProgress: missing,
    readOwnSeats: missing,
    isOneStep: ({ add, remove }) => add.length + remove.length <= 1,
    apply: missing,
  };
}
