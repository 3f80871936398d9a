/** The account that an entry belongs to; another account of the same browser never reads it. */
export interface StorageOwner {
  readonly tenantId: string;
  /** Object id of the account in its tenant. */
  readonly accountId: string;
}

/** Start of every key, since other apps may be hosted under the same origin. */
export const keyPrefix = 'isv-licenses.';

/** Names of what is kept for one account. */
export type PersonalName = 'decisions' | 'drafts';

/** Name of the decisions as earlier versions of the app kept them: one entry a tenant, with neither account nor version. */
const tenantDecisions = 'choices';
const quota = 'quota';
const aside = 'aside';

/** Key of an account's entry. */
export function personalKey(name: PersonalName, { tenantId, accountId }: StorageOwner): string {
  return `${keyPrefix}${name}.${tenantId.toLowerCase()}.${accountId.toLowerCase()}`;
}

/** Key of the request limit that the tabs of this browser share; `tenantId` is undefined before the first token. */
export function quotaKey(tenantId: string | undefined): string {
  return `${keyPrefix}${quota}.${tenantId ?? 'unknown'}`;
}

/** Key under which an unreadable entry is kept before another takes its place; `atInMs` since 1970 keeps several apart. */
export function asideKey(key: string, atInMs: number): string {
  return `${keyPrefix}${aside}.${atInMs}.${key.slice(keyPrefix.length)}`;
}

/** What a key says of its entry. */
export interface ParsedKey {
  /** `account`: the entry of a name for one account. `quota` and `tenant-decisions`: one for the tenant. */
  readonly kind: 'account' | 'quota' | 'tenant-decisions' | 'unknown';
  /** The entry's place without what setting aside adds. */
  readonly key: string;
  readonly isAside: boolean;
  readonly tenantId: string | undefined;
  readonly accountId: string | undefined;
}

/** Takes a key apart; undefined for one of another app. */
export function parseKey(fullKey: string): ParsedKey | undefined {
  if (!fullKey.startsWith(keyPrefix)) return undefined;
  const parts = fullKey.slice(keyPrefix.length).split('.');
  const isAside = parts[0] === aside;
  const [name, tenantId, accountId] = isAside ? parts.slice(2) : parts;
  const key = `${keyPrefix}${[name, tenantId, accountId].filter((part) => part !== undefined).join('.')}`;
  return { kind: kindOf(name, accountId), key, isAside, tenantId, accountId };
}

function kindOf(name: string | undefined, accountId: string | undefined): ParsedKey['kind'] {
  if (name === quota) return 'quota';
  if (name === tenantDecisions) return 'tenant-decisions';
  return accountId === undefined ? 'unknown' : 'account';
}

/** Whether an entry belongs to another account or another tenant than `owner`. */
export function isOfOthers({ tenantId, accountId }: ParsedKey, owner: StorageOwner): boolean {
  const isOther = (id: string | undefined, own: string): boolean =>
    id !== undefined && id.toLowerCase() !== own.toLowerCase();
  return isOther(tenantId, owner.tenantId) || isOther(accountId, owner.accountId);
}
