import { daysFrom } from './daysFrom';
import type { CapabilityStatus, SeededProduct } from './product';
import type { SkuRow, SubscriptionRow } from './rows';

/** The SKUs that a tenant of so many users owns. */
export function makeSkus(products: readonly SeededProduct[], userCount: number): SkuRow[] {
  return products.map((product) => ({
    skuId: product.skuId,
    partNumber: product.partNumber,
    appliesTo: product.appliesTo,
    capabilityStatus: statusOf(product),
    units: {
      enabled: seatsIn(product, 'Enabled', userCount),
      warning: seatsIn(product, 'Warning', userCount),
      suspended: seatsIn(product, 'Suspended', userCount),
      lockedOut: seatsIn(product, 'LockedOut', userCount),
    },
    plans: product.plans,
    subscriptionIds: product.subscriptions.map(({ id }) => id),
  }));
}

/** The purchases behind the SKUs, with dates counted from the seed day. */
export function makeSubscriptions(
  products: readonly SeededProduct[],
  userCount: number,
  seedDay: number,
): SubscriptionRow[] {
  return products.flatMap((product) =>
    product.subscriptions.map((subscription) => ({
      id: subscription.id,
      commerceId: subscription.commerceId,
      skuId: product.skuId,
      partNumber: product.partNumber,
      status: subscription.status,
      totalLicenses: subscription.seats(userCount),
      isTrial: subscription.isTrial ?? false,
      createdDateTime: daysFrom(seedDay, -subscription.boughtDaysAgo),
      nextLifecycleDateTime:
        subscription.nextChangeInDays === undefined ? null : daysFrom(seedDay, subscription.nextChangeInDays),
      plans: product.plans,
    })),
  );
}

function seatsIn(product: SeededProduct, status: CapabilityStatus, userCount: number): number {
  return product.subscriptions
    .filter((subscription) => subscription.status === status)
    .reduce((sum, subscription) => sum + subscription.seats(userCount), 0);
}

const bestFirst: readonly CapabilityStatus[] = ['Enabled', 'Warning', 'Suspended', 'LockedOut', 'Deleted'];

/** Graph, subscribedSku: Enabled if at least one unit is; otherwise the best remaining state. */
function statusOf(product: SeededProduct): CapabilityStatus {
  return (
    bestFirst.find((status) =>
      product.subscriptions.some((subscription) => subscription.status === status),
    ) ?? 'Deleted'
  );
}
