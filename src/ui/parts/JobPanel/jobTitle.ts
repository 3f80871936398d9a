import type { JobHeader } from '../../../jobs/job';
import type { LicenseJobSubject } from '../../../license-jobs/licenseJob';
import { countryName } from '../../../license-jobs/usage-location/countries';
import type { WordKind } from '../../messages/en/jobs/jobOutcomes';
import type { Messages } from '../../messages/types';

/** What a job does, to what, and for how many, in words. */
export function jobTitle(
  { subject, size }: JobHeader<LicenseJobSubject>,
  { jobs, format }: Messages,
): string {
  // A job that undoes another may be about fewer than that one was.
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

/** Which words stand for the success of a job. */
export function wordKindOf({ kind, isUndo }: LicenseJobSubject): WordKind {
  return isUndo ? 'undo' : kind;
}
