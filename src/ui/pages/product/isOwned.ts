import type { Product } from '../../../licensing/product';
import type { OwnedProduct } from '../../../licensing/types';

/** A product that the tenant owns; a suspended one too, which nobody can be given. */
export interface TenantProduct extends Product {
  readonly owned: OwnedProduct;
}

/** Whether the tenant owns the product; others are known from the catalogue only. */
export function isOwned(product: Product): product is TenantProduct {
  return product.owned !== undefined;
}
