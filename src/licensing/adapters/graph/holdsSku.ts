import { AppError } from '../../../base/appError';
import { isGuid } from '../../../base/ids';

/**
 * The filter for everyone to whom the SKU is assigned (Graph: `assignedLicenses` takes the GUID without quotes).
 * Throws AppError `not-found` for what is no GUID: no SKU has such an id.
 */
export function holdsSku(skuId: string): string {
  if (!isGuid(skuId)) throw new AppError('not-found');
  return `assignedLicenses/any(x:x/skuId eq ${skuId})`;
}
