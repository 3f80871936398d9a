import type { Product } from '../../../licensing/product';
import type { OwnedProduct } from '../../../licensing/types';

/** A product that the tenant owns, including a suspended one, which cannot be assigned. */
export interface TenantProduct extends Product {
  readonly owned: OwnedProduct;
}

/** True if the tenant owns the product; others are known from the catalog only. */
export function isOwned(product: Product): product is TenantProduct {
  return product.owned !== undefined;
}
