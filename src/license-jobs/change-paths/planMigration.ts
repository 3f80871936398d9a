import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { Outcome } from '../../base/outcome';
import {
  isMigrated,
  type MigrationPreview,
  type MigrationResult,
} from '../../licensing/preflight/previewMigration';
import { canGiveTo, poolsToGiveFrom, withChosenPool } from '../../licensing/pools';
import type { LicensingCode, Pool } from '../../licensing/types';
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

/**
 * Returns the pool that a group of so many people gets the product from, the best that a group can have; undefined if there is none, such
 * as where all licenses are only for people.
 */
export function poolForGroup({ owned }: JobProductSource, people: number): Pool | undefined {
  return poolsToGiveFrom(owned, people, ['group']).find((pool) => canGiveTo(pool, 'group'));
}

/** Plans the job that migrates people from their direct license to one through a group; those who can't be are left as they are. */
export function* planMigration(
  product: JobProductSource,
  { lines, sent, commonDisabledPlanIds }: MigrationPreview,
  group: MigrationGroup,
): Steps<LicenseJobPlan> {
  const items: PlannedLicenseItem[] = [];
  yield* forEachInSteps(lines, (line) => {
    const { principal, pools, result } = line;
    items.push(
      toPlannedItem(principal, { add: [], remove: pools }, isMigrated(line) ? undefined : outcomes[result]),
    );
  });
  const pool = poolForGroup(product, sent);
  const owned = pool ? withChosenPool(product.owned, pool.key) : product.owned;
  return {
    operation: operationNames.changePaths,
    subject: {
      kind: 'migrate-to-group',
      products: [toJobProduct({ ...product, owned })],
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
