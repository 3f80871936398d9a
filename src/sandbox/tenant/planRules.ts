import type { LicenseSource, SkuRow } from './rows';

/** The part of a source that decides which plans are on. */
type PlanSource = Pick<LicenseSource, 'skuId' | 'disabledPlans'>;

/** Finds a SKU of the tenant. */
export type SkuLookup = (skuId: string) => SkuRow | undefined;

/** A plan that is on without the plans it depends on. */
interface MissingPlans {
  readonly planId: string;
  readonly missingIds: readonly string[];
}

/** Two plans that must not be on together. */
interface ExclusivePlans {
  readonly planId: string;
  readonly otherId: string;
}

/** Ids of the plans that any of the sources switches on (Entra: the union of all sources). */
export function enabledPlanIds(sources: readonly PlanSource[], sku: SkuLookup): Set<string> {
  const enabled = new Set<string>();
  for (const source of sources) for (const plan of plansOn(source, sku)) enabled.add(plan.id);
  return enabled;
}

/** The first plan among `sources` whose prerequisites none of them switches on. */
export function findMissingPlans(sources: readonly PlanSource[], sku: SkuLookup): MissingPlans | undefined {
  // Most plans depend on nothing, and this is asked for every member of every licensed group.
  if (!hasRule(sources, sku, 'dependsOn')) return undefined;
  const enabled = enabledPlanIds(sources, sku);
  for (const source of sources)
    for (const plan of plansOn(source, sku)) {
      const missingIds = plan.dependsOn?.filter((id) => !enabled.has(id)) ?? [];
      if (missingIds.length > 0) return { planId: plan.id, missingIds };
    }
  return undefined;
}

/** The first plan of `candidates` that cannot be on together with one of `candidates` or `others`. */
export function findExclusivePlans(
  candidates: readonly PlanSource[],
  others: readonly PlanSource[],
  sku: SkuLookup,
): ExclusivePlans | undefined {
  if (!hasRule(candidates, sku, 'excludes')) return undefined;
  const enabled = enabledPlanIds([...candidates, ...others], sku);
  for (const source of candidates)
    for (const plan of plansOn(source, sku)) {
      const otherId = plan.excludes?.find((id) => enabled.has(id));
      if (otherId !== undefined) return { planId: plan.id, otherId };
    }
  return undefined;
}

/** True if a plan that the source switches on is prohibited in the country. */
export function isProhibitedIn(source: PlanSource, country: string, sku: SkuLookup): boolean {
  if (!hasRule([source], sku, 'prohibitedIn')) return false;
  return plansOn(source, sku).some((plan) => plan.prohibitedIn?.includes(country) ?? false);
}

/** True if any plan of the SKUs, on or off, has such a rule. */
function hasRule(
  sources: readonly PlanSource[],
  sku: SkuLookup,
  rule: 'dependsOn' | 'excludes' | 'prohibitedIn',
): boolean {
  for (const { skuId } of sources)
    for (const plan of sku(skuId)?.plans ?? []) if (plan[rule] !== undefined) return true;
  return false;
}

function plansOn(source: PlanSource, sku: SkuLookup): SkuRow['plans'] {
  const plans = sku(source.skuId)?.plans ?? [];
  return source.disabledPlans.length === 0
    ? plans
    : plans.filter((plan) => !source.disabledPlans.includes(plan.id));
}
