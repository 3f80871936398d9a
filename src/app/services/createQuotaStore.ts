import type { QuotaStore } from '../../graph/throttling/quotaStore';
import type { BrowserStorage } from '../../storage/browserStorage';
import { quotaKey } from '../../storage/storageKeys';
import { parseJson } from '../../storage/storedRecord';

/**
 * Shares how full a tenant's quota is between the tabs of this browser, through its storage, which all tabs see at once.
 * `tenantId` is undefined until somebody is signed in. Where nothing is stored, every tab is on its own, and the service's own
 * refusals still keep two tabs apart.
 */
export function createQuotaStore(tenantId: () => string | undefined, storage: BrowserStorage): QuotaStore {
  return {
    read: () =>
      storage.state() === 'blocked' ? undefined : parseJson(storage.read(quotaKey(tenantId())) ?? 'null'),
    write: (snapshot) => void storage.write(quotaKey(tenantId()), JSON.stringify(snapshot)),
  };
}
