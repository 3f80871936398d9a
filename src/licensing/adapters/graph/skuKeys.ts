import * as v from 'valibot';
import { AppError } from '../../../base/appError';
import { isGuid } from '../../../base/ids';
import { idInKey, poolSpaces, productSpaces, toPoolKey, toProductKey, type ProductKey } from '../../keys';
import type { PoolRef } from '../../types';

/** A SKU id of the wire, in the case that keys have. */
export const skuIdWire = v.pipe(v.string(), v.toLowerCase());

/** Key of the product that is this SKU; `skuId` in lower case. */
export function toSkuProduct(skuId: string): ProductKey {
  return toProductKey(productSpaces.sku, skuId);
}

/** Keys by SKU id: each of 100,000 seats of one SKU names the same two texts. */
const refs = new Map<string, PoolRef>();

/** Product and pool of this SKU: on Graph v1.0 each SKU is one pool, whatever the number of its subscriptions. */
export function toSkuRef(skuId: string): PoolRef {
  const known = refs.get(skuId);
  if (known) return known;
  const ref = { product: toSkuProduct(skuId), pool: toPoolKey(poolSpaces.directory, skuId) };
  refs.set(skuId, ref);
  return ref;
}

/** SKU id of a product; undefined for a key that this adapter did not make. */
export function skuIdOf(product: ProductKey): string | undefined {
  return guidOf(idInKey(product, productSpaces.sku));
}

/** SKU id of a product. Throws AppError `not-found` for a key that this adapter did not make. */
export function requireSkuId(product: ProductKey): string {
  const skuId = skuIdOf(product);
  if (skuId === undefined) throw new AppError('not-found');
  return skuId;
}

/** SKU id of a pool; undefined where this adapter did not make the keys, or not for each other. */
export function skuIdOfPool({ product, pool }: PoolRef): string | undefined {
  const skuId = guidOf(idInKey(pool, poolSpaces.directory));
  return skuId === skuIdOf(product) ? skuId : undefined;
}

/** Ids go into filters and bodies, so that only a GUID counts as one. */
function guidOf(id: string | undefined): string | undefined {
  return id !== undefined && isGuid(id) ? id : undefined;
}
