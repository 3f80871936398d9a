import type { SignInActivity } from '@microsoft/microsoft-graph-types';
import { daysFrom } from '../../tenant/daysFrom';
import type { UserRow } from '../../tenant/rows';
import type { Tenant } from '../../tenant/tenant';
import type { Call } from '../call';
import { hasScope } from '../caller';
import { GraphRefusal } from '../graphRefusal';

const name = 'signInActivity';
const largestPage = 120;

/** Returns the last sign-in of a user, before the tenant was made. The sandbox records no new sign-ins. */
export function signInActivityOf(
  { index, id, accountEnabled }: UserRow,
  { seedDay }: Tenant,
): SignInActivity | null {
  if (!accountEnabled) return null;
  const at = daysFrom(seedDay, -1 - (index % 90));
  return {
    lastSignInDateTime: at,
    lastSignInRequestId: id,
    lastNonInteractiveSignInDateTime: at,
    lastNonInteractiveSignInRequestId: id,
    lastSuccessfulSignInDateTime: at,
    lastSuccessfulSignInRequestId: id,
  };
}

/**
 * Keeps the sign-in activity from who may not have it (Graph: user, signInActivity). Throws GraphRefusal 403
 * `Authentication_RequestFromNonPremiumTenantOrB2CTenant` (observed) without a premium plan, and
 * `Authentication_MSGraphPermissionMissing` (inferred: the code) without `AuditLog.Read.All`.
 */
export function checkSignInActivity({ caller, directory }: Call, names: readonly string[]): void {
  if (!names.includes(name)) return;
  if (!directory.settings.isPremium)
    throw new GraphRefusal(
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      "Neither tenant is B2C or tenant doesn't have premium license",
    );
  if (!hasScope(caller, ['AuditLog.Read.All']))
    throw new GraphRefusal(
      403,
      'Authentication_MSGraphPermissionMissing',
      'Calling principal does not have required MSGraph permissions AuditLog.Read.All',
    );
}

/** Graph, list users: a list that shows the sign-in activity has pages of at most 120, whatever `$top` says. */
export function withShortPages(call: Call): Call {
  const { top = 0, select = [] } = call.query;
  const isShown = select.some((asked) => asked.toLowerCase() === name.toLowerCase());
  return isShown && top > largestPage ? { ...call, query: { ...call.query, top: largestPage } } : call;
}
