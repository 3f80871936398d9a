import { queryOptions } from '@tanstack/react-query';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { keys } from './keys';

/** Every SKU that the tenant owns. */
export const skusOptions = (licensing: LicensingAdapter) =>
  queryOptions({ queryKey: keys.skus, queryFn: ({ signal }) => licensing.listSkus(signal) });
