import type { Product } from '../../../licensing/product';
import type { Messages } from '../../messages/types';
import type { ReadingStep } from './intake/useListReading';
import { isSent } from './isSent';
import type { AssignOptions } from './planAssignJob';
import type { AssignList } from './useAssignList';
import { isWayReady } from './way/assignWay';

/** Where the flow stands. */
export interface AssignStanding {
  readonly product: Product;
  readonly list: AssignList;
  readonly options: AssignOptions;
  readonly reading: ReadingStep['kind'];
  readonly isPlanning: boolean;
}

/** Why nothing can be assigned now, in words; undefined where it can. */
export function reasonOff(standing: AssignStanding, { assign }: Messages): string | undefined {
  const { product, list, options, reading, isPlanning } = standing;
  const { principals, checks, preflight } = list;
  if (isPlanning) return assign.planning;
  if (reading === 'reading' || reading === 'column' || reading === 'matching') return assign.reasonReading;
  if (principals.length === 0) return assign.reasonEmpty;
  if (checks.error) return assign.checkFailed;
  if (checks.pending.size > 0) return assign.reasonChecking;
  if (isEveryPlanOff(product, options.disabledPlanIds)) return assign.plansNoneOn;
  if (!preflight.lines.some(isSent)) return assign.nothingToSend;
  return isWayReady(options.way) ? undefined : assign.reasonGroup;
}

function isEveryPlanOff({ sku }: Product, disabledPlanIds: readonly string[]): boolean {
  const plans = (sku?.plans ?? []).filter(({ isUserScoped }) => isUserScoped);
  return plans.length > 0 && plans.every(({ id }) => disabledPlanIds.includes(id));
}
