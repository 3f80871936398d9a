import fc from 'fast-check';
import { AppError } from '../../src/base/appError';
import type { Outcome } from '../../src/base/outcome';
import { runItems, type RunItemsOptions } from '../../src/jobs/runItems';

type Code = 'no' | 'broke';

interface Call {
  readonly item: string;
  readonly signal: AbortSignal;
  readonly settle: (outcome: Outcome<Code>) => void;
  readonly fail: (reason: Error) => void;
}

/** A run whose operations end when the test says so. */
function setup(items: readonly string[], options: Partial<RunItemsOptions<string, Code>> = {}) {
  const calls: Call[] = [];
  const run = runItems<string, Code>({
    items,
    operation: (item, signal) =>
      new Promise((settle, fail) => {
        calls.push({ item, signal, settle, fail });
      }),
    onThrow: () => 'broke',
    ...options,
  });
  const progress = () => run.state().items.map((item) => item.outcome?.kind ?? item.progress);
  return { run, calls, progress };
}

/** Lets every promise that is ready run on. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test('four items are at work at once unless told otherwise', () => {
  expect(setup(['a', 'b', 'c', 'd', 'e', 'f']).calls.map(({ item }) => item)).toEqual(['a', 'b', 'c', 'd']);
  expect(setup(['a', 'b', 'c'], { concurrency: 1 }).calls.map(({ item }) => item)).toEqual(['a']);
});

test('an item that ends makes room for the next one in order', async () => {
  const { calls, progress } = setup(['a', 'b', 'c'], { concurrency: 2 });
  calls[1]?.settle({ kind: 'done' });
  await turn();
  expect(calls.map(({ item }) => item)).toEqual(['a', 'b', 'c']);
  expect(progress()).toEqual(['running', 'done', 'running']);
});

test('the run finishes with the outcome of every item', async () => {
  const { run, calls } = setup(['a', 'b']);
  calls[0]?.settle({ kind: 'skipped', reason: 'no' });
  calls[1]?.settle({ kind: 'done', pending: true });
  const { status, items, settled } = await run.finished;
  expect({ status, settled }).toEqual({ status: 'finished', settled: 2 });
  expect(items.map(({ outcome }) => outcome)).toEqual([
    { kind: 'skipped', reason: 'no' },
    { kind: 'done', pending: true },
  ]);
});

test('an operation that rejects, or throws at once, is a failure with the code that onThrow gives', async () => {
  const { run, calls } = setup(['a'], { onThrow: (error) => (error.code === 'offline' ? 'no' : 'broke') });
  calls[0]?.fail(new AppError('offline', { requestId: 'r-1' }));
  expect((await run.finished).items[0]?.outcome).toEqual({ kind: 'failed', reason: 'no', requestId: 'r-1' });

  const thrower = setup(['a'], {
    operation: () => {
      throw new TypeError('a fault of the operation');
    },
  });
  expect((await thrower.run.finished).items[0]?.outcome).toMatchObject({ kind: 'failed', reason: 'broke' });
});

test('a run of nothing is finished at once', async () => {
  const { run } = setup([]);
  expect(run.state().status).toBe('finished');
  await expect(run.finished).resolves.toMatchObject({ items: [] });
});

test('a cancel starts nothing more, aborts the signal and waits for what runs', async () => {
  const { run, calls, progress } = setup(['a', 'b', 'c'], { concurrency: 1 });
  run.cancel();
  run.cancel();
  expect(run.state().status).toBe('cancelling');
  expect(progress()).toEqual(['running', 'cancelled', 'cancelled']);
  expect(calls[0]?.signal.aborted).toBe(true);
  calls[0]?.settle({ kind: 'done' });
  expect((await run.finished).status).toBe('finished');
  expect(progress()).toEqual(['done', 'cancelled', 'cancelled']);
  expect(calls).toHaveLength(1);
});

test('items of one key wait for each other while others pass', async () => {
  const { calls } = setup(['a1', 'a2', 'b1'], { keyOf: (item) => item.charAt(0) });
  expect(calls.map(({ item }) => item)).toEqual(['a1', 'b1']);
  calls[0]?.settle({ kind: 'done' });
  await turn();
  expect(calls.map(({ item }) => item)).toEqual(['a1', 'b1', 'a2']);
});

test('listeners hear every change until they stop', async () => {
  const { run, calls } = setup(['a'], { concurrency: 1 });
  const heard: string[] = [];
  const stop = run.subscribe(() => heard.push(run.state().status));
  const late = jest.fn();
  run.subscribe(late)();
  calls[0]?.settle({ kind: 'done' });
  await run.finished;
  stop();
  expect(heard).toEqual(['running', 'finished']);
  expect(late).not.toHaveBeenCalled();
});

const stories = fc.record({
  keys: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
  concurrency: fc.integer({ min: 1, max: 5 }),
  /** Which of the running items ends next, and how. */
  steps: fc.array(fc.tuple(fc.nat(), fc.constantFrom('settle', 'fail')), { minLength: 12, maxLength: 12 }),
  cancelAt: fc.option(fc.integer({ min: 0, max: 11 })),
});

test('any order of endings and a cancel at any time give every item exactly one outcome', async () => {
  await fc.assert(
    fc.asyncProperty(stories, async ({ keys, concurrency, steps, cancelAt }) => {
      const items = keys.map((key, index) => `${key}:${index}`);
      const keyOf = (item: string) => item.charAt(0);
      const { run, calls } = setup(items, { concurrency, keyOf });
      const open = () =>
        calls.filter(({ item }) =>
          run.state().items.some((i) => i.item === item && i.progress === 'running'),
        );
      let startedBeforeCancel: number | undefined;
      for (const [index, [choice, ending]] of steps.entries()) {
        if (index === cancelAt) {
          run.cancel();
          startedBeforeCancel = calls.length;
        }
        const running = open();
        expect(running.length).toBeLessThanOrEqual(concurrency);
        expect(new Set(running.map(({ item }) => keyOf(item))).size).toBe(running.length);
        const call = running[choice % Math.max(1, running.length)];
        if (ending === 'settle') call?.settle({ kind: 'done' });
        else call?.fail(new Error('broken'));
        await turn();
      }
      const { items: ended, settled } = await run.finished;
      expect(settled).toBe(items.length);
      expect(ended.map(({ item }) => item)).toEqual(items);
      expect(ended.every(({ progress, outcome }) => progress === 'settled' && outcome !== undefined)).toBe(
        true,
      );
      // Each item went out at most once, and was cancelled exactly when it never went out.
      const sent = calls.map(({ item }) => item);
      expect(new Set(sent).size).toBe(sent.length);
      const cancelled = ended.filter(({ outcome }) => outcome?.kind === 'cancelled').map(({ item }) => item);
      expect(new Set([...sent, ...cancelled])).toEqual(new Set(items));
      expect(sent.length + cancelled.length).toBe(items.length);
      if (startedBeforeCancel !== undefined) expect(calls).toHaveLength(startedBeforeCancel);
    }),
    { numRuns: 150 },
  );
});
