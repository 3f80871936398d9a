import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import { isGuid } from '../../../base/ids';
import { idInKey, poolSpaces, productSpaces, toPoolKey, toProductKey, type ProductKey } from '../../keys';
import type { PoolRef } from '../../types';

/** Returns a SKU id of Graph in the case that keys have. */
export const skuIdWire = v.pipe(v.string(), v.toLowerCase());

/** Returns the key of the product of this SKU; `skuId` is in lower case. */
export function toSkuProduct(skuId: string): ProductKey {
  return toProductKey(productSpaces.sku, skuId);
}

/** Cache of keys by SKU id, so that 100,000 seats of one SKU share the same two strings. */
const refs = new Map<string, PoolRef>();

/** Returns the product and pool of this SKU: on Graph v1.0 each SKU is one pool, whatever the number of its subscriptions. */
export function toSkuRef(skuId: string): PoolRef {
  const known = refs.get(skuId);
  if (known) return known;
  const ref = { product: toSkuProduct(skuId), pool: toPoolKey(poolSpaces.directory, skuId) };
  refs.set(skuId, ref);
  return ref;
}

/** Returns the SKU id of a product; undefined for a key that this adapter did not make. */
export function skuIdOf(product: ProductKey): string | undefined {
  return guidOf(idInKey(product, productSpaces.sku));
}

/** Returns the SKU id of a product. Throws AppError `not-found` for a key that this adapter did not make. */
export function requireSkuId(product: ProductKey): string {
  const skuId = skuIdOf(product);
  if (skuId === undefined) throw new AppError('not-found');
  return skuId;
}

/** Returns the SKU id of a pool; undefined if this adapter did not make the keys, or they are of different SKUs. */
export function skuIdOfPool({ product, pool }: PoolRef): string | undefined {
  const skuId = guidOf(idInKey(pool, poolSpaces.directory));
  return skuId === skuIdOf(product) ? skuId : undefined;
}

/** Returns undefined unless the id is a GUID, since ids are put into filters and bodies. */
function guidOf(id: string | undefined): string | undefined {
  return id !== undefined && isGuid(id) ? id : undefined;
}
