import type { Bucket } from '../../../src/graph/governor/bucket';
import {
  correct,
  drain,
  fullBucket,
  isPaced,
  noteStray,
  refill,
  take,
} from '../../../src/graph/governor/bucket';
import { publishedWriteQuota as quota } from '../../../src/graph/governor/writeQuota';

const full = fullBucket(quota, 0);
const shown = { sentAt: 0, wasPaced: false, underWay: 0 };
const paced = { ...shown, wasPaced: true };
const empty = (changes: Partial<Bucket> = {}): Bucket => ({ ...full, tokens: 0, ...changes });

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

test('a percentage that fits what is known changes nothing, its rounding included', () => {
  for (const used of [2_400, 2_500, 2_707, 2_990]) {
    const known = { ...full, tokens: 2_970 - used };
    const percentage = Number((used / 3_000).toFixed(2));
    expect(correct(known, quota, percentage, shown, 0)).toBe(known);
  }
});

test('a percentage that tells of more use takes away what is not there', () => {
  expect(correct(full, quota, 0.9, shown, 0).tokens).toBeCloseTo(270);
  expect(correct(full, quota, 1.2, shown, 0).tokens).toBeCloseTo(-630);
  expect(correct(full, quota, 0.9, { ...shown, underWay: 60 }, 0).tokens).toBeCloseTo(210);
});

test('a percentage above the limit lowers the rate only where writes came at the rate', () => {
  expect(correct(full, quota, 1.1, shown, 0).perSecond).toBe(20);
  expect(correct(empty(), quota, 1.1, paced, 0).perSecond).toBeCloseTo(17);
});

test('a refusal empties the bucket until the rest is over, and halves the rate where writes came at it', () => {
  const rested = drain(full, quota, 150_000, shown, 1_000);
  expect(rested.perSecond).toBe(20);
  expect(refill(rested, quota, 150_000).tokens).toBe(-30);
  expect(refill(rested, quota, 160_000).tokens).toBe(170);
  expect(drain(empty(), quota, 150_000, paced, 1_000)).toMatchObject({ perSecond: 10, tokens: -90 });
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

test('stray refusals cost no tokens and little of the rate', () => {
  const noted = noteStray(full, quota, shown, 0);
  expect(noted.tokens).toBe(full.tokens);
  expect(noted.perSecond).toBeCloseTo(19.4);
  expect(noteStray(noted, quota, { ...shown, sentAt: 5_000 }, 5_000)).toBe(noted);
});

test('writes come at the rate once little is saved', () => {
  expect([full, empty(), take(full, 2_900)].map(isPaced)).toEqual([false, true, false]);
});
