import type { Outcome } from '../../base/outcome';
import type { LicensingCode } from '../../licensing/types';
import type { Explained } from '../messages/explained';
import type { Messages } from '../messages/types';

/** Explains why an item was skipped or failed, with the names of its groups, if they are known. */
export function explainOutcome(
  { reason, groups = [] }: Extract<Outcome<LicensingCode>, { kind: 'skipped' | 'failed' }>,
  { jobs, outcomes }: Pick<Messages, 'jobs' | 'outcomes'>,
): Explained {
  if (groups.every(({ name }) => name === undefined)) return outcomes[reason];
  const names = [...new Set(groups.map(({ name = jobs.aGroup }) => name))];
  if (reason === 'inherited') return jobs.inheritedFrom(names);
  return reason === 'inherited-from-group' ? jobs.hasThrough(names) : outcomes[reason];
}
