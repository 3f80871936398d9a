import type { MovePreflight } from '../../licensing/preflight/movePreflight';
import {
  operationNames,
  toJobProduct,
  toPlannedItem,
  type JobProductSource,
  type LicenseJobPlan,
} from '../licenseJob';

/**
 * Plans the job that moves everyone in the preview from one product to another, in one call each. Who moves with a group of
 * the same job is no item, since the group's outcome speaks of its members.
 */
export function planMoves(
  from: JobProductSource,
  target: JobProductSource,
  { lines }: MovePreflight,
): LicenseJobPlan {
  return {
    operation: operationNames.changeLicenses,
    subject: { kind: 'move', products: [toJobProduct(from), toJobProduct(target)] },
    items: lines.flatMap(({ principal, change, outcome, isInGroup }) =>
      isInGroup ? [] : [toPlannedItem(principal, change, outcome)],
    ),
  };
}
