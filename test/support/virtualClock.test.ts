import { createVirtualClock } from './virtualClock';

const hour = 3_600_000;

test('an hour passes at once, on both clocks', async () => {
  const clock = createVirtualClock({ startsAtInMs: 5 });
  await clock.run(clock.wait(hour));
  expect([clock.monotonic(), clock.now()]).toEqual([hour, hour + 5]);
});

test('waits end in the order of their times, equal ones in the order they began', async () => {
  const clock = createVirtualClock();
  const seen: string[] = [];
  const delays = [30, 10, 20, 10, 0, 40, 5, 30];
  await clock.run(
    Promise.all(delays.map((delay, index) => clock.wait(delay).then(() => seen.push(`${delay}/${index}`)))),
  );
  expect(seen).toEqual(['0/4', '5/6', '10/1', '10/3', '20/2', '30/0', '30/7', '40/5']);
});

test('a thousand random waits end at their own times', async () => {
  const clock = createVirtualClock();
  const delays = Array.from({ length: 1_000 }, (_, index) => (index * 7_919) % 1_009);
  const late = await clock.run(
    Promise.all(delays.map((delay) => clock.wait(delay).then(() => clock.monotonic() - delay))),
  );
  expect(new Set(late)).toEqual(new Set([0]));
  expect(clock.waiting()).toBe(0);
});

test('work that only takes turns ends before time moves', async () => {
  const clock = createVirtualClock();
  const work = async (): Promise<number> => {
    await new Response('{"a":1}').json();
    await new Promise((resolve) => void setImmediate(resolve));
    return clock.monotonic();
  };
  const [at] = await clock.run(Promise.all([work(), clock.wait(100)]));
  expect(at).toBe(0);
});

test('an aborted wait rejects with its reason and holds nobody up', async () => {
  const clock = createVirtualClock();
  const abort = new AbortController();
  const given = clock.wait(hour, abort.signal).catch((reason: unknown) => reason);
  void clock.wait(10).then(() => abort.abort('enough'));
  await expect(clock.run(given)).resolves.toBe('enough');
  expect([clock.monotonic(), clock.waiting()]).toEqual([10, 0]);
  await expect(clock.run(clock.wait(1, abort.signal))).rejects.toBe('enough');
});

test('a promise nobody will settle is called a deadlock', async () => {
  const clock = createVirtualClock();
  await expect(clock.run(new Promise(() => undefined))).rejects.toThrow('deadlock');
});

test('waiting for ever is called so at the limit', async () => {
  const clock = createVirtualClock({ limitInMs: hour });
  let isOver = false;
  const forever = async (): Promise<void> => {
    while (!isOver) await clock.wait(60_000);
  };
  await expect(clock.run(forever())).rejects.toThrow('still pending');
  isOver = true;
});

test('a rejection is handed on', async () => {
  const clock = createVirtualClock();
  await expect(clock.run(clock.wait(1).then(() => Promise.reject(new Error('mine'))))).rejects.toThrow(
    'mine',
  );
});

test('two runs at once are refused', async () => {
  const clock = createVirtualClock();
  const first = clock.run(clock.wait(10));
  await expect(clock.run(clock.wait(1))).rejects.toThrow('under way');
  await first;
});

test('a jump of the wall clock leaves waits alone', async () => {
  const clock = createVirtualClock({ startsAtInMs: 0 });
  const waits = clock.wait(1_000);
  clock.jumpWallClock(-hour);
  await clock.run(waits);
  expect([clock.monotonic(), clock.now()]).toEqual([1_000, 1_000 - hour]);
});

test('a sleep moves both clocks, and what came due meanwhile ends on waking', async () => {
  const clock = createVirtualClock({ startsAtInMs: 0 });
  const waits = clock.wait(1_000);
  clock.sleep(hour);
  await clock.run(waits);
  expect([clock.monotonic(), clock.now()]).toEqual([hour, hour]);
});

test('time stands still while work outside the turns is under way', async () => {
  const clock = createVirtualClock();
  const outside = new Promise<void>((resolve) => void setTimeout(resolve, 20));
  const held = clock.hold(outside).then(() => clock.monotonic());
  const [at] = await clock.run(Promise.all([held, clock.wait(500)]));
  expect(at).toBe(0);
});

test('a pause ends once, whoever ends it twice', async () => {
  const clock = createVirtualClock();
  const goOn = clock.pause();
  const resumed = new Promise<void>((resolve) => void setTimeout(resolve, 10)).then(() => {
    goOn();
    goOn();
    return clock.monotonic();
  });
  const [at] = await clock.run(Promise.all([resumed, clock.wait(9)]));
  expect([at, clock.monotonic()]).toEqual([0, 9]);
});
