import { estimateWrites } from '../../../src/graph/throttling/estimateWrites';
import { maxBatches, observe, unknownPace } from '../../../src/graph/throttling/batchPace';
import { readReport } from '../../../src/graph/throttling/throttleReport';
import { answer } from '../../http/answers';

test('four batches while the service keeps up, fewer the slower it gets, one at least, and four again', () => {
  const after = (...durations: number[]) => maxBatches(durations.reduce(observe, unknownPace));
  expect(after()).toBe(4);
  expect(after(...Array<number>(20).fill(300))).toBe(4);
  expect(after(...Array<number>(20).fill(5_000))).toBe(4);
  expect(after(300, ...Array<number>(20).fill(3_000))).toBe(2);
  expect(after(300, ...Array<number>(20).fill(30_000))).toBe(1);
  expect(after(300, ...Array<number>(20).fill(30_000), ...Array<number>(30).fill(300))).toBe(4);
});

test('a report reads the refusals, the longest wait, the limit named and the percentage', () => {
  const refused = (scope: string, wait?: string) =>
    ended(429, { 'x-ms-throttle-scope': scope, ...(wait === undefined ? {} : { 'retry-after': wait }) });
  const ended = (status: number, headers: Record<string, string> = {}) =>
    ({ kind: 'response', response: answer(status, {}, headers) }) as const;
  const results = [
    refused('Tenant_Application/Write/app/tenant', '7'),
    refused('Tenant_Application/Write/app/tenant', '90'),
    ended(200, { 'x-ms-throttle-limit-percentage': '1.03' }),
    ended(200, { 'x-ms-throttle-limit-percentage': 'much' }),
  ];
  expect(readReport(ended(200), results, 0)).toEqual({
    size: 4,
    refusals: 2,
    isWhole: false,
    retryAfterInMs: 90_000,
    namesWrites: true,
    percentage: 1.03,
  });
  const other = readReport(ended(429), [refused('Tenant_Application/ReadWrite/app/tenant')], 0);
  expect(other).toMatchObject({
    isWhole: true,
    namesWrites: false,
    retryAfterInMs: undefined,
  });
});

test('an estimate goes at the pace while tokens last, then at the rate, behind whatever gate is shut', () => {
  const estimate = (writes: number, changes = {}) =>
    estimateWrites({
      writes,
      opensInMs: 0,
      tokens: 3_000,
      perSecond: 20,
      batchInMs: 300,
      maxConcurrency: 4,
      ...changes,
    });
  expect(estimate(0)).toBe(0);
  expect(estimate(1_000)).toBe(3_900);
  expect(estimate(5_000)).toBe(100_300);
  expect(estimate(100_000, { perSecond: 10 })).toBe(9_700_300);
  expect(estimate(100, { opensInMs: 150_000, tokens: 0 })).toBe(155_300);
});
