import type { Outcome } from '../../base/outcome';
import type { RemovalConsequence, RemovalLine } from '../../licensing/preflight/previewRemoval';
import type { Product } from '../../licensing/product';
import type { LicensingCode } from '../../licensing/types';
import { operationNames, toJobProduct, toPlannedItem, type LicenseJobPlan } from '../licenseJob';

/** Plans the job that removes a product from everyone in the preview; what is not sent has its outcome from the start. */
export function planRemovals(product: Product, skuId: string, lines: readonly RemovalLine[]): LicenseJobPlan {
  const change = { add: [], remove: [skuId] };
  return {
    operation: operationNames.changeLicenses,
    subject: { kind: 'remove', products: [toJobProduct(product, skuId)] },
    items: lines.map(({ principal, consequence }) =>
      toPlannedItem(principal, change, consequence.isSent ? undefined : outcomes[consequence.kind]),
    ),
  };
}

type Unsent = Extract<RemovalConsequence, { isSent: false }>['kind'];

const outcomes: Readonly<Record<Unsent, Outcome<LicensingCode>>> = {
  'stays-inherited': { kind: 'failed', reason: 'inherited' },
  'nothing-held': { kind: 'skipped', reason: 'already-so' },
  'not-permitted': { kind: 'failed', reason: 'not-permitted' },
};
