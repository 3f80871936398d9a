/** The account that an entry belongs to; another account of the same browser never reads it. */
export interface StorageOwner {
  readonly tenantId: string;
  /** Object id of the account in its tenant. */
  readonly accountId: string;
}

/** Start of every key, since other apps may be hosted under the same origin. */
export const keyPrefix = 'isv-licenses.';

/** Names of what is kept for one account. */
type PersonalName = 'decisions' | 'drafts' | 'settings' | 'columns' | 'copied';

/** Stands for the tenant before the first token. */
export const unknownTenant = 'unknown';

/** Key of an account's entry. */
export function personalKey(name: PersonalName, { tenantId, accountId }: StorageOwner): string {
  return `${keyPrefix}${name}.${tenantId.toLowerCase()}.${accountId.toLowerCase()}`;
}

/** Key of the request limit that the tabs of this browser share; `tenantId` is undefined before the first token. */
export function quotaKey(tenantId: string | undefined): string {
  return `${keyPrefix}quota.${tenantId ?? unknownTenant}`;
}

/**
 * Key of what an account knows of cloud licensing: `known` if it has products, `dismissed` if an admin dismissed the offer to look.
 * Another account may not read it, so each has its own. `tenantId` as for `quotaKey`.
 */
export function doorsKey(tenantId: string | undefined, accountId: string | undefined): string {
  return `${keyPrefix}doors.${tenantId ?? unknownTenant}.${accountId ?? ''}`;
}

/** Key under which an unreadable entry is kept before another takes its place; `atInMs` since 1970 keeps several apart. */
export function asideKey(key: string, atInMs: number): string {
  return `${keyPrefix}aside.${atInMs}.${key.slice(keyPrefix.length)}`;
}
