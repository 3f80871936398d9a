import type { PrincipalRef } from '../../base/principal';
import type { ProductKey } from '../../licensing/keys';

/** Names of everything that is read and kept; what a write makes stale is named through these too. */
export const keys = {
  products: ['products'] as const,
  ownSeats: ['own-seats'] as const,
  /** Everything below one product: holders, groups, issues. */
  product: (product: ProductKey) => ['product', product] as const,
  holders: (product: ProductKey) => ['product', product, 'holders'] as const,
  groups: (product: ProductKey) => ['product', product, 'groups'] as const,
  unlisted: (product: ProductKey) => ['product', product, 'unlisted'] as const,
  issues: (product: ProductKey) => ['product', product, 'issues'] as const,
  allHoldings: ['holdings'] as const,
  /** `products` are the only ones that are read of them; default is all. */
  holdings: (principals: readonly PrincipalRef[], products: readonly ProductKey[] = []) =>
    ['holdings', principals.map(({ id }) => id), ...products] as const,
  /** Too many principals to name each. */
  holdingsOfBatch: (batch: string, products: readonly ProductKey[]) =>
    ['holdings', batch, ...products] as const,
  job: (jobId: string) => ['job', jobId] as const,
  undoPreview: (jobId: string) => ['job', jobId, 'undo'] as const,
  composition: (groupId: string) => ['composition', groupId] as const,
  recentChanges: ['recent-changes'] as const,
  keptData: ['kept-data'] as const,
  photo: (userId: string) => ['photo', userId] as const,
};
