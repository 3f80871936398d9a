import type { LicenseJobSubject } from '../../../licensing/licenseJob';
import type { Product } from '../../../licensing/product';

/** A product as a job remembers it. */
export function productOfJob({ key, name }: Product, skuId: string): LicenseJobSubject['products'][number] {
  return { key, skuId, name };
}
