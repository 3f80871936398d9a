import fc from 'fast-check';
import { sortInSlices } from '../../../src/base/async/sortInSlices';

const { signal } = new AbortController();

test('the order is that of a stable sort, whatever the length', async () => {
  const item = fc.record({ key: fc.nat(20), place: fc.nat() });
  const compare = (a: { key: number }, b: { key: number }): number => a.key - b.key;
  await fc.assert(
    fc.asyncProperty(fc.array(item, { maxLength: 3_000, size: 'max' }), async (items) => {
      const pause = (): undefined => undefined;
      expect(await sortInSlices(items, compare, pause, signal)).toEqual(items.toSorted(compare));
    }),
    { numRuns: 30 },
  );
});

test('the page gets its turn many times, and sorting ends when it is left', async () => {
  const items = Array.from({ length: 20_000 }, (_, index) => (index * 7_919) % 20_011);
  const left = new AbortController();
  let pauses = 0;
  const sorting = sortInSlices(
    items,
    (a, b) => a - b,
    () => {
      pauses += 1;
      if (pauses === 100) left.abort(new Error('Left.'));
      return undefined;
    },
    left.signal,
  );
  await expect(sorting).rejects.toThrow('Left.');
  expect(pauses).toBeLessThan(200);
});
