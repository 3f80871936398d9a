import { isGuid } from '../base/ids';

declare const productKeyBrand: unique symbol;
declare const poolKeyBrand: unique symbol;

/**
 * Name of a product in routes, queries, jobs, exports and decisions. Only the adapter that made it reads it: a product may be
 * available through several services, and not every product has a SKU.
 */
export type ProductKey = string & { readonly [productKeyBrand]: true };

/** Name of a pool of seats of one product, such as a SKU of the directory or an allotment. Opaque like `ProductKey`. */
export type PoolKey = string & { readonly [poolKeyBrand]: true };

/** Namespaces of product keys: what the id after the colon names. Keys live in links and journals, so these never change. */
export const productSpaces = {
  /** A SKU of the directory; every adapter that knows the SKU shares the key. */
  sku: 'sku',
  /** An entry of the catalog for a product that no service lists. */
  catalogue: 'catalogue',
  /** An id of the marketplace's catalog, such as `G2ALO6SPZNK7:0001`, of a product that is no SKU. */
  offer: 'offer',
  /** Ids of the service plans, in order and joined by `+`, of a product that has neither. Inferred: that they tell products apart. */
  plans: 'plans',
} as const;

/** Namespaces of pool keys, one for each service. */
export const poolSpaces = {
  /** The SKU itself, as `assignLicense` of Graph v1.0 addresses it. */
  directory: 'directory',
  /** An allotment of cloud licensing, by its opaque id. */
  allotment: 'allotment',
} as const;

/** Builds a product key from an id that is unique within its namespace. */
export function toProductKey(space: string, id: string): ProductKey {
  return `${space}:${id}` as ProductKey;
}

/** Builds a pool key from an id that is unique within its namespace. */
export function toPoolKey(space: string, id: string): PoolKey {
  return `${space}:${id}` as PoolKey;
}

/** Returns the id in a key of this namespace; undefined for a key of another one. */
export function idInKey(key: ProductKey | PoolKey, space: string): string | undefined {
  return key.startsWith(`${space}:`) ? key.slice(space.length + 1) : undefined;
}

/**
 * Parses a product key from a link, a decision or a journal. A bare GUID is a SKU id, written before products had keys of their
 * own, and a SKU id in a link may be in capitals. Anything else is kept as it is; a key that no adapter made matches no product.
 */
export function parseProductKey(text: string): ProductKey {
  const key = text as ProductKey;
  const skuId = idInKey(key, productSpaces.sku) ?? text;
  return isGuid(skuId) ? toProductKey(productSpaces.sku, skuId.toLowerCase()) : key;
}

/** Parses a pool key from a journal; a bare GUID is a SKU id, written before pools had keys. */
export function parsePoolKey(text: string): PoolKey {
  return isGuid(text) ? toPoolKey(poolSpaces.directory, text.toLowerCase()) : (text as PoolKey);
}
