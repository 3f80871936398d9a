import { doorOf } from '../licensing/door';
import type { GroupProcessing, PoolRef } from '../licensing/types';
import type { LicenseJobInput } from './licenseJob';

/**
 * Number of times that an item is polled whose progress the service doesn't tell, a minute or so after it was sent at the last. What a
 * reading doesn't show until then is not known.
 */
const maxPolls = 6;

/** Counts the polls of items in this tab. Returns true from the last one on. */
export function createPollCounter(): (input: LicenseJobInput) => boolean {
  const polls = new WeakMap<LicenseJobInput, number>();
  return (input) => {
    const count = (polls.get(input) ?? 0) + 1;
    polls.set(input, count);
    return count >= maxPolls;
  };
}

/** True if the door of these pools doesn't tell how far it is with the members of a group (cloud licensing: no processing state). */
export function isProgressUntold(pools: readonly PoolRef[], processing: GroupProcessing): boolean {
  return processing === 'unknown' && pools.some(({ pool }) => doorOf(pool) === 'cloud-licensing');
}
