import type { Clock } from '../../base/clock';
import { graphTime } from '../tenant/daysFrom';
import type { Tenant } from '../tenant/tenant';
import { reconcileMember } from '../tenant/reconcileMember';
import type { GroupRow, UserRow } from '../tenant/rows';
import { SeatTally } from '../tenant/seatTally';
import { tenantFacts } from '../tenant/tenantFacts';

/** Works through the groups whose licenses were changed, one state after the other. */
export interface GroupProcessing {
  /** Takes every step whose time has come. */
  advance(): void;
  /** Takes every step that is left. */
  settle(): void;
}

/**
 * Makes the processing of a tenant's licensed groups (Entra: group-based licensing).
 * A group stays `delayInMs` in each state. The time of its next step is stored with it, so a restart loses none.
 */
export function createGroupProcessing(tenant: Tenant, clock: Clock, delayInMs: number): GroupProcessing {
  const run = (isDue: (stepAt: number) => boolean): void => {
    for (const { index } of tenant.groups) {
      for (;;) {
        const group = tenant.groups[index];
        if (group?.nextStepAt === undefined || !isDue(group.nextStepAt)) break;
        takeStep(group, tenant, delayInMs, clock.now());
      }
    }
  };
  return { advance: () => run((stepAt) => stepAt <= clock.now()), settle: () => run(() => true) };
}

function takeStep(group: GroupRow, tenant: Tenant, delayInMs: number, now: number): void {
  if (group.processing === 'QueuedForProcessing') {
    const nextStepAt = (group.nextStepAt ?? now) + delayInMs;
    tenant.save({ groups: [{ ...group, processing: 'ProcessingInProgress', nextStepAt }] });
    return;
  }
  const users = reconcileMembers(group, tenant, graphTime(now));
  tenant.save({ users, groups: [{ ...group, processing: 'ProcessingComplete', nextStepAt: undefined }] });
}

/** The rows of direct members that change; members of nested groups get nothing (Entra: group-based licensing). */
function reconcileMembers(group: GroupRow, tenant: Tenant, at: string): UserRow[] {
  const tally = new SeatTally(tenant);
  const context = {
    groupId: group.id,
    licenses: group.licenses,
    sku: (skuId: string) => tenant.sku(skuId),
    freeSeats: (skuId: string) => tally.free(skuId),
    tenantLocation: tenantFacts.countryLetterCode,
    at,
  };
  return group.memberIds.flatMap((id) => {
    const user = tenant.user(id);
    if (!user) return [];
    const changed = { ...user, ...reconcileMember(user, context) };
    tally.replace(user, changed);
    return changed;
  });
}
