import { createTimeSlicer } from '../../../src/base/async/timeSlicer';

test('work goes on without a pause until 20 ms have passed, and again after the pause', async () => {
  let now = 0;
  const pauseIfLong = createTimeSlicer({ monotonic: () => now });
  now = 19;
  expect(pauseIfLong()).toBeUndefined();
  now = 20;
  const pause = pauseIfLong();
  let isOver = false;
  void pause?.then(() => (isOver = true));
  await Promise.resolve();
  expect(isOver).toBe(false);
  await pause;
  now = 39;
  expect(pauseIfLong()).toBeUndefined();
});
