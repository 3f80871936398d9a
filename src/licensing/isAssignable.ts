import type { AssignableProduct, Product, TenantProduct } from './product';

/** Returns true if this app can assign licenses of the product. */
export function isAssignable(product: Product): product is AssignableProduct {
  return product.owned !== undefined && product.coverage.kind === 'assignable';
}

/** True if the tenant owns the product, whether or not it can be assigned now; others are known from the catalogue only. */
export function isOwned(product: Product): product is TenantProduct {
  return product.owned !== undefined;
}
