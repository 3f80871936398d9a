import type { MsalAccount } from './msalApplication';
import type { Account } from './tokenSource';

/** Reads the account that MSAL names; the id token's own claims go before what a host says of it. */
export function toAccount({ localAccountId, tenantId, username, name, idTokenClaims }: MsalAccount): Account {
  const { oid, tid, wids } = idTokenClaims ?? {};
  return {
    objectId: typeof oid === 'string' ? oid : localAccountId,
    tenantId: typeof tid === 'string' ? tid : tenantId,
    userName: username,
    displayName: name || username,
    ...(Array.isArray(wids) ? { roleTemplateIds: wids.map(String) } : {}),
  };
}
