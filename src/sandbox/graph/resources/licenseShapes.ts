import type {
  AssignedPlan,
  LicenseAssignmentState,
  LicenseDetails,
  ServicePlanInfo,
} from '@microsoft/microsoft-graph-types';
import type { SeededPlan } from '../../tenant/product';
import type { Tenant } from '../../tenant/tenant';
import { enabledPlanIds } from '../../tenant/planRules';
import type { LicenseSource, UserRow } from '../../tenant/rows';

/** An entry of `assignedLicenses` as the wire carries it. */
export interface AssignedLicenseShape {
  readonly skuId: string;
  readonly disabledPlans: readonly string[];
}

const noLicenses: readonly AssignedLicenseShape[] = [];

/** Rows are never changed in place, so what was worked out for one stays right. */
const shapesOfRow = new WeakMap<UserRow, readonly AssignedLicenseShape[]>();

/** The union of all sources in effect, which does not tell direct from inherited (Graph: user, assignedLicenses). */
export function assignedLicensesOf(user: UserRow, tenant: Tenant): readonly AssignedLicenseShape[] {
  if (user.licenses.length === 0) return noLicenses;
  let shapes = shapesOfRow.get(user);
  if (!shapes) {
    shapes = activeSkuIds(user).map((skuId) => ({
      skuId,
      disabledPlans: disabledPlansOf(user, skuId, tenant),
    }));
    shapesOfRow.set(user, shapes);
  }
  return shapes.every(({ skuId }) => tenant.sku(skuId))
    ? shapes
    : shapes.filter(({ skuId }) => tenant.sku(skuId));
}

/** One entry for each source (Graph: licenseAssignmentState). */
export function licenseAssignmentStatesOf(user: UserRow, tenant: Tenant): LicenseAssignmentState[] {
  const known = user.licenses.filter(({ skuId }) => tenant.sku(skuId));
  return known.map((source) => ({
    skuId: source.skuId,
    disabledPlans: [...source.disabledPlans],
    assignedByGroup: source.groupId,
    state: source.state,
    error: source.error,
    lastUpdatedDateTime: source.at,
  }));
}

/** The plans behind the licenses in effect. */
export function assignedPlansOf(user: UserRow, tenant: Tenant): AssignedPlan[] {
  const active = activeSources(user);
  const enabled = enabledPlanIds(active, (skuId) => tenant.sku(skuId));
  return [...enabled].map((servicePlanId) => ({
    assignedDateTime: active[0]?.at,
    capabilityStatus: 'Enabled',
    service: 'exchange',
    servicePlanId,
  }));
}

/** The licenses in effect with the state of each plan (Graph: licenseDetails). */
export function licenseDetailsOf(user: UserRow, tenant: Tenant): LicenseDetails[] {
  return activeSkuIds(user).flatMap((skuId) => {
    const sku = tenant.sku(skuId);
    if (!sku) return [];
    const disabled = disabledPlansOf(user, skuId, tenant);
    return {
      id: Buffer.from(`${user.id}${skuId}`.replaceAll('-', ''), 'hex').toString('base64url'),
      skuId,
      skuPartNumber: sku.partNumber,
      servicePlans: sku.plans.map((plan) => servicePlanOf(plan, disabled.includes(plan.id))),
    };
  });
}

/** A plan as Graph lists it. */
export function servicePlanOf(plan: SeededPlan, isDisabled = false): ServicePlanInfo {
  return {
    servicePlanId: plan.id,
    servicePlanName: plan.name,
    provisioningStatus: isDisabled ? 'Disabled' : 'Success',
    appliesTo: plan.appliesTo ?? 'User',
  };
}

function activeSources(user: UserRow): readonly LicenseSource[] {
  return user.licenses.filter(({ state }) => state === 'Active');
}

function activeSkuIds(user: UserRow): string[] {
  return [...new Set(activeSources(user).map(({ skuId }) => skuId))];
}

/** A plan is off only where every source switches it off (Entra: the union of all sources). */
function disabledPlansOf(user: UserRow, skuId: string, tenant: Tenant): string[] {
  const sources = activeSources(user).filter((source) => source.skuId === skuId);
  if (sources.every(({ disabledPlans }) => disabledPlans.length === 0)) return [];
  const enabled = enabledPlanIds(sources, (id) => tenant.sku(id));
  return (tenant.sku(skuId)?.plans ?? []).filter(({ id }) => !enabled.has(id)).map(({ id }) => id);
}
