import { cloudProducts } from '../../../tenant/cloudProducts';
import type { LicenseError, UserRow } from '../../../tenant/rows';
import type { Tenant } from '../../../tenant/tenant';
import type { CloudErrorCode } from './cloudRefusals';
import type { CloudAssignmentError } from './cloudShapes';
import type { WaitingMember } from './cloudSeats';
import { cloudSeatsOf } from './cloudSeats';

/** Inferred: that too few seats make people wait, and that every other error is listed under these codes. */
const codes: Readonly<Record<Exclude<LicenseError, 'None' | 'CountViolation'>, CloudErrorCode>> = {
  MutuallyExclusiveViolation: 'mutuallyExclusiveServicePlans',
  DependencyViolation: 'dependencyViolation',
  ProhibitedInUsageLocationViolation: 'invalidUsageLocation',
  Other: 'other',
};

/** Errors of these people, one for a person and product. */
export function assignmentErrorsOf(users: readonly UserRow[]): CloudAssignmentError[] {
  return users.flatMap((user) => {
    const found = new Map<string, CloudAssignmentError>();
    for (const { skuId, error, state, at } of user.licenses) {
      if (state !== 'Error' || error === 'None' || error === 'CountViolation' || found.has(skuId)) continue;
      found.set(skuId, { ownerKind: 'user', ownerId: user.id, skuId, code: codes[error], at });
    }
    return [...found.values()];
  });
}

/** Those among these people who wait for a seat, of one product or of any. */
export function waitingMembersOf(tenant: Tenant, users: readonly UserRow[], skuId?: string): WaitingMember[] {
  const ids = new Set(users.map(({ id }) => id));
  const inDirectory = users.flatMap((user) =>
    user.licenses
      .filter(({ state, error }) => state === 'Error' && error === 'CountViolation')
      .map((source) => ({ userId: user.id, skuId: source.skuId, since: source.at })),
  );
  const inCloud = cloudProducts.flatMap((product) => cloudSeatsOf(product, tenant).waiting);
  return [...inDirectory, ...inCloud.filter(({ userId }) => ids.has(userId))].filter(
    (waiting) => skuId === undefined || waiting.skuId === skuId,
  );
}
