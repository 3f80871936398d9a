import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { UserPrincipal } from '../../base/principal';
import type { PoolKey } from '../../licensing/keys';
import type { Holding } from '../../licensing/types';
import {
  operationNames,
  predictItem,
  toJobProduct,
  type JobProductSource,
  type LicenseJobPlan,
  type PlannedLicenseItem,
} from '../licenseJob';

/** A person who takes more than one seat of a product, and the pool whose seat is to be freed. */
interface DoubleSeatLine {
  readonly principal: UserPrincipal;
  readonly holding: Pick<Holding, 'seats' | 'isIncomplete'>;
  readonly pool: PoolKey;
}

/** Plans the job that frees one seat of each, so that the person keeps the product through another pool. */
export function* planFreedSeats(
  product: JobProductSource,
  lines: readonly DoubleSeatLine[],
): Steps<LicenseJobPlan> {
  const items: PlannedLicenseItem[] = [];
  yield* forEachInSteps(lines, ({ principal, holding, pool }) => {
    const remove = [{ product: product.owned.key, pool }];
    items.push(predictItem('free-seat', principal, { add: [], remove }, holding));
  });
  return {
    operation: operationNames.changeLicenses,
    subject: { kind: 'free-seat', products: [toJobProduct(product)] },
    items,
  };
}
