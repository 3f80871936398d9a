import type { Clock } from '../../base/clock';
import { PoolRoom } from '../tenant/poolRoom';
import { graphTime } from '../tenant/daysFrom';
import type { Tenant } from '../tenant/tenant';
import { reconcileMember } from '../tenant/reconcileMember';
import type { GroupRow, UserRow } from '../tenant/rows';
import { SeatTally } from '../tenant/seatTally';
import { tenantFacts } from '../tenant/tenantFacts';

/** Processes the groups whose licenses or members changed, one state after the other. */
interface GroupProcessing {
  /** Runs the steps that are due. */
  advance(): void;
  /** Runs all steps that are left. */
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

/** The rows that change: of direct members, and of people who left. Members of nested groups get nothing (Entra: group-based licensing). */
function reconcileMembers(group: GroupRow, tenant: Tenant, at: string): UserRow[] {
  const tally = new SeatTally(tenant);
  const room = new PoolRoom(tenant, group);
  const context = {
    groupId: group.id,
    licenses: group.licenses,
    sku: (skuId: string) => tenant.sku(skuId),
    freeSeats: (skuId: string) => room.free(skuId) ?? tally.free(skuId),
    tenantLocation: tenantFacts.countryLetterCode,
    at,
  };
  const reconcile = (user: UserRow, licenses: GroupRow['licenses']): UserRow[] => {
    const holdsSeat = (skuId: string): boolean | undefined => room.holds(user.id, skuId);
    const changed = { ...user, ...reconcileMember(user, { ...context, licenses, holdsSeat }) };
    if (isSame(user, changed)) return [];
    tally.replace(user, changed);
    room.replace(changed);
    return [changed];
  };
  const leavers = leaversOf(group, tenant).flatMap((user) => reconcile(user, []));
  // Seats that leavers give back are there for those who stay.
  const members = group.memberIds.flatMap((id) => {
    const user = tenant.user(id);
    return user && !hasAll(user, group) ? reconcile(user, group.licenses) : [];
  });
  return [...leavers, ...members];
}

/** Users who still have a license from a group that they left. */
function leaversOf(group: GroupRow, tenant: Tenant): UserRow[] {
  const members = new Set(group.memberIds);
  return tenant.users.filter(
    ({ id, licenses }) => licenses.some(({ groupId }) => groupId === group.id) && !members.has(id),
  );
}

/**
 * True if the user has everything that the group gives. Inferred: that the service does not process such a user again.
 */
function hasAll(user: UserRow, group: GroupRow): boolean {
  const given = user.licenses.filter(({ groupId }) => groupId === group.id);
  return (
    given.length === group.licenses.length &&
    group.licenses.every(({ skuId, disabledPlans }) =>
      given.some(
        (source) =>
          source.skuId === skuId &&
          source.state === 'Active' &&
          source.disabledPlans.join() === disabledPlans.join(),
      ),
    )
  );
}

function isSame(before: UserRow, after: UserRow): boolean {
  return (
    before.usageLocation === after.usageLocation &&
    before.licenses.length === after.licenses.length &&
    after.licenses.every((source) => before.licenses.includes(source))
  );
}

/**
 * A group after its members changed, with its licenses to be worked through if it has any.
 * Inferred: that the processing state goes through the same steps as after a change of licenses.
 */
export function withMembers(group: GroupRow, memberIds: readonly string[], nextStepAt: number): GroupRow {
  const changed = { ...group, memberIds };
  if (group.licenses.length === 0 || group.nextStepAt !== undefined) return changed;
  return { ...changed, processing: 'QueuedForProcessing', nextStepAt };
}
