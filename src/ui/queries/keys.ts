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
  /** `skuId` names the only SKU that is read of them; default is all. */
  holdings: (principals: readonly PrincipalRef[], skuId?: string) =>
    ['holdings', principals.map(({ id }) => id), skuId] as const,
  /** Too many principals to name each. */
  holdingsOfBatch: (batch: string, skuId: string) => ['holdings', batch, skuId] as const,
  job: (jobId: string) => ['job', jobId] as const,
  undoPreview: (jobId: string) => ['job', jobId, 'undo'] as const,
  composition: (groupId: string) => ['composition', groupId] as const,
  photo: (userId: string) => ['photo', userId] as const,
};
