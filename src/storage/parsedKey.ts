import { keyPrefix, unknownTenant } from './storageKeys';
import type { StorageOwner } from './storageKeys';

/** Name of the decisions as earlier versions of the app kept them: one entry a tenant, with neither account nor version. */
const tenantDecisions = 'choices';

/** Facts about an entry, from its key. */
export interface ParsedKey {
  /**
   * `account`: the entry of a name for one account. `quota`, `doors` and `tenant-decisions`: one for the tenant. `copied`: marks that an
   * account has its copy of the tenant's decisions.
   */
  readonly kind: 'account' | 'quota' | 'doors' | 'tenant-decisions' | 'copied' | 'unknown';
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
  const isAside = parts[0] === 'aside';
  const [name, tenant, accountId] = isAside ? parts.slice(2) : parts;
  const tenantId = tenant === unknownTenant ? undefined : tenant;
  const key = `${keyPrefix}${[name, tenant, accountId].filter((part) => part !== undefined).join('.')}`;
  return { kind: kindOf(name, accountId), key, isAside, tenantId, accountId };
}

function kindOf(name: string | undefined, accountId: string | undefined): ParsedKey['kind'] {
  if (name === 'quota') return 'quota';
  if (name === 'doors') return 'doors';
  if (name === tenantDecisions) return 'tenant-decisions';
  if (name === 'copied') return 'copied';
  return accountId === undefined ? 'unknown' : 'account';
}

/** True if an entry belongs to another account or another tenant than `owner`. */
export function isOfOthers({ tenantId, accountId }: ParsedKey, owner: StorageOwner): boolean {
  const isOther = (id: string | undefined, own: string): boolean =>
    id !== undefined && id.toLowerCase() !== own.toLowerCase();
  return isOther(tenantId, owner.tenantId) || isOther(accountId, owner.accountId);
}
