import type { AssignableProduct, Product } from './product';

/** Whether this app can give people licenses of the product. */
export function isAssignable(product: Product): product is AssignableProduct {
  return product.owned !== undefined && product.coverage.kind === 'assignable';
}

/** True for a product of the organization, whether or not it can be assigned now. */
export function isOfTenant(product: Product): product is AssignableProduct {
  return product.owned !== undefined;
}
