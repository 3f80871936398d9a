import { forEachInSteps, runToEnd, runInSlices, type Steps } from '../../../src/base/async/inSlices';

function* sumOf(count: number): Steps<number> {
  let sum = 0;
  yield* forEachInSteps(
    Array.from({ length: count }, (_, index) => index),
    (number) => {
      sum += number;
    },
  );
  return sum;
}

test('work in slices comes to the same as at once, with a pause to wait for between steps', async () => {
  let pauses = 0;
  const pause = () => {
    pauses += 1;
    return pauses % 2 === 0 ? Promise.resolve() : undefined;
  };
  await expect(runInSlices(sumOf(5_000), pause)).resolves.toBe(runToEnd(sumOf(5_000)));
  expect(pauses).toBe(10);
});

test('work that is left goes no further', async () => {
  const left = new AbortController();
  const pause = () => {
    left.abort();
    return undefined;
  };
  await expect(runInSlices(sumOf(5_000), pause, left.signal)).rejects.toBe(left.signal.reason);
});

test('a failure of the work is told', async () => {
  function* failing(): Steps<void> {
    yield;
    throw new Error('broken');
  }
  await expect(runInSlices(failing(), () => undefined)).rejects.toThrow('broken');
});
