import type { Outcome } from '../../base/outcome';
import type { LicensingCode } from '../../licensing/types';
import type { Explained } from '../messages/explained';
import type { Messages } from '../messages/types';

/**
 * Says why an item was left as it was or failed, with the names of the groups that it is about. Where none of them has a
 * name, the words of the reason alone.
 */
export function explainOutcome(
  { reason, groups = [] }: Extract<Outcome<LicensingCode>, { kind: 'skipped' | 'failed' }>,
  { jobs, outcomes }: Pick<Messages, 'jobs' | 'outcomes'>,
): Explained {
  if (groups.every(({ name }) => name === undefined)) return outcomes[reason];
  const names = [...new Set(groups.map(({ name = jobs.aGroup }) => name))];
  if (reason === 'inherited') return jobs.inheritedFrom(names);
  // eslint-disable-next-line words/plain-words -- a code that journals hold
  return reason === 'through-group' ? jobs.hasThrough(names) : outcomes[reason];
}
