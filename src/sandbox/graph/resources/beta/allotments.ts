import type { AssigneeTypes, CloudProduct } from '../../../tenant/cloudProducts';
import { cloudProducts } from '../../../tenant/cloudProducts';
import type { CapabilityStatus, SeededPlan } from '../../../tenant/product';
import type { SubscriptionRow } from '../../../tenant/rows';
import type { Tenant } from '../../../tenant/tenant';
import { cloudSeatsOf } from './cloudSeats';

/** A pool of licenses of one product (Graph beta: allotment). The organization has one of each. */
export interface Allotment {
  /** Opaque to callers. */
  readonly id: string;
  readonly skuId: string;
  readonly partNumber: string;
  readonly allottedUnits: number;
  readonly consumedUnits: number;
  readonly assignableTo: AssigneeTypes;
  readonly plans: readonly SeededPlan[];
  readonly subscriptions: readonly AllotmentSubscription[];
  /** Set for a product that the directory does not know. */
  readonly cloudProduct?: CloudProduct;
}

/** A purchase behind an allotment. */
export interface AllotmentSubscription {
  readonly subscriptionId: string;
  readonly state: string;
  readonly startDate: string | null;
  readonly nextLifecycleDate: string | null;
}

/** Every allotment of the tenant: its SKUs for people, and the products that are nowhere else. */
export function allotmentsOf(tenant: Tenant): Allotment[] {
  const owned = tenant.skus.filter(({ appliesTo }) => appliesTo === 'User');
  return [
    ...owned.map((sku): Allotment => ({
      id: allotmentIdOf(sku.skuId),
      skuId: sku.skuId,
      partNumber: sku.partNumber,
      allottedUnits: sku.units.enabled + sku.units.warning,
      consumedUnits: tenant.consumedUnits(sku.skuId),
      assignableTo: 'user,group',
      plans: sku.plans,
      subscriptions: tenant.subscriptions.filter(({ skuId }) => skuId === sku.skuId).map(subscriptionOf),
    })),
    ...cloudProducts.map((product) => cloudAllotment(product, tenant)),
  ];
}

/** The allotment of an id or of a SKU; undefined when there is none. */
export function findAllotment(
  tenant: Tenant,
  key: { id: string } | { skuId: string },
): Allotment | undefined {
  return allotmentsOf(tenant).find((allotment) =>
    'id' in key ? allotment.id === key.id.toLowerCase() : allotment.skuId === key.skuId,
  );
}

/**
 * Returns the id of the allotment of a SKU. Inferred: that the two ids differ; a client that mixes them up fails here.
 */
function allotmentIdOf(skuId: string): string {
  const hex = [...skuId.replaceAll('-', '')].reverse().join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function cloudAllotment(product: CloudProduct, tenant: Tenant): Allotment {
  const { skuId, partNumber, units, assignableTo, plans, subscriptionId } = product;
  return {
    id: allotmentIdOf(skuId),
    skuId,
    partNumber,
    allottedUnits: units,
    consumedUnits: cloudSeatsOf(product, tenant).holderIds.size,
    assignableTo,
    plans,
    subscriptions: [{ subscriptionId, state: 'active', startDate: null, nextLifecycleDate: null }],
    cloudProduct: product,
  };
}

/** Inferred: that the states are those of usage rights. */
export const stateOfStatus: Readonly<Record<CapabilityStatus, string>> = {
  Enabled: 'active',
  Warning: 'warning',
  Suspended: 'suspended',
  LockedOut: 'suspended',
  Deleted: 'inactive',
};

function subscriptionOf(row: SubscriptionRow): AllotmentSubscription {
  return {
    subscriptionId: row.commerceId,
    state: stateOfStatus[row.status],
    startDate: row.createdDateTime,
    nextLifecycleDate: row.nextLifecycleDateTime,
  };
}
