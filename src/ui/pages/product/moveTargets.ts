import { isAssignable } from '../../../licensing/isAssignable';
import type { ProductKey } from '../../../licensing/keys';
import type { AssignableProduct, Product } from '../../../licensing/product';

/** Returns the products to which holders can be moved: assignable ISV products, by name. */
export function moveTargets(products: readonly Product[], fromKey: ProductKey): readonly AssignableProduct[] {
  return products
    .filter(isAssignable)
    .filter(
      ({ key, classification, isHidden }) =>
        key !== fromKey && classification.owner !== 'microsoft' && !isHidden,
    )
    .sort((one, other) => one.name.localeCompare(other.name));
}
