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

/** Plans the job that removes a product from everyone in the preview; what is not sent has its outcome from the start. */
export function planRemovals(product: JobProductSource, lines: readonly RemovalLine[]): LicenseJobPlan {
  return {
    operation: operationNames.changeLicenses,
    subject: { kind: 'remove', products: [toJobProduct(product)] },
    items: lines.map(({ principal, consequence, pools }) =>
      toPlannedItem(
        principal,
        { add: [], remove: pools },
        consequence.isSent ? undefined : outcomes[consequence.kind],
      ),
    ),
  };
}

type Unsent = Extract<RemovalConsequence, { isSent: false }>['kind'];

const outcomes: Readonly<Record<Unsent, Outcome<LicensingCode>>> = {
  'stays-inherited': { kind: 'failed', reason: 'inherited' },
  'nothing-held': { kind: 'skipped', reason: 'already-so' },
  'not-permitted': { kind: 'failed', reason: 'not-permitted' },
};
