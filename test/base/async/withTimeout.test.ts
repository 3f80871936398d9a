import { AppError } from '../../../src/base/appError';
import { withTimeout } from '../../../src/base/async/withTimeout';
import { manualClock } from '../manualClock';

const late = () => new AppError('timed-out');

test('work that ends in time gives its own end', async () => {
  const clock = manualClock();
  await expect(withTimeout(Promise.resolve(1), clock, 1_000, late)).resolves.toBe(1);
  const broken = Promise.reject(new Error('broken'));
  await expect(withTimeout(broken, clock, 1_000, late)).rejects.toThrow('broken');
});

test('work that does not end is given up at its limit and not before', async () => {
  const clock = manualClock();
  let end = 'none';
  withTimeout(new Promise(() => undefined), clock, 1_000, late).catch((thrown: AppError) => {
    end = thrown.code;
  });
  await clock.advance(999);
  expect(end).toBe('none');
  await clock.advance(1);
  expect(end).toBe('timed-out');
});
