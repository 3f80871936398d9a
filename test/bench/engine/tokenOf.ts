import type { Clock } from '../../../src/base/clock';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import { createTokens } from '../../faults/environment/tokens';

/** A token of the admin that outlives every run. */
export function tokenOf(tenant: Tenant, clock: Clock): Promise<string> {
  const tokens = createTokens({ tenant, clock, persona: 'global-admin', livesForInS: 365 * 86_400 });
  return tokens.getToken(['LicenseAssignment.ReadWrite.All', 'User.Read.All']);
}
