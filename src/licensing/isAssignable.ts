import type { AssignableProduct, Product, TenantProduct } from './product';

/** Returns true if this app can assign licenses of the product. */
export function isAssignable(product: Product): product is AssignableProduct {
  return product.owned !== undefined && product.coverage.kind === 'assignable';
}

/** True if the organization's own admins can't give the product's free licenses to anyone, since the vendor keeps them to itself. */
export function isGivenByVendor({ coverage }: Pick<Product, 'coverage'>): boolean {
  return (
    coverage.kind === 'visible-only' &&
    (coverage.because === 'not-for-people' || coverage.because === 'vendor-assigns')
  );
}

/** True if the tenant owns the product, whether or not it can be assigned now; others are known from the catalogue only. */
export function isOwned(product: Product): product is TenantProduct {
  return product.owned !== undefined;
}
