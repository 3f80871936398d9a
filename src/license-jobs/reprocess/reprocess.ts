import { forEachInSteps, type Steps } from '../../base/async/inSlices';
import type { UserPrincipal } from '../../base/principal';
import type { Outcome } from '../../base/outcome';
import type { Directory } from '../../directory/types';
import { doorOf } from '../../licensing/door';
import type { LicensingCode } from '../../licensing/types';
import {
  operationNames,
  toJobProduct,
  toPlannedItem,
  type JobProductSource,
  type LicenseJobPlan,
  type PlannedLicenseItem,
} from '../licenseJob';
import { inFlightTimeoutMs, type LicenseOperation } from '../licenseOperation';
import { createRightsCheck, type RightsParts } from '../rightsCheck';

/** Plans the job that has the licenses of people evaluated again, for the sake of one product. */
export function* planReprocess(
  people: readonly UserPrincipal[],
  product: JobProductSource,
): Steps<LicenseJobPlan> {
  const items: PlannedLicenseItem[] = [];
  yield* forEachInSteps(people, (person) => {
    items.push(toPlannedItem(person, { add: [], remove: [] }));
  });
  return {
    operation: operationNames.reprocess,
    subject: { kind: 'reprocess', products: [toJobProduct(product)] },
    items,
  };
}

/** Dependencies of the operation. */
interface ReprocessParts {
  readonly directory: Pick<Directory, 'reprocessLicenses'>;
  /** Milliseconds that so many writes would take from now. */
  readonly timeForChanges: (count: number) => number;
  /** Returns the relative error of that time: 0.3 is 30 % either way, and infinite means that it is only a minimum. Default is 0. */
  readonly timeLeftError?: (count: number) => number;
  /** Reads the account's rights again after refusals. Default is that each refusal stands. */
  readonly rights?: RightsParts;
}

/**
 * The operation `reprocess`: has the service of each product evaluate a person again. `done` says that it did, not that the issue is
 * gone. Nothing of it can be undone. Batches of 20 on the way and in turn as with licenses.
 */
export function createReprocess(parts: ReprocessParts): LicenseOperation {
  const { directory, timeForChanges, timeLeftError, rights } = parts;
  return {
    name: operationNames.reprocess,
    concurrency: 160,
    chunkSize: 300,
    async execute({ principal }, { header, signal }) {
      const doors = new Set(header.subject.products.flatMap(({ pool }) => doorOf(pool) ?? []));
      let outcome: Outcome<LicensingCode> = { kind: 'failed', reason: 'product-not-owned' };
      for (const door of doors) {
        outcome = await directory.reprocessLicenses(principal.id, door, signal);
        if (outcome.kind !== 'done') return outcome;
      }
      return outcome;
    },
    rights: createRightsCheck(rights, 'users'),
    inFlightTimeoutMs,
    timeLeftInMs: timeForChanges,
    timeLeftError,
  };
}
