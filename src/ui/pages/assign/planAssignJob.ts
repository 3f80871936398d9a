import type { LicenseJobSubject } from '../../../licensing/licenseJob';
import type { PreflightLine } from '../../../licensing/preflight';
import type { AssignableProduct } from '../../../licensing/product';
import { toPlannedItem } from '../../../licensing/toPlannedItem';
import type { LicenseJobPlan } from '../../parts/JobPanel/JobPanel.types';
import type { AssignWay } from './way/assignWay';

/** What a person decided besides the list. */
export interface AssignOptions {
  /** Apps that are off, by SKU; none are where a SKU is missing. */
  readonly disabledPlanIds: Readonly<Record<string, readonly string[]>>;
  readonly way: AssignWay;
  /** Whether the job rests where no seat is left; those without one then wait for it, instead of being left out. */
  readonly stopsWithoutSeats: boolean;
}

/**
 * The job that assigns products to a judged list, all of them in one change of each line: every line is in it, those that
 * are not sent with their outcome.
 */
export function planAssignJob(
  chosen: readonly AssignableProduct[],
  lines: readonly PreflightLine[],
  { disabledPlanIds, way, stopsWithoutSeats }: AssignOptions,
): LicenseJobPlan {
  const products = chosen.map(({ key, sku, name }) => ({ key, skuId: sku.skuId, name }));
  const add = products.map(({ skuId }) => ({ skuId, disabledPlanIds: disabledPlanIds[skuId] ?? [] }));
  const change = { add, remove: [] };
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
    // This way is gone with one product only.
    subject: {
      kind: 'through-group',
      products,
      group: groupOf(way),
      disabledPlanIds: add.flatMap((each) => each.disabledPlanIds),
    },
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
