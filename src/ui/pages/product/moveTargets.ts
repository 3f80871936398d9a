import { isAssignable } from '../../../licensing/isAssignable';
import type { ProductKey } from '../../../licensing/keys';
import type { AssignableProduct, Product } from '../../../licensing/product';

/** The products to which the holders of one can be moved, by name: those of vendors that can be assigned. */
export function moveTargets(products: readonly Product[], fromKey: ProductKey): readonly AssignableProduct[] {
  return products
    .filter(isAssignable)
    .filter(({ key, verdict, isHidden }) => key !== fromKey && verdict.owner !== 'microsoft' && !isHidden)
    .sort((one, other) => one.name.localeCompare(other.name));
}
