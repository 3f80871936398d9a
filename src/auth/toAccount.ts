import type { MsalAccount } from './msalApplication';
import type { Account } from './tokenSource';

/** Converts an account of MSAL; the claims of the id token take precedence over the fields that a host fills in. */
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
