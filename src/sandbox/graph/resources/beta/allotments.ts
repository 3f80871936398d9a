import { createHash } from 'node:crypto';
import type { CloudPool, CloudProduct } from '../../../tenant/cloudProducts';
import { daysFrom } from '../../../tenant/daysFrom';
import type { CapabilityStatus, SeededPlan } from '../../../tenant/product';
import { isOfMicrosoft } from '../../../tenant/ownedProducts';
import type { SkuRow, SubscriptionRow } from '../../../tenant/rows';
import { holdersOfPool, poolsOfSku, unitsOfPool } from '../../../tenant/skuPools';
import type { SkuPool } from '../../../tenant/skuPools';
import type { Call } from '../../call';
import { openId, sealId } from './opaqueId';

/** The part of a call that cloud licensing looks at. */
export type CloudView = Pick<Call, 'tenant'> & { readonly directory: Pick<Call['directory'], 'settings'> };

/** A pool of licenses of one product (Graph beta: allotment). */
export interface Allotment {
  /** Opaque to callers. */
  readonly id: string;
  /** The pool. */
  readonly key: string;
  /** Known to the sandbox alone. */
  readonly productKey: string;
  /** Undefined where the product is not in the directory. */
  readonly sku?: { readonly skuId: string; readonly partNumber: string };
  readonly catalogId?: string;
  /** Undefined where the service does not say it. */
  readonly managementScope?: 'organization' | 'individual';
  /** The person who may give it; undefined for what belongs to the organization. */
  readonly ownerId?: string;
  /** Seats that can be given. */
  readonly units: number;
  readonly assignableTo: string;
  readonly plans: readonly SeededPlan[];
  readonly subscription: AllotmentSubscription;
  /** SKU under which the directory keeps the assignments; undefined where cloud licensing keeps them. */
  readonly directorySkuId?: string;
}

/** The purchase behind an allotment (Graph beta: subscription). */
export interface AllotmentSubscription {
  readonly subscriptionId: string;
  /** Without a time. */
  readonly startDate: string;
  readonly nextLifecycleDate: string | null;
  readonly state: string;
  readonly tags: string;
}

/** Every allotment of the tenant: one for each purchase of a SKU for people, and of the products that are nowhere else. */
export function allotmentsOf(view: CloudView): Allotment[] {
  const { tenant } = view;
  const owned = tenant.skus.filter(({ appliesTo }) => appliesTo === 'User');
  return [
    ...owned.flatMap((sku) => poolsOfSku(tenant, sku.skuId).map((pool) => skuAllotment(sku, pool, view))),
    ...tenant.owned.cloudProducts.flatMap((product) =>
      product.pools.map((pool) => cloudAllotment(product, pool, tenant.seedDay)),
    ),
  ];
}

/** The allotment of an id; undefined when there is none. */
export function findAllotment(view: CloudView, id: string): Allotment | undefined {
  const meaning = openId(id);
  if (meaning?.kind !== 'allotment') return undefined;
  return allotmentsOf(view).find(({ key }) => meaning.isKey(key));
}

/** The allotment of a pool; undefined when there is none. */
export function allotmentOfPool(view: CloudView, poolKey: string): Allotment | undefined {
  return allotmentsOf(view).find(({ key }) => key === poolKey);
}

/** Returns the seats in use. */
export function consumedUnitsOf({ key, directorySkuId }: Allotment, { tenant }: CloudView): number {
  if (directorySkuId === undefined) return tenant.cloudSeats.get(key)?.holderIds.length ?? 0;
  return poolsOfSku(tenant, directorySkuId).length < 2
    ? tenant.consumedUnits(directorySkuId)
    : holdersOfPool(tenant, directorySkuId, key).size;
}

/** True if the lists of the directory have the SKU. */
export function isInDirectory({ tenant, directory }: CloudView, skuId: string): boolean {
  return directory.settings.doors !== 'cloud-licensing' || isOfMicrosoft(tenant, skuId);
}

/**
 * The name in the marketplace of a SKU that is not in the directory; one product in three has none, as the published type
 * does not name it.
 */
function catalogIdOf(skuId: string): string | undefined {
  const digest = createHash('sha256').update(skuId).digest();
  if (digest.readUInt8(0) % 3 === 0) return undefined;
  return `${digest.toString('base64url').replace(/[-_]/g, 'X').slice(0, 12).toUpperCase()}:0001`;
}

function skuAllotment(sku: SkuRow, pool: SkuPool, view: CloudView): Allotment {
  const { skuId, partNumber, plans } = sku;
  const row = view.tenant.subscriptions.find(({ commerceId }) => commerceId === pool.key);
  const isShown = isInDirectory(view, skuId);
  return {
    id: idOfPool(pool.key),
    key: pool.key,
    productKey: skuId,
    ...(isShown
      ? { sku: { skuId, partNumber } }
      : { catalogId: catalogIdOf(skuId), managementScope: 'organization' as const }),
    units: unitsOfPool(view.tenant, skuId, pool.key),
    assignableTo: 'user,group',
    plans,
    subscription: subscriptionOf(sku, pool, row),
    directorySkuId: skuId,
  };
}

function subscriptionOf(sku: SkuRow, pool: SkuPool, row: SubscriptionRow | undefined): AllotmentSubscription {
  // A SKU that is suspended as a whole has no purchase that is not.
  const status = sku.capabilityStatus === 'Suspended' ? 'Suspended' : pool.subscription.status;
  return {
    subscriptionId: pool.key,
    startDate: dateOf(row?.createdDateTime) ?? '',
    nextLifecycleDate: dateOf(row?.nextLifecycleDateTime),
    state: states[status],
    tags: row?.isTrial ? 'trial' : 'none',
  };
}

function cloudAllotment(product: CloudProduct, pool: CloudPool, seedDay: number): Allotment {
  const next = pool.nextChangeInDays;
  return {
    id: idOfPool(pool.key),
    key: pool.key,
    productKey: product.key,
    sku: product.sku,
    catalogId: product.catalogId,
    managementScope: pool.ownerId === undefined ? 'organization' : 'individual',
    ownerId: pool.ownerId,
    units: unitsOf(pool),
    assignableTo: product.assignableTo,
    plans: product.plans,
    subscription: {
      subscriptionId: pool.key,
      startDate: dateOf(daysFrom(seedDay, -pool.boughtDaysAgo)) ?? '',
      nextLifecycleDate: next === undefined ? null : dateOf(daysFrom(seedDay, next)),
      state: states[pool.status],
      tags: pool.isTrial ? 'trial' : 'none',
    },
  };
}

/** Inferred: that a purchase in any other state has no seats to give, as in the directory. */
export function unitsOf({ status, units }: CloudPool): number {
  return status === 'Enabled' || status === 'Warning' ? units : 0;
}

const poolIds = new Map<string, string>();

/** Every list names every pool, and an id stays what it is. */
function idOfPool(key: string): string {
  const id = poolIds.get(key) ?? sealId({ kind: 'allotment', ownerKind: 'user', ownerId: key, key });
  poolIds.set(key, id);
  return id;
}

/** Graph beta: subscription, states. */
const states: Readonly<Record<CapabilityStatus, string>> = {
  Enabled: 'active',
  Warning: 'warning',
  Suspended: 'suspended',
  LockedOut: 'lockedOut',
  Deleted: 'deleted',
};

function dateOf(time: string | null | undefined): string | null {
  return time?.slice(0, 10) ?? null;
}
