import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { Outcome } from '../../base/outcome';
import {
  isMigrated,
  type MigrationPreview,
  type MigrationResult,
} from '../../licensing/preflight/previewMigration';
import type { LicensingCode } from '../../licensing/types';
import {
  operationNames,
  toJobProduct,
  toPlannedItem,
  type JobProductSource,
  type LicenseJobPlan,
  type PlannedLicenseItem,
} from '../licenseJob';

/** The group of a migration: one that exists, or the name of the one to create. */
export type MigrationGroup = { readonly id: string; readonly name: string } | { readonly name: string };

/** Plans the job that migrates people from their direct license to one through a group; those who can't be are left as they are. */
export function* planMigration(
  product: JobProductSource,
  { lines, commonDisabledPlanIds }: MigrationPreview,
  group: MigrationGroup,
): Steps<LicenseJobPlan> {
  const items: PlannedLicenseItem[] = [];
  yield* forEachInSteps(lines, (line) => {
    const { principal, pools, result } = line;
    items.push(
      toPlannedItem(principal, { add: [], remove: pools }, isMigrated(line) ? undefined : outcomes[result]),
    );
  });
  return {
    operation: operationNames.changePaths,
    subject: {
      kind: 'migrate-to-group',
      products: [toJobProduct(product)],
      group,
      disabledPlanIds: commonDisabledPlanIds,
    },
    items,
  };
}

const outcomes: Readonly<Record<MigrationResult, Outcome<LicensingCode> | undefined>> = {
  migrates: undefined,
  'has-group-license': undefined,
  'not-direct': { kind: 'skipped', reason: 'not-held' },
  'nested-group': { kind: 'failed', reason: 'group-not-licensable' },
  unreadable: { kind: 'failed', reason: 'unreadable' },
  'not-permitted': { kind: 'skipped', reason: 'not-permitted' },
};
