import type { Scope } from '../../base/scope';
import type { Graph } from '../../graph/types';
import { readProducts } from '../../licensing/adapters/graph/readProducts';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import type { BrowserStorage } from '../../storage/browserStorage';
import { doorsKey } from '../../storage/storageKeys';
import type { Services } from '../../ui/services';
import { lazyProxy } from '../deferred/lazyProxy';
import type { DeferredServices } from './createDeferredServices';

/** The deferred services, loaded at the first call. */
interface LateServices {
  readonly load: () => Promise<DeferredServices>;
  /** Undefined until they are loaded. */
  readonly loaded: () => DeferredServices | undefined;
}

/** What screens do about cloud licensing, and the note that this browser keeps of it. */
interface CloudLicensing {
  readonly cloudLicensing: Services['cloudLicensing'];
  /** True if an earlier list had products of it. */
  readonly isKnown: () => boolean;
}

interface CloudLicensingOptions {
  readonly storage: BrowserStorage;
  /** Undefined before the first token. */
  readonly tenantId: () => string | undefined;
  readonly requestConsent: (scopes: readonly Scope[]) => Promise<void>;
  readonly late: LateServices;
}

/** Opens that note. */
export function openCloudLicensing(options: CloudLicensingOptions): CloudLicensing {
  const { storage, tenantId, requestConsent, late } = options;
  const read = (): string | undefined => storage.read(doorsKey(tenantId()));
  return {
    isKnown: () => read() === 'known',
    cloudLicensing: {
      async open() {
        await requestConsent(['Directory.Read.All']);
        (await late.load()).openCloudDoor();
      },
      isDismissed: () => read() === 'dismissed',
      dismiss: () => void storage.write(doorsKey(tenantId()), 'dismissed'),
    },
  };
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
