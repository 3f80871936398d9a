import type { WriteQuota } from './writeQuota';

/** Belief about the write quota at one moment; plain data, times by the monotonic clock in milliseconds. */
export interface WriteBucket {
  /** Writes that may be sent at once; below zero the quota is overdrawn. */
  readonly tokens: number;
  /** Moment that `tokens` is of; in the future while a refusal asks for a wait in which nothing is earned. */
  readonly at: number;
  /** Writes a second that the bucket earns: the quota's, or fewer where that proved too many. */
  readonly perSecond: number;
  /** Last time that `perSecond` was reduced; undefined if never. */
  readonly reducedAt: number | undefined;
  /** True once the service has sent `x-ms-throttle-limit-percentage`, so that its absence says something too. */
  readonly isUseReported: boolean;
  /** True once the service proved to take fewer writes than believed, or where nothing is known of it. */
  readonly isContradicted: boolean;
  /** True after a long wait that may have freed the whole quota, as that of a fixed window does. */
  readonly mayBeFull: boolean;
}

/** Part of the burst that is never used: the service counts by its own clock, behind ours by as long as a call travels. */
const safetyMargin = 0.01;
/** Part of the burst that is kept free while the quota has proved smaller than published. */
const safetyMarginWhenReduced = 0.03;
/** Error of a percentage, which comes rounded to hundredths (Graph: throttling limits, response headers). */
const roundingError = 0.005;
/** Percentage from which the service sends the header (Graph: throttling limits, response headers). */
const reportThreshold = 0.8;
/** A bucket with less was being emptied at the rate itself, so a refusal speaks against the rate. */
const nearlyEmpty = 60;
/** Time in which a rate climbs from zero to the quota's. */
const recoveryInMs = 300_000;
const slowestPart = 0.05;
/** Part of the rate that is left after a refusal. */
const rateReduction = 0.5;
/** A leaky bucket of this size is overdrawn by so much only where somebody else empties it; a window asks for such waits. */
const longWaitInMs = 15_000;
/** Writes that find out after a long wait how much is free. */
const probeSize = 20;

/** Creates the bucket of an unused quota. */
export function fullBucket(quota: WriteQuota, now: number): WriteBucket {
  return {
    tokens: capacityOf(quota),
    at: now,
    perSecond: quota.perSecond,
    reducedAt: undefined,
    isUseReported: false,
    isContradicted: quota.isUnknown === true,
    mayBeFull: false,
  };
}

function capacityOf({ burst }: WriteQuota): number {
  return burst * (1 - safetyMargin);
}

/** Returns the bucket as it is at `now`: refilled, and a reduced rate on its way back up. */
export function refill(bucket: WriteBucket, quota: WriteQuota, now: number): WriteBucket {
  if (now <= bucket.at) return bucket;
  const passedInMs = now - bucket.at;
  return {
    ...bucket,
    tokens: Math.min(capacityOf(quota), bucket.tokens + (bucket.perSecond * passedInMs) / 1_000),
    at: now,
    perSecond: Math.min(quota.perSecond, bucket.perSecond + (quota.perSecond * passedInMs) / recoveryInMs),
  };
}

/** Returns the bucket after `writes` were sent. */
export function take(bucket: WriteBucket, writes: number): WriteBucket {
  return { ...bucket, tokens: bucket.tokens - writes };
}

/** Returns whether writes are being sent at the rate, not out of what was saved. */
export function isPaced({ tokens }: WriteBucket): boolean {
  return tokens < nearlyEmpty;
}

/** Circumstances of a batch whose answer says something of the quota. */
export interface BatchFeedback {
  readonly sentAt: number;
  /** True if the bucket was nearly empty when it was sent. */
  readonly wasPaced: boolean;
  /** Writes that were in flight when it was sent: the service may not have counted them when it answered. */
  readonly inFlightBefore: number;
  /** Writes that were sent after it, which the service has hardly counted. */
  readonly sentSince: number;
}

/**
 * Returns the bucket after the service reported the part of the limit that is used: 1 is at the limit, above it calls are
 * refused the more the higher (Graph: throttling limits). The report is a measurement, so it corrects the belief both ways.
 */
export function correct(
  bucket: WriteBucket,
  quota: WriteQuota,
  percentage: number,
  feedback: BatchFeedback,
  now: number,
): WriteBucket {
  const known = { ...bucket, isUseReported: true, mayBeFull: false };
  // A refusal said how long to wait, and knows better.
  if (bucket.at > now) return known;
  const { burst } = quota;
  const free = burst * (1 - percentage) + (bucket.perSecond * (now - feedback.sentAt)) / 1_000;
  const error = burst * roundingError;
  if (bucket.tokens > free + error)
    return { ...known, isContradicted: true, tokens: free - error - feedback.sentSince };
  return raise(known, quota, percentage + roundingError, feedback);
}

/** Returns the bucket with at least what is free while so much of the limit is used. */
function raise(
  bucket: WriteBucket,
  { burst }: WriteQuota,
  percentage: number,
  { inFlightBefore, sentSince }: BatchFeedback,
): WriteBucket {
  const surelyFree = burst * (1 - safetyMargin - percentage) - inFlightBefore - sentSince;
  return surelyFree > bucket.tokens ? { ...bucket, tokens: surelyFree } : bucket;
}

/**
 * Returns the bucket after `writes` were served without a percentage. Where the service reports use, less than four fifths
 * are used. Elsewhere that says nothing, but for the first writes after a long wait: each of them that is served makes two more likely.
 */
export function onUnreportedUse(
  bucket: WriteBucket,
  quota: WriteQuota,
  writes: number,
  feedback: BatchFeedback,
  now: number,
): WriteBucket {
  if (bucket.at > now) return bucket;
  if (bucket.isUseReported) return raise(bucket, quota, reportThreshold, feedback);
  if (!bucket.mayBeFull) return bucket;
  return { ...bucket, tokens: Math.min(capacityOf(quota), bucket.tokens + 2 * writes) };
}

/**
 * Returns the bucket after the limit on writes refused some: nothing is left, and nothing is earned until `waitsUntil`. Where
 * writes were sent at the rate and no percentage tells what is right, the rate is halved.
 */
export function drain(
  bucket: WriteBucket,
  quota: WriteQuota,
  waitsUntil: number,
  { sentAt, wasPaced }: BatchFeedback,
  now: number,
): WriteBucket {
  const drained = wasPaced && !bucket.isUseReported ? reduceRate(bucket, quota, sentAt, now) : bucket;
  const margin = quota.burst * (drained.perSecond < quota.perSecond ? safetyMarginWhenReduced : safetyMargin);
  const mayBeFull = waitsUntil - now >= longWaitInMs || (bucket.mayBeFull && bucket.at > now);
  // After a wait that was asked for, the quota is just not overdrawn any more.
  const tokens = mayBeFull ? probeSize : waitsUntil > now ? -margin : Math.min(bucket.tokens, -margin);
  return { ...drained, isContradicted: true, tokens, mayBeFull, at: Math.max(bucket.at, waitsUntil) };
}

/** Batches that were in flight together reduce the rate once. */
function reduceRate(
  bucket: WriteBucket,
  { perSecond }: WriteQuota,
  sentAt: number,
  now: number,
): WriteBucket {
  if (bucket.reducedAt !== undefined && sentAt < bucket.reducedAt) return bucket;
  const reduced = Math.max(slowestPart * perSecond, bucket.perSecond * rateReduction);
  return { ...bucket, perSecond: reduced, reducedAt: now };
}
