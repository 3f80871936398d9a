import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { MovePreflight } from '../../licensing/preflight/movePreflight';
import {
  operationNames,
  toJobProduct,
  toPlannedItem,
  type JobProductSource,
  type LicenseJobPlan,
  type PlannedLicenseItem,
} from '../licenseJob';

/**
 * Plans the job that moves everyone in the preview from one product to another, each by one change. Who moves with a group of
 * the same job is no item, since the group's outcome speaks of its members.
 */
export function* planMoves(
  from: JobProductSource,
  target: JobProductSource,
  { lines, target: owned }: MovePreflight,
): Steps<LicenseJobPlan> {
  const items: PlannedLicenseItem[] = [];
  yield* forEachInSteps(lines, ({ principal, change, outcome, isInGroup }) => {
    if (!isInGroup) items.push(toPlannedItem(principal, change, outcome));
  });
  return {
    operation: operationNames.changeLicenses,
    subject: { kind: 'move', products: [toJobProduct(from), toJobProduct({ ...target, owned })] },
    items,
  };
}
