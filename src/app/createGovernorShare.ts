import type { GovernorShare } from '../graph/governor/share';

/**
 * Shares how full a tenant's quota is between the tabs of this browser, through its storage, which all tabs see at once.
 * `tenantId` is undefined until somebody is signed in; `openStorage` may throw: a browser that blocks storage does so as soon as it is named, and then every tab is on its own.
 */
export function createGovernorShare(
  tenantId: () => string | undefined,
  openStorage: () => Storage,
): GovernorShare {
  const name = (): string => `isv-licenses.quota.${tenantId() ?? 'unknown'}`;
  return {
    read() {
      try {
        return JSON.parse(openStorage().getItem(name()) ?? 'null') as unknown;
      } catch {
        // Blocked storage and a spoilt entry mean the same: nothing is known.
        return undefined;
      }
    },
    write(snapshot) {
      try {
        openStorage().setItem(name(), JSON.stringify(snapshot));
      } catch {
        // Full or blocked storage: the service's own refusals still keep two tabs apart.
      }
    },
  };
}
