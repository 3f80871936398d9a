import type { QueryClient } from '@tanstack/react-query';
import type { Me } from '../../directory/types';
import type { Doors } from '../../licensing/createDoors';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import type { BrowserStorage } from '../../storage/browserStorage';
import { doorsKey } from '../../storage/storageKeys';
import { ownedProductsOptions } from '../../ui/queries/ownedProducts';

/** Parts of the app that cloud licensing is opened with. */
export interface CloudDoorOptions {
  readonly storage: BrowserStorage;
  /** Undefined before the first token, as `accountId`. */
  readonly tenantId: () => string | undefined;
  /** Object id of the signed-in person. */
  readonly accountId: () => string | undefined;
  /** The signed-in person; undefined until read, which `whenRead` waits for. */
  readonly me: () => Me | undefined;
  readonly whenRead: () => Promise<unknown>;
  readonly queryClient: QueryClient;
}

/** The door of cloud licensing: who asks it, and with which permissions. */
interface CloudDoor {
  /** True once an admin of the tenant may be asked for Directory.Read.All. */
  mayAskFor(): boolean;
  /** Wraps the adapter of cloud licensing, so that people without a role don't ask it for a list, and what it has is remembered. */
  guard(cloud: LicensingAdapter): LicensingAdapter;
  /** Adds its products to the list of the start, which is the directory's alone. Never rejects. */
  joinStart(doors: Pick<Doors, 'join'>, licensing: LicensingAdapter): Promise<void>;
  /** Has it asked again with the permission that an admin gave. */
  open(): void;
  /** True if the offer to open it was dismissed in this browser. */
  readonly isOfferDismissed: () => boolean;
  readonly dismissOffer: () => void;
  /** True if it had products for this account at an earlier visit, and the notice about it wasn't dismissed since. */
  readonly wasKnown: () => boolean;
}

/** Creates the door of cloud licensing. */
export function createCloudDoor({
  storage,
  tenantId,
  accountId,
  me,
  whenRead,
  queryClient,
}: CloudDoorOptions): CloudDoor {
  const ownKey = (): string => doorsKey(tenantId(), accountId());
  // A visit before found products there, so the list waits for them.
  const wasKnown = storage.read(ownKey()) === 'known';
  let isOpened = wasKnown;
  const remember = (hasProducts: boolean): void => {
    const key = ownKey();
    const isKnown = storage.read(key) === 'known';
    if (hasProducts && !isKnown) storage.write(key, 'known');
    if (!hasProducts && isKnown) storage.remove(key);
  };
  return {
    mayAskFor: () => isOpened,
    open() {
      isOpened = true;
    },
    isOfferDismissed: () => storage.read(ownKey()) === 'dismissed',
    wasKnown: () => storage.read(ownKey()) === 'known',
    dismissOffer: () => void storage.write(ownKey(), 'dismissed'),
    guard: (cloud) => ({
      ...cloud,
      async listProducts(signal) {
        await whenRead().catch(() => undefined);
        // Who has no role may not read the list, and is not asked for permissions because of it.
        if (me()?.access === 'own-apps') return [];
        const products = await cloud.listProducts(signal);
        remember(products.length > 0);
        return products;
      },
    }),
    async joinStart(doors, licensing) {
      if (wasKnown) return;
      const query = ownedProductsOptions(licensing);
      try {
        const listed = await queryClient.ensureQueryData(query);
        const joined = await doors.join(listed);
        const isNews = joined.length > listed.length || joined.some(({ doors: own }) => own !== undefined);
        // A list that was read meanwhile has them, and is newer.
        if (isNews && queryClient.getQueryData(query.queryKey) === listed)
          queryClient.setQueryData(query.queryKey, joined);
      } catch {
        // The list shows why it could not be read, and its next read asks both doors.
      }
    },
  };
}
