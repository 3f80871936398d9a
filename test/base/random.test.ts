import { seededRandom } from '../../src/base/random';

const take = (seed: number, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

test('one seed repeats itself, another does not', () => {
  expect(take(7, 5)).toEqual(take(7, 5));
  expect(take(7, 5)).not.toEqual(take(8, 5));
});

test('the numbers are fixed for ever, since tenants are made of them', () => {
  expect(take(1, 2)).toEqual([0.6270739405881613, 0.002735721180215478]);
});

test('the numbers lie in [0, 1) and spread evenly', () => {
  const numbers = take(42, 10_000);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  const low = numbers.filter((number) => number < 0.5).length;
  expect(low).toBeGreaterThan(4_800);
  expect(low).toBeLessThan(5_200);
});
