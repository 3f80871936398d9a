import type { Graph } from '../../graph/types';
import { readProducts } from '../../licensing/adapters/graph/readProducts';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { lazyProxy } from '../deferred/lazyProxy';
import type { DeferredServices } from './createDeferredServices';

/** The deferred services, loaded at the first call. */
interface LateServices {
  readonly load: () => Promise<DeferredServices>;
  /** Undefined until they are loaded. */
  readonly loaded: () => DeferredServices | undefined;
}

/**
 * Creates the licensing adapter over Graph, with the list of products at once and all else from the deferred services, whose list
 * includes recent changes of this app. The list waits for cloud licensing if `isCloudKnown`.
 */
export function createDeferredLicensing(
  graph: Graph,
  late: LateServices,
  isCloudKnown: () => boolean,
): LicensingAdapter {
  const loaded = (): LicensingAdapter | undefined => late.loaded()?.licensing;
  return {
    id: 'graph-v1.0',
    async listProducts(signal) {
      const licensing = loaded();
      if (licensing) return licensing.listProducts(signal);
      const products = await readProducts(graph, signal);
      return isCloudKnown() ? (await late.load()).joinDoors(products, signal) : products;
    },
    ...lazyProxy(
      async () => (await late.load()).licensing,
      [
        'readDoors',
        'listUnlisted',
        'listHolders',
        'listPeopleWithIssues',
        'listWaitingMembers',
        'listGroups',
        'readHoldings',
        'readGroupProgress',
        'readOwnSeats',
        'apply',
      ],
    ),
    // A change is planned only after the whole adapter has read who holds what.
    isOneStep: (change) => loaded()?.isOneStep(change) ?? false,
  };
}
