import { mapConcurrent } from '../../../src/base/async/mapConcurrent';

test('results keep the order of the items and no more than the limit run at once', async () => {
  let running = 0;
  let most = 0;
  const work = async (item: number): Promise<number> => {
    running += 1;
    most = Math.max(most, running);
    // Later items end sooner.
    for (let turn = 10 - item; turn > 0; turn -= 1) await Promise.resolve();
    running -= 1;
    return item * 10;
  };
  await expect(mapConcurrent([1, 2, 3, 4, 5, 6, 7], work, 3)).resolves.toEqual([10, 20, 30, 40, 50, 60, 70]);
  expect(most).toBe(3);
});

test('nothing to do is done', async () => {
  await expect(mapConcurrent([], () => Promise.reject(new Error('asked')))).resolves.toEqual([]);
});

test('the first failure rejects', async () => {
  const work = (item: number) => (item === 2 ? Promise.reject(new Error('broken')) : Promise.resolve(item));
  await expect(mapConcurrent([1, 2, 3], work)).rejects.toThrow('broken');
});
