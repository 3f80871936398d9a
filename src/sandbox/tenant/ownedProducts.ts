import type { CloudProduct } from './cloudProducts';
import { cloudProducts } from './cloudProducts';
import type { SeededProduct } from './product';
import { products } from './products';

/** Everything that a tenant owns. */
export interface OwnedProducts {
  /** SKUs of the directory. */
  readonly products: readonly SeededProduct[];
  /** Products that only cloud licensing knows. */
  readonly cloudProducts: readonly CloudProduct[];
  /** Seats that a new tenant has given, by SKU or pool; undefined seeds the people and groups that the tests know. */
  readonly given?: ReadonlyMap<string, number>;
}

/** The products of the tenant that the sandbox makes by itself. */
export const seededProducts: OwnedProducts = { products, cloudProducts };

/** A tenant, or as much of one as has products. */
export interface WithProducts {
  readonly owned: OwnedProducts;
}

const bySku = new WeakMap<OwnedProducts, ReadonlyMap<string, SeededProduct>>();

/** Returns the product of a SKU; undefined where the tenant owns none. */
export function productOf({ owned }: WithProducts, skuId: string): SeededProduct | undefined {
  let known = bySku.get(owned);
  if (!known) {
    known = new Map(owned.products.map((product) => [product.skuId, product]));
    bySku.set(owned, known);
  }
  return known.get(skuId);
}

/** True if the SKU is one of Microsoft's own. */
export function isOfMicrosoft(tenant: WithProducts, skuId: string): boolean {
  return productOf(tenant, skuId)?.isFirstParty === true;
}
