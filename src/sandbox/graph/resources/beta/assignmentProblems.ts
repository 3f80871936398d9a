import { findExclusivePlans, findMissingPlans } from '../../../tenant/planRules';
import type { LicenseError, LicenseSource, UserRow } from '../../../tenant/rows';
import type { Tenant } from '../../../tenant/tenant';
import type { Allotment, CloudView } from './allotments';
import { allotmentsOf, isInDirectory } from './allotments';
import { assignmentsOfOwner } from './assignments';
import type { WaitingMember } from './cloudSeats';
import { waitingIn } from './cloudSeats';

/** One error of giving a product (Graph beta: assignmentError): at most one for a person and SKU. */
export interface CloudAssignmentError {
  readonly ownerId: string;
  readonly skuId: string;
  readonly code: string;
  readonly message: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

type ListedError = Exclude<LicenseError, 'None' | 'CountViolation'>;

/** Inferred: that too few seats make people wait, and all codes but `MissingDependency`. */
const codes: Readonly<Record<ListedError, string>> = {
  MutuallyExclusiveViolation: 'MutuallyExclusive',
  DependencyViolation: 'MissingDependency',
  ProhibitedInUsageLocationViolation: 'ProhibitedInUsageLocation',
  Other: 'Other',
};

/** Errors of these people. A product that the directory does not have has no SKU to list an error of. */
export function assignmentErrorsOf(view: CloudView, users: readonly UserRow[]): CloudAssignmentError[] {
  return users.flatMap((user) => {
    const found = new Map<string, CloudAssignmentError>();
    for (const source of user.licenses) {
      const { skuId, error, state, at } = source;
      if (state !== 'Error' || error === 'None' || error === 'CountViolation' || found.has(skuId)) continue;
      if (!isInDirectory(view, skuId)) continue;
      const message = sentenceFor(error, source, user, view.tenant);
      found.set(skuId, { ownerId: user.id, skuId, code: codes[error], message, at });
    }
    return [...found.values()];
  });
}

/** Inferred: every sentence but that for a missing prerequisite. */
function sentenceFor(error: ListedError, source: LicenseSource, user: UserRow, tenant: Tenant): string {
  const sku = (skuId: string) => tenant.sku(skuId);
  const active = user.licenses.filter(({ state }) => state === 'Active');
  const missing = findMissingPlans([source], sku);
  if (error === 'DependencyViolation' && missing)
    return `Service plan ${missing.planId} cannot be assigned without service plan ${missing.missingIds.join(', ')}, which this user does not currently have.`;
  const exclusive = findExclusivePlans([source], active, sku);
  if (error === 'MutuallyExclusiveViolation' && exclusive)
    return `Service plan ${exclusive.planId} cannot be assigned together with service plan ${exclusive.otherId}.`;
  return error === 'ProhibitedInUsageLocationViolation'
    ? 'A service plan cannot be assigned in the usage location of this user.'
    : 'The license cannot be assigned to this user.';
}

/** Those who wait for a seat of an allotment, in the order in which they will get one. */
export function waitingMembersOf(view: CloudView, { key, directorySkuId }: Allotment): WaitingMember[] {
  const { tenant } = view;
  if (directorySkuId === undefined)
    return (tenant.cloudSeats.get(key)?.waiting ?? []).map((waiting) => ({ ...waiting, poolKey: key }));
  const seen = new Set<string>();
  return waitingIn(tenant, directorySkuId).flatMap(({ ownerId, groupId, since }) => {
    const pools = assignmentsOfOwner(view, { ownerKind: 'group', ownerId: groupId });
    if (seen.has(ownerId) || !pools.some(({ poolKey }) => poolKey === key)) return [];
    seen.add(ownerId);
    return [{ ownerId, poolKey: key, since }];
  });
}

/** The seats that one object waits for. */
export function waitsOf(view: CloudView, ownerId: string): WaitingMember[] {
  return allotmentsOf(view)
    .flatMap((allotment) => waitingMembersOf(view, allotment))
    .filter((waiting) => waiting.ownerId === ownerId);
}
