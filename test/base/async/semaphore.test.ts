import { createSemaphore } from '../../../src/base/async/semaphore';

/** A semaphore for one task at a time, and tasks that end when the test says so. */
function setup() {
  const semaphore = createSemaphore(1);
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (name: string, signal?: AbortSignal): Promise<string> =>
    semaphore.run(() => {
      started.push(name);
      return new Promise((resolve) => ends.set(name, () => resolve(name)));
    }, signal);
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { semaphore, run, end, started };
}

test('tasks run one after another, in the order they came', async () => {
  const { run, end, started } = setup();
  const all = Promise.all(['a', 'b', 'c'].map((name) => run(name)));
  expect(started).toEqual(['a']);
  await end('a');
  expect(started).toEqual(['a', 'b']);
  await end('b');
  await end('c');
  await expect(all).resolves.toEqual(['a', 'b', 'c']);
});

test('a task that was given up while it waited hands its turn on', async () => {
  const { run, end, started } = setup();
  const gone = new AbortController();
  void run('a');
  const dropped = run('b', gone.signal);
  dropped.catch(() => undefined);
  void run('c');
  gone.abort();
  await end('a');
  expect(started).toEqual(['a', 'c']);
  await expect(dropped).rejects.toMatchObject({ code: 'cancelled' });
});

test('a task that fails frees its place', async () => {
  const { semaphore, run, started } = setup();
  const failure = new Error('broken');
  await expect(semaphore.run(() => Promise.reject(failure))).rejects.toBe(failure);
  void run('next');
  expect(started).toEqual(['next']);
});
