import type { Product } from '../../../licensing/product';
import { planRemoval } from '../../../licensing/planRemoval';
import type { LicenseJobPlan } from '../../parts/JobPanel/JobPanel.types';
import { productOfJob } from './productOfJob';
import type { RemovalLine } from './useConsequences';

/** The job that takes a product from everybody who was asked about; who is not sent has the reason from the start. */
export function planRemovals(product: Product, skuId: string, lines: readonly RemovalLine[]): LicenseJobPlan {
  return {
    operation: 'change-licenses',
    subject: { kind: 'remove', products: [productOfJob(product, skuId)] },
    items: lines.map(({ principal, consequence }) => planRemoval(principal, consequence, skuId)),
  };
}
