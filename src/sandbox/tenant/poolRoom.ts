import type { GroupRow, UserRow } from './rows';
import { holdersOfPool, poolKeysOf, poolsOfSku, unitsOfPool } from './skuPools';
import type { Tenant } from './tenant';

interface Pool {
  readonly key: string;
  readonly units: number;
  readonly holderIds: Set<string>;
}

/** Seats left in the pools that a group's licenses come from, through a series of changes that are saved together. */
export class PoolRoom {
  readonly #tenant: Tenant;
  readonly #pools = new Map<string, readonly Pool[]>();

  constructor(tenant: Tenant, group: GroupRow) {
    this.#tenant = tenant;
    for (const { skuId } of group.licenses) {
      // Where there is one pool, its seats are those of the SKU.
      if (poolsOfSku(tenant, skuId).length < 2) continue;
      const keys = poolKeysOf(tenant, { ownerKind: 'group', ownerId: group.id }, skuId);
      const pools = keys.map((key) => ({
        key,
        units: unitsOfPool(tenant, skuId, key),
        holderIds: new Set(holdersOfPool(tenant, skuId, key)),
      }));
      this.#pools.set(skuId, pools);
    }
  }

  /** Seats left for the group; undefined where the SKU has one pool. */
  free(skuId: string): number | undefined {
    const pools = this.#pools.get(skuId);
    return pools && Math.min(...pools.map(({ units, holderIds }) => units - holderIds.size));
  }

  /** True if the person has a seat in every pool of the group; undefined where the SKU has one pool. */
  holds(userId: string, skuId: string): boolean | undefined {
    return this.#pools.get(skuId)?.every(({ holderIds }) => holderIds.has(userId));
  }

  /** Records how a person's row will be. */
  replace(user: UserRow): void {
    for (const [skuId, pools] of this.#pools)
      for (const { key, holderIds } of pools)
        if (this.#hasSeat(user, skuId, key)) holderIds.add(user.id);
        else holderIds.delete(user.id);
  }

  #hasSeat({ id, licenses }: UserRow, skuId: string, key: string): boolean {
    return licenses.some(
      (source) =>
        source.skuId === skuId &&
        source.state === 'Active' &&
        poolKeysOf(
          this.#tenant,
          source.groupId === null
            ? { ownerKind: 'user', ownerId: id }
            : { ownerKind: 'group', ownerId: source.groupId },
          skuId,
        ).includes(key),
    );
  }
}
