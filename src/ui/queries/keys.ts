import type { PrincipalRef } from '../../base/principal';

/** Names of everything that is read and kept; what a write makes stale is named through these too. */
export const keys = {
  skus: ['skus'] as const,
  ownSeats: ['own-seats'] as const,
  /** Everything below one SKU: holders, groups, issues. */
  sku: (skuId: string) => ['sku', skuId] as const,
  holders: (skuId: string, search: string) => ['sku', skuId, 'holders', search] as const,
  groups: (skuId: string) => ['sku', skuId, 'groups'] as const,
  issues: (skuId: string) => ['sku', skuId, 'issues'] as const,
  allHoldings: ['holdings'] as const,
  /** `skuIds` names the only SKUs that are read of them; default is all. */
  holdings: (principals: readonly PrincipalRef[], skuIds: readonly string[] = []) =>
    ['holdings', principals.map(({ id }) => id), ...skuIds] as const,
  /** Too many principals to name each. */
  holdingsOfBatch: (batch: string, skuIds: readonly string[]) => ['holdings', batch, ...skuIds] as const,
  job: (jobId: string) => ['job', jobId] as const,
  undoPreview: (jobId: string) => ['job', jobId, 'undo'] as const,
  composition: (groupId: string) => ['composition', groupId] as const,
  photo: (userId: string) => ['photo', userId] as const,
};
