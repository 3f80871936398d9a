import type { AssignableProduct, Product } from './product';

/** Whether this app can give people licenses of the product. */
export function isAssignable(product: Product): product is AssignableProduct {
  return product.owned !== undefined && product.coverage.kind === 'assignable';
}
