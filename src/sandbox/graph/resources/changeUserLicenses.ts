import type { Tenant } from '../../tenant/tenant';
import { findExclusivePlans, findMissingPlans, isProhibitedIn } from '../../tenant/planRules';
import type { LicenseSource, UserRow } from '../../tenant/rows';
import { badRequest } from '../graphRefusal';
import type { LicenseRequest } from './licenseRequest';

/**
 * Returns a user's row after licenses were added and removed directly, all or none. Throws GraphRefusal 400
 * `Request_BadRequest` with the sentence of the first rule that is broken. Inferred: the order of the rules, and that
 * one call is all or nothing.
 */
export function changeUserLicenses(
  user: UserRow,
  request: LicenseRequest,
  tenant: Tenant,
  at: string,
): UserRow {
  const added = request.add.map((license): LicenseSource => ({
    ...license,
    groupId: null,
    state: 'Active',
    error: 'None',
    at,
  }));
  checkRemovals(user, request.remove);
  if (added.length > 0) checkLocation(user, added, tenant);
  const isReplaced = (source: LicenseSource): boolean =>
    source.groupId === null &&
    (request.remove.includes(source.skuId) || added.some(({ skuId }) => skuId === source.skuId));
  const licenses = [...user.licenses.filter((source) => !isReplaced(source)), ...added];
  checkSeats(user, added, tenant);
  checkPlans(licenses, added, tenant);
  return { ...user, licenses };
}

function checkRemovals(user: UserRow, skuIds: readonly string[]): void {
  for (const skuId of skuIds) {
    const sources = user.licenses.filter((source) => source.skuId === skuId);
    if (sources.some(({ groupId }) => groupId === null)) continue;
    throw badRequest(
      sources.length > 0
        ? 'User license is inherited from a group membership and it cannot be removed directly from the user.'
        : 'User does not have a corresponding license.',
    );
  }
}

/** Inferred: a location in which a plan is prohibited is refused with the same sentence as none at all. */
function checkLocation(user: UserRow, added: readonly LicenseSource[], tenant: Tenant): void {
  const { usageLocation } = user;
  const isProhibited = added.some((source) =>
    isProhibitedIn(source, usageLocation ?? '', (id) => tenant.sku(id)),
  );
  if (usageLocation === null || isProhibited)
    throw badRequest('License assignment cannot be done for user with invalid usage location.');
}

/** A person who holds the SKU by any path has a seat already (Entra: one seat for a SKU from several sources). */
function checkSeats(user: UserRow, added: readonly LicenseSource[], tenant: Tenant): void {
  for (const { skuId } of added) {
    const hasSeat = user.licenses.some((source) => source.skuId === skuId && source.state === 'Active');
    if (!hasSeat && tenant.freeSeats(skuId) <= 0)
      throw badRequest(`Subscription with SKU ${skuId} does not have any available licenses.`);
  }
}

function checkPlans(
  licenses: readonly LicenseSource[],
  added: readonly LicenseSource[],
  tenant: Tenant,
): void {
  const sku = (id: string) => tenant.sku(id);
  const active = licenses.filter(({ state }) => state === 'Active');
  const missing = findMissingPlans(active, sku);
  if (missing)
    throw badRequest(
      `License assignment failed because service plan ${missing.planId} depends on the service plan(s) ${missing.missingIds.join(', ')}`,
    );
  const conflict = findExclusivePlans(added, active, sku);
  if (conflict)
    throw badRequest(
      `License assignment failed because service plans ${conflict.planId},${conflict.otherId} are mutually exclusive`,
    );
}
