import type { PrincipalRef } from '../../base/principal';
import { defaultPool, poolsToGiveFrom, withChosenPool } from '../pools';
import type { AssignableProduct } from '../product';
import type { Preflight, PreflightInput } from './preflight';
import { runPreflight } from './runPreflight';

/** A preview of a list, and the products with the pools that it counts. */
interface PoolPreview {
  readonly products: readonly AssignableProduct[];
  readonly preflight: Preflight;
}

/**
 * Previews a list. A product with several pools gives from the one that was chosen, else from the one that suits the list best: that can
 * be given to everyone in it, has enough free seats and ends last.
 */
export function runPreflightFromBestPools(input: PreflightInput): PoolPreview {
  const preflight = runPreflight(input);
  const { isThroughGroup = false } = input;
  const kinds = isThroughGroup ? throughGroup : [...new Set(input.principals.map(({ kind }) => kind))];
  const products = input.products.map((product, index): AssignableProduct => {
    const { owned } = product;
    if (owned.chosenPool !== undefined || owned.pools.length === 1) return product;
    const [best] = poolsToGiveFrom(owned, preflight.seats[index]?.needed, kinds);
    if (!best || best.key === defaultPool(owned).pool) return product;
    return { ...product, owned: withChosenPool(owned, best.key) };
  });
  const isSame = products.every((product, index) => product === input.products[index]);
  return { products, preflight: isSame ? preflight : runPreflight({ ...input, products }) };
}

const throughGroup: readonly PrincipalRef['kind'][] = ['group'];
