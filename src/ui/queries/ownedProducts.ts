import { queryOptions } from '@tanstack/react-query';
import type { LicensingAdapter } from '../../licensing/licensingAdapter';
import { keys } from './keys';

/** Query of all products that the tenant owns. */
export const ownedProductsOptions = (licensing: LicensingAdapter) =>
  queryOptions({ queryKey: keys.products, queryFn: ({ signal }) => licensing.listProducts(signal) });
