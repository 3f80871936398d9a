import type { WriteQuota } from './writeQuota';

/** What is believed of the quota at one moment; plain data, times by the monotonic clock in milliseconds. */
export interface Bucket {
  /** Writes that may go out at once; below zero the quota is overdrawn. */
  readonly tokens: number;
  /** The moment that `tokens` is of; in the future while a refusal asks for a rest in which nothing is earned. */
  readonly at: number;
  /** Writes a second that the service is believed to take; the quota's, or less where it proved to be less. */
  readonly perSecond: number;
  /** When `perSecond` was last lowered; undefined where it never was. */
  readonly loweredAt: number | undefined;
}

/** Part of the burst that is never used: the service counts by its own clock, behind ours by as long as a call travels. */
const spared = 0.01;
/** Part of the burst that is kept free as well while the quota has proved smaller than published. */
const sparedWhenLess = 0.03;
/** What a percentage may be off by: it comes rounded to hundredths (Graph: throttling limits, response headers). */
const roundedBy = 0.005;
/** A bucket with less was being emptied at the rate itself, so a refusal speaks against the rate. */
const nearlyEmpty = 60;
/** A lowered rate is back at the quota's after this time, from nothing. */
const recoveryInMs = 300_000;
const slowestPart = 0.05;
/** By how much a rate is lowered: where it was refused, where the percentage speaks against it, and for a stray refusal. */
const lowerings = { refused: 0.5, told: 0.85, stray: 0.97 } as const;
/** Stray refusals say little, so they are heard only so often. */
const strayEveryInMs = 10_000;

/** A bucket that nothing was taken from. */
export function fullBucket(quota: WriteQuota, now: number): Bucket {
  return { tokens: capacityOf(quota), at: now, perSecond: quota.perSecond, loweredAt: undefined };
}

/** Tokens that fit. */
function capacityOf({ burst }: WriteQuota): number {
  return burst * (1 - spared);
}

/** The bucket as it is at `now`: refilled, and a lowered rate on its way back up. */
export function refill(bucket: Bucket, quota: WriteQuota, now: number): Bucket {
  if (now <= bucket.at) return bucket;
  const passedInMs = now - bucket.at;
  const raised = bucket.perSecond + (quota.perSecond * passedInMs) / recoveryInMs;
  const earned = (bucket.perSecond * passedInMs) / 1_000;
  return {
    ...bucket,
    tokens: Math.min(capacityOf(quota), bucket.tokens + earned),
    at: now,
    perSecond: Math.min(quota.perSecond, raised),
  };
}

/** The bucket after `writes` were sent. */
export function take(bucket: Bucket, writes: number): Bucket {
  return { ...bucket, tokens: bucket.tokens - writes };
}

/** Whether writes are being sent at the rate, not out of what was saved. */
export function isPaced({ tokens }: Bucket): boolean {
  return tokens < nearlyEmpty;
}

/** What a batch showed of the quota. */
export interface Shown {
  /** When the batch was sent. */
  readonly sentAt: number;
  /** Whether the bucket was nearly empty then. */
  readonly wasPaced: boolean;
  /** Writes of other batches that are still on their way. */
  readonly underWay: number;
}

/**
 * The bucket after the service said how much of the limit is used: 1 is at the limit, above it calls are refused the more
 * the higher (Graph: throttling limits). It only ever takes away: what was sent since is not in the percentage.
 */
export function correct(
  bucket: Bucket,
  quota: WriteQuota,
  percentage: number,
  { sentAt, wasPaced, underWay }: Shown,
  now: number,
): Bucket {
  // How long to rest was said by a refusal, which knows better.
  if (bucket.at > now) return bucket;
  const kept = bucket.perSecond < quota.perSecond ? sparedWhenLess : 0;
  const free = quota.burst * (1 - kept - percentage) + (bucket.perSecond * (now - sentAt)) / 1_000;
  if (bucket.tokens <= free + quota.burst * roundedBy) return bucket;
  const lowered = wasPaced ? lowerRate(bucket, quota, sentAt, 'told', now) : bucket;
  // Which of those that are on their way are in the percentage cannot be told.
  return { ...lowered, tokens: free - quota.burst * spared - underWay };
}

/**
 * The bucket after writes were refused for their number: nothing is left, and nothing is earned until `restsUntil`. Where
 * writes were sent at the rate, the rate is halved.
 */
export function drain(
  bucket: Bucket,
  quota: WriteQuota,
  restsUntil: number,
  { sentAt, wasPaced }: Shown,
  now: number,
): Bucket {
  const lowered = wasPaced ? lowerRate(bucket, quota, sentAt, 'refused', now) : bucket;
  const owed = quota.burst * (lowered.perSecond < quota.perSecond ? sparedWhenLess : spared);
  // After a rest that was asked for, the quota is just not overdrawn any more.
  const tokens = restsUntil > now ? -owed : Math.min(bucket.tokens, -owed);
  return { ...lowered, tokens, at: Math.max(bucket.at, restsUntil) };
}

/** The bucket after a refusal that has nothing to do with the quota, as far as can be told. */
export function noteStray(bucket: Bucket, quota: WriteQuota, { sentAt }: Shown, now: number): Bucket {
  const isHeard = bucket.loweredAt === undefined || now - bucket.loweredAt >= strayEveryInMs;
  return isHeard ? lowerRate(bucket, quota, sentAt, 'stray', now) : bucket;
}

/** Batches that were on their way together lower the rate once. */
function lowerRate(
  bucket: Bucket,
  { perSecond }: WriteQuota,
  sentAt: number,
  why: keyof typeof lowerings,
  now: number,
): Bucket {
  if (bucket.loweredAt !== undefined && sentAt < bucket.loweredAt) return bucket;
  const lowered = Math.max(slowestPart * perSecond, bucket.perSecond * lowerings[why]);
  return { ...bucket, perSecond: lowered, loweredAt: now };
}
