import { isHalfDone, type Outcome } from '../base/outcome';
import type { JobHeader } from '../jobs/job';
import type { LicensingCode } from '../licensing/types';
import { operationNames, type LicenseJobSubject } from './licenseJob';
import { parseContext } from './licenseJobSchema';

/**
 * Reasons for which sending the same change again cannot succeed. Of the others the cause can be gone by then, or be put
 * right outside the job: an account that is not found is new and shows a while later, or can be restored (Graph: restore
 * deleted item).
 */
const finalReasons: ReadonlySet<LicensingCode> = new Set([
  'inherited',
  'not-held',
  'not-permitted',
  'group-not-licensable',
  'assignee-not-supported',
  'only-buyer-assigns',
]);

/** Job around an outcome. */
interface JobOfOutcome {
  readonly header: Pick<JobHeader<LicenseJobSubject>, 'operation'>;
  readonly context: unknown;
}

const hasGroup = (operation: string): boolean =>
  operation === operationNames.throughGroup || operation === operationNames.changePaths;

/** True if sending a change again may end otherwise than with this outcome. */
export function canRetry(outcome: Outcome<LicensingCode>, { header, context }: JobOfOutcome): boolean {
  const isOver = outcome.kind === 'cancelled' || outcome.kind === 'failed';
  if (isHalfDone(outcome)) return true;
  if (!isOver || (outcome.kind === 'failed' && finalReasons.has(outcome.reason))) return false;
  // The group of such a job is prepared once, and what refused it then refuses everyone again.
  return !hasGroup(header.operation) || parseContext(context)?.refused === undefined;
}
