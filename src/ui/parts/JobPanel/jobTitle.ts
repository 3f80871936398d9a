import type { JobHeader } from '../../../jobs/job';
import type { LicenseJobSubject } from '../../../license-jobs/licenseJob';
import { doorOf } from '../../../licensing/door';
import { countryName } from '../../../license-jobs/usage-location/countries';
import type { WordKind } from '../../messages/en/jobs/jobOutcomes';
import type { Messages } from '../../messages/types';

/** Returns the title of a job. */
export function jobTitle(
  { subject, size }: JobHeader<LicenseJobSubject>,
  { jobs, format }: Messages,
): string {
  // An undo job may have fewer items than the original job.
  const { people } = subject;
  const title = jobs.title({
    kind: subject.kind,
    products: subject.products.map(({ name }) => name),
    count: size,
    group: subject.group?.name,
    country:
      subject.usageLocation === undefined ? undefined : countryName(subject.usageLocation, format.locale),
    people: people && people.users + people.groups === size ? people : undefined,
  });
  return subject.isUndo ? jobs.undoTitle(title) : title;
}

/** Returns the kind that selects the success messages of a job. */
export function wordKindOf({ kind, isUndo }: LicenseJobSubject): WordKind {
  return isUndo ? 'undo' : kind;
}

/** True for a job that changes licenses of pools that cloud licensing keeps. */
export function isThroughCloudLicensing({ products }: LicenseJobSubject): boolean {
  return products.some(({ pool }) => doorOf(pool) === 'cloud-licensing');
}
