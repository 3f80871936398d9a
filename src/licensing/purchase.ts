import type { Product } from './product';

/** Seller of a product, at whom the number of licenses is changed. */
export type Seller = 'microsoft' | 'vendor' | 'unknown';

/** Page of the Microsoft 365 admin center with all products that were bought through Microsoft. */
export const adminCenterUrl = 'https://admin.microsoft.com/Adminportal/Home#/subscriptions';

/**
 * Returns the seller of a product, as far as its facts tell. Inferred: an id of the marketplace's catalog is given to what was bought
 * through Microsoft (Graph beta: allotment, design). A page of the vendor to change the number says that the vendor sells it.
 */
export function sellerOf({ owned, classification, coverage, links }: Product): Seller {
  if (owned?.identifiers.catalogId !== undefined || classification.owner === 'microsoft') return 'microsoft';
  const isVendors =
    coverage.kind === 'not-visible' ||
    (coverage.kind === 'visible-only' && coverage.because === 'vendor-assigns');
  return isVendors || links.manage !== undefined ? 'vendor' : 'unknown';
}
