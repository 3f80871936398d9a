import type { PrincipalRef } from '../../base/principal';
import type { ProductKey } from '../../licensing/keys';

/** Query keys of all cached data, also used to invalidate it. */
export const keys = {
  products: ['products'] as const,
  doors: ['doors'] as const,
  ownSeats: ['own-seats'] as const,
  /** Prefix of all data of one product: holders, groups, issues. */
  product: (product: ProductKey) => ['product', product] as const,
  holders: (product: ProductKey) => ['product', product, 'holders'] as const,
  groups: (product: ProductKey) => ['product', product, 'groups'] as const,
  unlisted: (product: ProductKey) => ['product', product, 'unlisted'] as const,
  groupMembers: (product: ProductKey, groupId: string) => ['product', product, 'members', groupId] as const,
  issues: (product: ProductKey) => ['product', product, 'issues'] as const,
  waiting: (product: ProductKey) => ['product', product, 'waiting'] as const,
  allHoldings: ['holdings'] as const,
  /** `products` are the products to read. Default is all. */
  holdings: (principals: readonly PrincipalRef[], products: readonly ProductKey[] = []) =>
    ['holdings', principals.map(({ id }) => id), ...products] as const,
  /** For too many principals to list in the key. */
  holdingsOfBatch: (batch: string, products: readonly ProductKey[]) =>
    ['holdings', batch, ...products] as const,
  person: (id: string) => ['person', id] as const,
  audits: (id: string) => ['audits', id] as const,
  /** Under the key of holdings, so that a change of licenses invalidates it too. */
  membership: (personId: string, groupId: string) => ['holdings', 'membership', personId, groupId] as const,
  personHolding: (id: string) => ['holdings', 'of-person', id] as const,
  /** Text of the search for people, kept while the app is open. */
  peopleSearch: ['people-search'] as const,
  job: (jobId: string) => ['job', jobId] as const,
  undoPreview: (jobId: string) => ['job', jobId, 'undo'] as const,
  composition: (groupId: string) => ['composition', groupId] as const,
  recentChanges: ['recent-changes'] as const,
  keptData: ['kept-data'] as const,
  auditedCauses: (product: ProductKey, userIds: readonly string[]) =>
    ['audited-causes', product, ...userIds] as const,
  photo: (userId: string) => ['photo', userId] as const,
};

/** True for the key of the people with issues of any product. */
export function isIssuesKey([first, , last]: readonly unknown[]): boolean {
  return first === 'product' && last === 'issues';
}
