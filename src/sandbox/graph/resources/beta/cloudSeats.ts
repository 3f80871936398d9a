import type { CloudProduct } from '../../../tenant/cloudProducts';
import type { Tenant } from '../../../tenant/tenant';

/** Somebody who was given more than there is. */
export interface WaitingMember {
  readonly userId: string;
  readonly skuId: string;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** Users with a seat of a product that only the cloud licensing API has, and users who wait for one. */
interface CloudSeats {
  readonly holderIds: ReadonlySet<string>;
  readonly waiting: readonly WaitingMember[];
}

/**
 * Hands out the seats in the order in which they were given, to direct members of groups too; a person takes one
 * however often it was given (Graph beta: assignment, waitingMember).
 */
export function cloudSeatsOf({ skuId, units }: CloudProduct, tenant: Tenant): CloudSeats {
  const holderIds = new Set<string>();
  const waiting = new Map<string, WaitingMember>();
  for (const row of tenant.cloudAssignments.all()) {
    if (row.skuId !== skuId) continue;
    const members = row.ownerKind === 'user' ? [row.ownerId] : (tenant.group(row.ownerId)?.memberIds ?? []);
    for (const userId of members) {
      if (holderIds.has(userId) || !tenant.user(userId)) continue;
      if (holderIds.size < units) holderIds.add(userId);
      else if (!waiting.has(userId)) waiting.set(userId, { userId, skuId, since: row.at });
    }
  }
  return { holderIds, waiting: [...waiting.values()] };
}
