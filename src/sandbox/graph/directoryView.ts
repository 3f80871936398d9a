import { isOfMicrosoft } from '../tenant/ownedProducts';
import type { Tenant } from '../tenant/tenant';

const views = new WeakMap<Tenant, Tenant>();

/** A tenant whose directory knows Microsoft's own products alone. Changes go to the tenant itself. */
export function directoryView(tenant: Tenant): Tenant {
  let view = views.get(tenant);
  if (!view) {
    view = {
      ...tenant,
      get skus() {
        return tenant.skus.filter(({ skuId }) => isOfMicrosoft(tenant, skuId));
      },
      get users() {
        return tenant.users;
      },
      get groups() {
        return tenant.groups;
      },
      subscriptions: tenant.subscriptions.filter(({ skuId }) => isOfMicrosoft(tenant, skuId)),
      sku: (skuId) => (isOfMicrosoft(tenant, skuId.toLowerCase()) ? tenant.sku(skuId) : undefined),
      user: (key) => tenant.user(key),
      group: (id) => tenant.group(id),
      placeOf: (kind, id) => tenant.placeOf(kind, id),
      groupsOf: (memberId) => tenant.groupsOf(memberId),
      holderPlaces: (skuId) => (isOfMicrosoft(tenant, skuId) ? tenant.holderPlaces(skuId) : []),
      membersInError: (groupId) => tenant.membersInError(groupId),
      consumedUnits: (skuId) => tenant.consumedUnits(skuId),
      freeSeats: (skuId) => tenant.freeSeats(skuId),
      save: (change) => tenant.save(change),
      replaceSku: (sku) => tenant.replaceSku(sku),
      watch: (listener) => tenant.watch(listener),
      groundTruth: () => tenant.groundTruth(),
      close: () => tenant.close(),
    };
    views.set(tenant, view);
  }
  return view;
}
