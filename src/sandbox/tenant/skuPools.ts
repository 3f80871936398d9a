import { cloudAssignmentKey } from './cloudRows';
import type { AssigneeKind, CloudAssignmentRow } from './cloudRows';
import { productOf, type WithProducts } from './ownedProducts';
import type { SeededProduct, SeededSubscription } from './product';
import type { Tenant } from './tenant';

/** One pool of seats of a SKU of the directory: a purchase, with seats of its own. */
export interface SkuPool {
  readonly key: string;
  readonly subscription: SeededSubscription;
}

const poolsOfProduct = new WeakMap<SeededProduct, readonly SkuPool[]>();

/** Returns the pools of a SKU, one for each purchase (Graph beta: allotments are made with subscriptions). */
export function poolsOfSku(tenant: WithProducts, skuId: string): readonly SkuPool[] {
  const product = productOf(tenant, skuId);
  if (!product) return [];
  const known = poolsOfProduct.get(product);
  if (known) return known;
  const pools = product.subscriptions.map((subscription) => ({ key: subscription.commerceId, subscription }));
  poolsOfProduct.set(product, pools);
  return pools;
}

type PoolTenant = Pick<
  Tenant,
  'owned' | 'users' | 'groups' | 'user' | 'group' | 'cloudAssignments' | 'holderPlaces' | 'sku'
>;

/** An object that holds a license. */
export interface PoolOwner {
  readonly ownerKind: AssigneeKind;
  readonly ownerId: string;
}

/** Returns what is stored of an owner's license of a SKU: from which pools it comes, if not from the first alone. */
export function storedPlacements(
  tenant: Pick<Tenant, 'owned' | 'cloudAssignments'>,
  owner: PoolOwner,
  skuId: string,
): CloudAssignmentRow[] {
  const pools = poolsOfSku(tenant, skuId);
  if (pools.length < 2) return [];
  return pools.flatMap(({ key }) => tenant.cloudAssignments.get(cloudAssignmentKey(owner, key)) ?? []);
}

/** Returns the pools that an owner's license of a SKU comes from; a license without a note comes from the first. */
export function poolKeysOf(
  tenant: Pick<Tenant, 'owned' | 'cloudAssignments'>,
  owner: PoolOwner,
  skuId: string,
): string[] {
  const stored = storedPlacements(tenant, owner, skuId);
  return stored.length > 0
    ? stored.map(({ poolKey }) => poolKey)
    : poolsOfSku(tenant, skuId)
        .slice(0, 1)
        .map(({ key }) => key);
}

/** Returns the people who hold a seat of each pool of a SKU. Somebody on two pools takes a seat of both. */
function holdersByPool(tenant: PoolTenant, skuId: string): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>(
    poolsOfSku(tenant, skuId).map(({ key }) => [key, new Set<string>()]),
  );
  for (const place of tenant.holderPlaces(skuId)) {
    const user = tenant.users[place];
    for (const source of user?.licenses ?? []) {
      if (!user || source.skuId !== skuId || source.state !== 'Active') continue;
      const owner: PoolOwner =
        source.groupId === null
          ? { ownerKind: 'user', ownerId: user.id }
          : { ownerKind: 'group', ownerId: source.groupId };
      for (const key of poolKeysOf(tenant, owner, skuId)) holders.get(key)?.add(user.id);
    }
  }
  return holders;
}

/** Returns the people who hold a seat of one pool. */
export function holdersOfPool(tenant: PoolTenant, skuId: string, key: string): ReadonlySet<string> {
  return holdersByPool(tenant, skuId).get(key) ?? new Set();
}

/** Returns the seats of a pool that can be given. Inferred: those in their grace period can, suspended ones cannot. */
export function unitsOfPool(tenant: Pick<Tenant, 'owned' | 'sku'>, skuId: string, key: string): number {
  const units = tenant.sku(skuId)?.units;
  const pools = poolsOfSku(tenant, skuId);
  if (!units) return 0;
  if (pools.length < 2) return units.enabled + units.warning;
  const status = pools.find((pool) => pool.key === key)?.subscription.status;
  if (status === 'Enabled') return units.enabled;
  return status === 'Warning' ? units.warning : 0;
}

/** Returns the seats that people on several pools of a SKU take beyond their first. */
export function extraSeats(tenant: PoolTenant, skuId: string): number {
  const pools = poolsOfSku(tenant, skuId);
  if (pools.length < 2) return 0;
  const sets = [...holdersByPool(tenant, skuId).values()];
  const people = new Set(sets.flatMap((ids) => [...ids]));
  return sets.reduce((sum, ids) => sum + ids.size, 0) - people.size;
}

/** Returns the first pool of a SKU with a free seat; undefined if there is none. */
export function poolWithRoom(tenant: PoolTenant, skuId: string): string | undefined {
  return poolsOfSku(tenant, skuId).find(
    ({ key }) => unitsOfPool(tenant, skuId, key) > holdersOfPool(tenant, skuId, key).size,
  )?.key;
}
