import type { MovePreflight } from '../../licensing/preflight/previewMove';
import type { AssignableProduct, Product } from '../../licensing/product';
import { operationNames, toJobProduct, toPlannedItem, type LicenseJobPlan } from '../licenseJob';

/** Plans the job that moves everyone in the preview from one product to another, in one call each. */
export function planMoves(
  product: Product,
  skuId: string,
  target: AssignableProduct,
  { lines }: MovePreflight,
): LicenseJobPlan {
  return {
    operation: operationNames.changeLicenses,
    subject: {
      kind: 'move',
      products: [toJobProduct(product, skuId), toJobProduct(target, target.sku.skuId)],
    },
    items: lines.map(({ principal, change, outcome }) => toPlannedItem(principal, change, outcome)),
  };
}
