import type { Change } from '../types';

/**
 * Puts all changes of one principal into one, since several SKUs of one person go in one call and two calls for one
 * person must not overlap (Graph: assignLicense). What is said of a SKU last holds; principals stay in their order.
 */
export function mergeChanges(changes: readonly Change[]): readonly Change[] {
  const merged = new Map<string, Change>();
  for (const change of changes) {
    const key = `${change.principal.kind} ${change.principal.id.toLowerCase()}`;
    const known = merged.get(key);
    merged.set(key, known ? joined(known, change) : change);
  }
  return [...merged.values()];
}

function joined(earlier: Change, later: Change): Change {
  const named = new Set([...later.add.map(({ skuId }) => skuId), ...later.remove]);
  return {
    principal: earlier.principal,
    add: [...earlier.add.filter(({ skuId }) => !named.has(skuId)), ...later.add],
    remove: [...earlier.remove.filter((skuId) => !named.has(skuId)), ...later.remove],
  };
}
