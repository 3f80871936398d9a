import type { Product } from '../../../../licensing/product';
import type { SubscribedSku } from '../../../../licensing/types';

/** A product that people can be moved to. */
export interface MoveTarget extends Product {
  readonly sku: SubscribedSku;
}

/** The products to which the holders of one can be moved, by name: those of vendors that can be assigned. */
export function moveTargets(products: readonly Product[], fromKey: string): readonly MoveTarget[] {
  return products
    .filter((product): product is MoveTarget => product.sku !== undefined && product.key !== fromKey)
    .filter(
      ({ coverage, verdict, isHidden }) =>
        coverage.kind === 'assignable' && verdict.owner !== 'microsoft' && !isHidden,
    )
    .sort((one, other) => one.name.localeCompare(other.name));
}
