import { idInKey, productSpaces, type PoolKey, type ProductKey } from '../keys';
import type { Product } from '../product';
import type { OwnedProduct } from '../types';
import { describeProducts } from './describeProducts';
import type { Catalogue, ProductChoices } from './types';

/** A product that the tenant no longer lists, known from its holders. */
export interface UnlistedProduct {
  readonly key: ProductKey;
  /** Pool of a seat that is still held. */
  readonly pool: PoolKey;
  /** Undefined where it isn't known. */
  readonly assigned: number | undefined;
}

/**
 * Describes a product that is held and no longer listed. `knownName` is its earlier name in this app, if any; a name of the
 * admin and one of the catalog take precedence.
 */
export function describeUnlisted(
  { key, pool, assigned }: UnlistedProduct,
  catalogue: Catalogue,
  knownName: string | undefined,
  choices: ProductChoices = {},
): Product | undefined {
  const seats = { total: 0, assigned, available: assigned === undefined ? undefined : -assigned };
  const skuId = idInKey(key, productSpaces.sku);
  // Name of a product of which nothing else is known.
  const ownId = skuId ?? key;
  const owned: OwnedProduct = {
    key,
    identifiers: { skuId, partNumber: undefined },
    capability: 'deleted',
    isUserScoped: true,
    seats,
    plans: [],
    pools: [{ key: pool, capability: 'deleted', seats, subscriptions: [] }],
  };
  const [product] = describeProducts([owned], catalogue, choices, 0);
  const nameFor = (name: string): string => (name === ownId ? (knownName ?? ownId) : name);
  return (
    product && {
      ...product,
      ...(product.defaultName === undefined
        ? { name: nameFor(product.name) }
        : { defaultName: nameFor(product.defaultName) }),
      coverage: { kind: 'visible-only', because: 'not-listed' },
    }
  );
}
