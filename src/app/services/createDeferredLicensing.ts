import type { Graph } from '../../graph/types';
import { readProducts } from '../../licensing/adapters/graph/readProducts';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { lazyProxy } from '../deferred/lazyProxy';

/**
 * The licensing adapter over Graph, of which only the list of products is there at once; the rest comes from `load`.
 * `loaded` gives the whole adapter once it is there, whose list knows what this app has changed.
 */
export function createDeferredLicensing(
  graph: Graph,
  load: () => Promise<LicensingAdapter>,
  loaded: () => LicensingAdapter | undefined,
): LicensingAdapter {
  return {
    id: 'graph-v1.0',
    listProducts: (signal) => loaded()?.listProducts(signal) ?? readProducts(graph, signal),
    ...lazyProxy(load, [
      'listUnlisted',
      'listHolders',
      'listPeopleWithIssues',
      'listGroups',
      'readHoldings',
      'readGroupProgress',
      'readOwnSeats',
      'apply',
    ]),
  };
}
