import type { Outcome } from '../../base/outcome';
import type { RemovalConsequence, RemovalLine } from '../../licensing/preflight/previewRemoval';
import type { LicensingCode } from '../../licensing/types';
import {
  operationNames,
  toJobProduct,
  toPlannedItem,
  type JobProductSource,
  type LicenseJobPlan,
} from '../licenseJob';

/**
 * Plans the job that removes a product from everyone in the preview. What stays as it is is left as it was from the start;
 * who loses the product with a group of the same job is no item, since the group's outcome speaks of its members.
 */
export function planRemovals(product: JobProductSource, lines: readonly RemovalLine[]): LicenseJobPlan {
  return {
    operation: operationNames.changeLicenses,
    subject: { kind: 'remove', products: [toJobProduct(product)] },
    items: lines.flatMap(({ principal, consequence, pools }) => {
      if (consequence.kind === 'goes-with-group') return [];
      if (consequence.kind === 'in-error' && consequence.goesAlong) return [];
      const outcome = consequence.isSent ? undefined : outcomes[consequence.kind];
      return [toPlannedItem(principal, { add: [], remove: pools }, outcome)];
    }),
  };
}

type Staying = Exclude<Extract<RemovalConsequence, { isSent: false }>['kind'], 'goes-with-group'>;

const outcomes: Readonly<Record<Staying, Outcome<LicensingCode>>> = {
  'stays-inherited': { kind: 'skipped', reason: 'inherited' },
  'in-error': { kind: 'skipped', reason: 'inherited' },
  'nothing-held': { kind: 'skipped', reason: 'already-so' },
  unreadable: { kind: 'failed', reason: 'unreadable' },
  'not-permitted': { kind: 'skipped', reason: 'not-permitted' },
};
