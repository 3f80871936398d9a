import type { LicenseJobSubject } from '../../../licensing/licenseJob';
import type { PreflightLine } from '../../../licensing/preflight';
import type { Product } from '../../../licensing/product';
import { toPlannedItem } from '../../../licensing/toPlannedItem';
import type { LicenseJobPlan } from '../../parts/JobPanel/JobPanel.types';
import type { AssignWay } from './way/assignWay';

/** What a person decided besides the list. */
export interface AssignOptions {
  readonly disabledPlanIds: readonly string[];
  readonly way: AssignWay;
  /** Whether the job rests where no seat is left; those without one then wait for it, instead of being left out. */
  readonly stopsWithoutSeats: boolean;
}

/** The job that assigns a product to a judged list: every line is in it, those that are not sent with their outcome. */
export function planAssignJob(
  product: Product,
  skuId: string,
  lines: readonly PreflightLine[],
  { disabledPlanIds, way, stopsWithoutSeats }: AssignOptions,
): LicenseJobPlan {
  const products = [{ key: product.key, skuId, name: product.name }];
  const change = { add: [{ skuId, disabledPlanIds }], remove: [] };
  const items = lines.map((line) => toPlannedItem(line, change));
  if (way.kind === 'direct') {
    return {
      operation: 'change-licenses',
      subject: { kind: 'assign', products, ...(stopsWithoutSeats ? { stopsWithoutSeats } : {}) },
      items: stopsWithoutSeats
        ? items.map(({ outcome, ...item }) => (isNoSeat(outcome) ? item : { ...item, outcome }))
        : items,
    };
  }
  return {
    operation: 'through-group',
    subject: { kind: 'through-group', products, group: groupOf(way), disabledPlanIds },
    items,
  };
}

type Outcome = LicenseJobPlan['items'][number]['outcome'];

function isNoSeat(outcome: Outcome): boolean {
  return outcome?.kind === 'failed' && outcome.reason === 'no-seats';
}

function groupOf(way: Exclude<AssignWay, { kind: 'direct' }>): LicenseJobSubject['group'] {
  if (way.kind === 'new-group') return { name: way.name.trim() };
  return way.group && { id: way.group.id, name: way.group.displayName };
}
