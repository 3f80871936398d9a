import type { WriteBucket } from './writeBucket';
import { isPaced } from './writeBucket';
import type { WriteQuota } from './writeQuota';

/** Number of writes that were sent at the rate in a span of the monotonic clock, in milliseconds. */
export interface RateSample {
  readonly since: number;
  readonly until: number;
  readonly writes: number;
}

/** Length of a sample: at least, to be sure of it, and at most. */
const spanInMs = { min: 6_000, sure: 15_000, max: 40_000 } as const;

/**
 * Counts writes that are sent now. A sample begins with a batch that is alone, since what is in flight of a burst belongs to no
 * rate, and ends with the rate. What the service takes shows in no other way.
 */
export function countSent(
  sample: RateSample | undefined,
  bucket: WriteBucket,
  writes: number,
  isAlone: boolean,
  now: number,
): RateSample | undefined {
  if (!isPaced(bucket) || bucket.mayBeFull) return undefined;
  if (sample === undefined) return isAlone ? { since: now, until: now, writes: 0 } : undefined;
  const all = sample.writes + writes;
  const isLong = now - sample.since > spanInMs.max;
  return isLong
    ? { since: (sample.since + now) / 2, until: now, writes: all / 2 }
    : { since: sample.since, until: now, writes: all };
}

/** Returns whether a sample is long enough to go by. */
export function isRateSure(sample: RateSample | undefined): boolean {
  return sample !== undefined && sample.until - sample.since >= spanInMs.sure;
}

/** Returns writes a second, never more than the quota's; undefined if that is unknown. */
export function measuredRate(sample: RateSample | undefined, { perSecond }: WriteQuota): number | undefined {
  if (sample === undefined || sample.until - sample.since < spanInMs.min) return undefined;
  return Math.min(perSecond, Math.max(1, (sample.writes * 1_000) / (sample.until - sample.since)));
}
