import { AppError } from '../../../base/appError';
import { isGuid } from '../../../base/ids';
import { idInKey, poolSpaces, productSpaces, toPoolKey, toProductKey } from '../../keys';
import type { PoolKey, ProductKey } from '../../keys';

/** Names of an allotment's product, as the allotment gives them. */
interface ProductNames {
  readonly skuId: string | undefined;
  readonly catalogId: string | undefined;
  readonly planIds: readonly string[];
}

/**
 * Returns the key of an allotment's product: by its SKU, else by its id in the marketplace's catalog, else by its service
 * plans. Undefined where it says none of these.
 * Inferred: that allotments of the same plans are of one product, where neither a SKU nor a catalog id tells.
 */
export function productKeyOf({ skuId, catalogId, planIds }: ProductNames): ProductKey | undefined {
  if (skuId !== undefined && isGuid(skuId)) return toProductKey(productSpaces.sku, skuId.toLowerCase());
  if (catalogId) return toProductKey(productSpaces.offer, catalogId);
  if (planIds.length === 0) return undefined;
  const sorted = [...new Set(planIds.map((id) => id.toLowerCase()))].sort();
  return toProductKey(productSpaces.plans, sorted.join('+'));
}

/** Returns the key of a product of which nothing is known but its place in the list, from 0. */
export function unnamedKey(place: number): ProductKey {
  return toProductKey(productSpaces.plans, `unnamed-${place + 1}`);
}

/** Returns the key of an allotment's pool. */
export function poolKeyOf(allotmentId: string): PoolKey {
  return toPoolKey(poolSpaces.allotment, allotmentId);
}

/** Returns the id of a pool's allotment; undefined for a key of another adapter. */
export function allotmentIdOf(pool: PoolKey): string | undefined {
  return idInKey(pool, poolSpaces.allotment) || undefined;
}

const ownSpaces = [productSpaces.sku, productSpaces.offer, productSpaces.plans];

/** True for a product that this adapter may know; the SKUs of the directory are among them. */
export function isOwnKey(product: ProductKey): boolean {
  return ownSpaces.some((space) => Boolean(idInKey(product, space)));
}

/** Throws AppError `not-found` for a key that this adapter did not make. */
export function requireOwnKey(product: ProductKey): void {
  if (!isOwnKey(product)) throw new AppError('not-found');
}

/** Returns the SKU id of a product; undefined where it has none, so that the service keeps no errors of it. */
export function skuIdOf(product: ProductKey): string | undefined {
  const id = idInKey(product, productSpaces.sku);
  return id !== undefined && isGuid(id) ? id : undefined;
}
