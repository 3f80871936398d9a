import type { SkuLookup } from './planRules';
import { findExclusivePlans, findMissingPlans, isProhibitedIn } from './planRules';
import type { GroupLicense, LicenseError, LicenseSource, UserRow } from './rows';

/** Context in which the service processes one member of a licensed group. */
export interface ReconcileContext {
  readonly groupId: string;
  readonly licenses: readonly GroupLicense[];
  readonly sku: SkuLookup;
  /** Seats left of a SKU now; may be negative. */
  readonly freeSeats: (skuId: string) => number;
  /** True if the member has a seat where the group's license comes from; undefined where any seat of the SKU is one. */
  readonly holdsSeat?: (skuId: string) => boolean | undefined;
  /** Country given to people without one (Entra: group-based licensing). */
  readonly tenantLocation: string;
  /** Time of the change, as Graph writes it. */
  readonly at: string;
}

type Member = Pick<UserRow, 'usageLocation' | 'licenses'>;

/**
 * A member's licenses after the service has worked on one group: its sources replaced, all or none of them in effect.
 * Entra, group-based licensing: when one product of a group cannot be given, none of them is; a person without usage
 * location gets the organization's; prerequisites must come from the same group; one SKU takes one seat however often held.
 */
export function reconcileMember(member: Member, context: ReconcileContext): Member {
  const others = member.licenses.filter((source) => source.groupId !== context.groupId);
  if (context.licenses.length === 0) return { ...member, licenses: others };
  const usageLocation = member.usageLocation ?? context.tenantLocation;
  const failure = findFailure(member, others, usageLocation, context);
  const given = context.licenses.map((license): LicenseSource => {
    // Inferred: the product that fails names its reason, those that fail with it say Other.
    const error = failure ? (failure.skuIds.includes(license.skuId) ? failure.error : 'Other') : 'None';
    const { skuId, disabledPlans } = license;
    const state = failure ? 'Error' : 'Active';
    // Written out, as copying by spread takes its time with a hundred thousand members.
    const source = { skuId, disabledPlans, groupId: context.groupId, state, error, at: context.at } as const;
    return member.licenses.find((known) => isSame(known, source)) ?? source;
  });
  return { usageLocation, licenses: [...others, ...given] };
}

/** True if only the time differs; the older time is kept then. */
function isSame(known: LicenseSource, source: LicenseSource): boolean {
  return (
    known.groupId === source.groupId &&
    known.skuId === source.skuId &&
    known.error === source.error &&
    known.disabledPlans.join() === source.disabledPlans.join()
  );
}

interface Failure {
  readonly error: LicenseError;
  readonly skuIds: readonly string[];
}

function findFailure(
  member: Member,
  others: readonly LicenseSource[],
  usageLocation: string,
  context: ReconcileContext,
): Failure | undefined {
  const { licenses, sku, freeSeats } = context;
  const prohibited = licenses.filter((license) => isProhibitedIn(license, usageLocation, sku));
  if (prohibited.length > 0) return fail('ProhibitedInUsageLocationViolation', prohibited);

  const missing = findMissingPlans(licenses, sku);
  if (missing) return fail('DependencyViolation', owningPlan(context, missing.planId));

  const active = others.filter((source) => source.state === 'Active');
  const conflict = findExclusivePlans(licenses, active, sku);
  if (conflict) return fail('MutuallyExclusiveViolation', owningPlan(context, conflict.planId));

  const short = licenses.filter(
    ({ skuId }) => !(context.holdsSeat?.(skuId) ?? holds(member, skuId)) && freeSeats(skuId) <= 0,
  );
  return short.length > 0 ? fail('CountViolation', short) : undefined;
}

function holds({ licenses }: Member, skuId: string): boolean {
  return licenses.some((source) => source.skuId === skuId && source.state === 'Active');
}

function owningPlan({ licenses, sku }: ReconcileContext, planId: string): readonly GroupLicense[] {
  return licenses.filter(({ skuId }) => sku(skuId)?.plans.some((plan) => plan.id === planId));
}

function fail(error: LicenseError, licenses: readonly GroupLicense[]): Failure {
  return { error, skuIds: licenses.map(({ skuId }) => skuId) };
}
