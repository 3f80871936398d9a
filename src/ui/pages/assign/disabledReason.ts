import type { AssignableProduct } from '../../../licensing/product';
import type { Messages } from '../../messages/types';
import type { ReadingStep } from '../../parts/list-import/useListReading';
import { isSent } from '../../../licensing/preflight/preflight';
import type { AssignOptions } from '../../../license-jobs/assign/planAssignJob';
import type { Assignees } from './useAssignees';
import { isMethodReady } from '../../../license-jobs/assign/assignmentMethod';

/** Where the flow stands. */
interface AssignStanding {
  /** Why nobody can be given the product any more, in words. */
  readonly closedReason: string | undefined;
  readonly list: Assignees;
  readonly options: AssignOptions;
  readonly reading: ReadingStep['kind'];
  readonly isPlanning: boolean;
}

/** Why nothing can be assigned now, in words; undefined where it can. */
export function disabledReason(standing: AssignStanding, { assign }: Messages): string | undefined {
  const { closedReason, list, options, reading, isPlanning } = standing;
  const { principals, products, checks, preflight } = list;
  if (isPlanning) return assign.planning;
  if (closedReason !== undefined) return closedReason;
  if (reading === 'reading' || reading === 'column' || reading === 'matching') return assign.reasonReading;
  if (principals.length === 0) return assign.reasonEmpty;
  if (checks.error) return assign.checkFailed;
  if (checks.pending.size > 0) return assign.reasonChecking;
  const allOff = products.find((product) => isEveryPlanOff(product, options.disabledPlanIds));
  if (allOff) return products.length > 1 ? assign.plansNoneOnOf(allOff.name) : assign.plansNoneOn;
  if (!preflight.lines.some(isSent)) return assign.nothingToSend;
  return isMethodReady(options.method) ? undefined : assign.reasonGroup;
}

function isEveryPlanOff({ key, owned }: AssignableProduct, off: AssignOptions['disabledPlanIds']): boolean {
  const plans = owned.plans.filter(({ isUserScoped }) => isUserScoped);
  return plans.length > 0 && plans.every(({ id }) => off[key]?.includes(id));
}
