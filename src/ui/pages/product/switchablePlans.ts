import type { Product } from '../../../licensing/product';
import type { ServicePlan } from '../../../licensing/types';

/** Returns the apps and services of a product that can be switched for a user; empty if there is only one. */
export function switchablePlans({ owned }: Product): readonly ServicePlan[] {
  const plans = (owned?.plans ?? []).filter(({ isUserScoped }) => isUserScoped);
  return plans.length > 1 ? plans : [];
}
