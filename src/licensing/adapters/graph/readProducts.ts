import * as v from 'valibot';
import type { Graph } from '../../../graph/types';
import type { Capability, OwnedProduct, Subscription } from '../../types';
import { withFallback } from './requests';
import { skuIdWire, toSkuRef } from './skuKeys';

const skuWire = v.object({
  skuId: skuIdWire,
  skuPartNumber: v.string(),
  appliesTo: v.string(),
  capabilityStatus: v.string(),
  consumedUnits: v.number(),
  prepaidUnits: v.object({ enabled: v.number(), warning: v.number() }),
  servicePlans: v.array(
    v.object({ servicePlanId: v.string(), servicePlanName: v.string(), appliesTo: v.nullish(v.string()) }),
  ),
});

const subscriptionWire = v.object({
  id: v.string(),
  skuId: skuIdWire,
  status: v.string(),
  isTrial: v.nullish(v.boolean()),
  totalLicenses: v.number(),
  nextLifecycleDateTime: v.nullish(v.string()),
  createdDateTime: v.nullish(v.string()),
});

const scopes = ['LicenseAssignment.Read.All'] as const;

/** Reads all SKUs as products of one pool, with their subscriptions; without these where the role does not let them be read. */
export async function readProducts(graph: Graph, signal?: AbortSignal): Promise<readonly OwnedProduct[]> {
  const [skus, subscriptions] = await Promise.all([
    graph.allPages({ path: '/subscribedSkus', scopes, signal }, skuWire),
    withFallback(graph.allPages({ path: '/directory/subscriptions', scopes, signal }, subscriptionWire), []),
  ]);
  return skus.map((sku) =>
    toOwnedProduct(
      sku,
      subscriptions.filter(({ skuId }) => skuId === sku.skuId),
    ),
  );
}

function toOwnedProduct(
  wire: v.InferOutput<typeof skuWire>,
  subscriptions: readonly v.InferOutput<typeof subscriptionWire>[],
): OwnedProduct {
  const { product, pool } = toSkuRef(wire.skuId);
  const capability = toCapability(wire.capabilityStatus);
  // Units in their grace period still count as seats, suspended ones do not (Microsoft 365: what happens when a subscription expires).
  const total = wire.prepaidUnits.enabled + wire.prepaidUnits.warning;
  const seats = { total, assigned: wire.consumedUnits, available: total - wire.consumedUnits };
  return {
    key: product,
    identifiers: { skuId: wire.skuId, partNumber: wire.skuPartNumber },
    capability,
    isUserScoped: wire.appliesTo === 'User',
    seats,
    plans: wire.servicePlans.map((plan) => ({
      id: plan.servicePlanId,
      partName: plan.servicePlanName,
      isUserScoped: plan.appliesTo !== 'Company',
    })),
    pools: [{ key: pool, capability, seats, subscriptions: subscriptions.map(toSubscription) }],
  };
}

function toSubscription(wire: v.InferOutput<typeof subscriptionWire>): Subscription {
  return {
    id: wire.id,
    status: toCapability(wire.status),
    isTrial: wire.isTrial === true,
    seats: wire.totalLicenses,
    nextLifecycleAt: wire.nextLifecycleDateTime ?? undefined,
    createdAt: wire.createdDateTime ?? undefined,
  };
}

const capabilities: Readonly<Record<string, Capability>> = {
  Enabled: 'enabled',
  Warning: 'warning',
  Suspended: 'suspended',
  Deleted: 'deleted',
  LockedOut: 'locked-out',
};

function toCapability(status: string): Capability {
  // A status that is newer than this app must not lock the product: the service itself refuses what is not allowed.
  return capabilities[status] ?? 'enabled';
}
