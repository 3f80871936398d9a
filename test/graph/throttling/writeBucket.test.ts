import type { WriteBucket } from '../../../src/graph/throttling/writeBucket';
import {
  correct,
  drain,
  fullBucket,
  isPaced,
  onUnreportedUse,
  refill,
  take,
} from '../../../src/graph/throttling/writeBucket';
import { publishedWriteQuota as quota } from '../../../src/graph/throttling/writeQuota';

const full = fullBucket(quota, 0);
const feedback = { sentAt: 0, wasPaced: false, inFlightBefore: 0, sentSince: 0 };
const paced = { ...feedback, wasPaced: true };
const empty = (changes: Partial<WriteBucket> = {}): WriteBucket => ({ ...full, tokens: 0, ...changes });

test('a full bucket is a burst but for a hair, and never fuller', () => {
  expect(full.tokens).toBe(2_970);
  expect(refill(full, quota, 3_600_000).tokens).toBe(2_970);
});

test('what was taken comes back at the rate', () => {
  expect(refill(take(full, 100), quota, 2_000).tokens).toBe(2_910);
  expect(refill(empty(), quota, 1_000).tokens).toBe(20);
});

test('time that runs backwards earns nothing', () => {
  expect(refill(empty({ at: 5_000 }), quota, 1_000)).toEqual(empty({ at: 5_000 }));
});

test('a percentage that fits the belief changes no number, its rounding included', () => {
  for (const used of [2_400, 2_500, 2_707, 2_990]) {
    const known = { ...full, tokens: 2_970 - used };
    const percentage = Number((used / 3_000).toFixed(2));
    expect(correct(known, quota, percentage, feedback, 0)).toEqual({ ...known, isUseReported: true });
  }
});

test('a percentage of more use takes away what is not there, and does not touch the rate', () => {
  expect(correct(full, quota, 0.9, feedback, 0).tokens).toBeCloseTo(285);
  expect(correct(full, quota, 1.2, feedback, 0).tokens).toBeCloseTo(-615);
  expect(correct(full, quota, 0.9, { ...feedback, sentSince: 60 }, 0).tokens).toBeCloseTo(225);
  expect(correct(empty(), quota, 1.1, paced, 0)).toMatchObject({ perSecond: 20, isContradicted: true });
});

test('a percentage of less use gives back what is surely there', () => {
  expect(correct(empty(), quota, 0.9, feedback, 0).tokens).toBeCloseTo(255);
  expect(
    correct(empty(), quota, 0.9, { ...feedback, inFlightBefore: 60, sentSince: 20 }, 0).tokens,
  ).toBeCloseTo(175);
  expect(correct(empty({ at: 5_000 }), quota, 0.9, feedback, 0).tokens).toBe(0);
});

test('no percentage means four fifths at most where they are sent, and nothing elsewhere', () => {
  const reporting = empty({ isUseReported: true });
  expect(onUnreportedUse(reporting, quota, 20, feedback, 0).tokens).toBeCloseTo(570);
  expect(onUnreportedUse(empty(), quota, 20, feedback, 0)).toEqual(empty());
});

test('a refusal empties the bucket until the wait is over', () => {
  const drained = drain(full, quota, 12_000, feedback, 1_000);
  expect(drained.perSecond).toBe(20);
  expect(refill(drained, quota, 12_000).tokens).toBe(-30);
  expect(refill(drained, quota, 22_000).tokens).toBe(170);
});

test('a refusal halves the rate where writes came at it and no percentage says better', () => {
  expect(drain(empty(), quota, 2_000, paced, 1_000)).toMatchObject({ perSecond: 10, tokens: -90 });
  expect(drain(empty(), quota, 2_000, feedback, 1_000).perSecond).toBe(20);
  expect(drain(empty({ isUseReported: true }), quota, 2_000, paced, 1_000).perSecond).toBe(20);
});

test('after a wait as long as that of a window, served writes prove more until a refusal or a percentage ends it', () => {
  const waited = refill(drain(empty(), quota, 140_000, paced, 1_000), quota, 140_000);
  expect(waited.tokens).toBe(20);
  const twice = onUnreportedUse(take(waited, 20), quota, 20, feedback, 140_000);
  expect(twice.tokens).toBe(40);
  expect(onUnreportedUse({ ...twice, tokens: 2_960 }, quota, 20, feedback, 140_000).tokens).toBe(2_970);
  expect(drain(twice, quota, 142_000, feedback, 141_000)).toMatchObject({ mayBeFull: false });
  expect(correct(twice, quota, 0.99, feedback, 141_000)).toMatchObject({ mayBeFull: false });
});

test('batches that were on their way together lower the rate once', () => {
  const once = drain(empty(), quota, 2_000, paced, 1_000);
  expect(drain(once, quota, 2_100, { ...paced, sentAt: 500 }, 1_100).perSecond).toBe(10);
  expect(drain(once, quota, 9_000, { ...paced, sentAt: 3_000 }, 4_000).perSecond).toBe(5);
});

test('a lowered rate comes back with time, and no further', () => {
  const lowered = empty({ perSecond: 10 });
  expect(refill(lowered, quota, 75_000).perSecond).toBe(15);
  expect(refill(lowered, quota, 3_600_000).perSecond).toBe(20);
});

test('a rate never falls to nothing', () => {
  let bucket = empty();
  for (let at = 1_000; at < 100_000; at += 1_000)
    bucket = drain(bucket, quota, 0, { ...paced, sentAt: at }, at);
  expect(bucket.perSecond).toBe(1);
});

test('writes come at the rate once little is saved', () => {
  expect([full, empty(), take(full, 2_900)].map(isPaced)).toEqual([false, true, false]);
});
