import { createThrottleController } from '../../../src/graph/throttling/throttleController';
import type { InFlightBatch, ThrottleController } from '../../../src/graph/throttling/throttleController';
import type { ThrottleReport } from '../../../src/graph/throttling/throttleReport';
import { toRequestClass } from '../../../src/graph/requestClass';
import { createVirtualClock } from '../../support/virtualClock';
import { memoryQuotaStore } from './memoryQuotaStore';

const bulk = toRequestClass('write', 'bulk');
const manual = toRequestClass('write', 'interactive');
const reads = toRequestClass('read', 'interactive');

const served: ThrottleReport = {
  size: 20,
  refusals: 0,
  isWhole: false,
  retryAfterInMs: undefined,
  namesWrites: false,
  percentage: undefined,
};
const stray = { ...served, refusals: 1 };
const refused = { ...served, refusals: 20, namesWrites: true };

function setup() {
  const clock = createVirtualClock();
  const store = memoryQuotaStore();
  const open = (): ThrottleController => createThrottleController({ clock, store });
  const send = (controller: ThrottleController, writes: number, of = bulk): InFlightBatch => {
    const batch = controller.onSend(of, writes);
    controller.onResponse(batch, { ...served, size: writes });
    return batch;
  };
  /** Milliseconds until a of may send. */
  const wait = (controller: ThrottleController, of = bulk): number => {
    const limits = controller.getAllowance();
    return Math.max(0, limits.opensAt(of) - limits.now);
  };
  const tokens = (controller: ThrottleController, of = bulk): number =>
    Math.round(controller.getAllowance().writes(of));
  return { clock, store, open, send, tokens, wait, pass: (ms: number) => clock.run(clock.wait(ms)) };
}

test('after a person changed something by hand, bulk writes leave a twentieth, for five minutes', async () => {
  const { open, send, tokens, pass } = setup();
  const controller = open();
  expect(tokens(controller)).toBe(2_970);
  send(controller, 1, manual);
  expect([tokens(controller), tokens(controller, manual)]).toEqual([2_819, 2_969]);
  await pass(300_000);
  expect(tokens(controller)).toBe(2_970);
});

const classes = [bulk, manual, toRequestClass('read', 'bulk'), reads];

test.each([
  ['one of twenty', { refusals: 1 }, [0, 0, 0, 0]],
  ['nine of twenty', { refusals: 9 }, [0, 0, 0, 0]],
  ['ten of twenty', { refusals: 10 }, [7_000, 0, 0, 0]],
  ['a whole batch', { refusals: 20, isWhole: true }, [7_000, 0, 0, 0]],
  ['one that names the limit on writes', { refusals: 1, namesWrites: true }, [7_000, 0, 0, 0]],
])('%s refused holds whom it concerns, and nobody else', (_name, changes, waits) => {
  const { open, wait } = setup();
  const controller = open();
  controller.onResponse(controller.onSend(bulk, 20), { ...served, ...changes, retryAfterInMs: 7_000 });
  expect(classes.map((of) => wait(controller, of))).toEqual(waits);
});

test('a limit on writes that a person meets holds bulk writes as well, other refusals of people do not', () => {
  const { open, wait } = setup();
  const [one, other] = [open(), createThrottleController({ clock: createVirtualClock() })];
  one.onResponse(one.onSend(manual, 1), { ...refused, size: 1, refusals: 1, retryAfterInMs: 7_000 });
  expect(classes.map((of) => wait(one, of))).toEqual([7_000, 7_000, 0, 0]);
  other.onResponse(other.onSend(reads, 20), { ...served, refusals: 20, retryAfterInMs: 7_000 });
  expect(classes.map((of) => wait(other, of))).toEqual([0, 0, 0, 7_000]);
});

test('only a refusal that names the limit on writes drains the bucket', () => {
  const { open, tokens } = setup();
  const controller = open();
  controller.onResponse(controller.onSend(bulk, 1), { ...stray, size: 1, retryAfterInMs: 1_000 });
  expect(tokens(controller)).toBe(2_969);
  controller.onResponse(controller.onSend(bulk, 20), { ...stray, refusals: 10, retryAfterInMs: 1_000 });
  expect(tokens(controller, manual)).toBe(2_949);
  controller.onResponse(controller.onSend(bulk, 20), { ...stray, namesWrites: true, retryAfterInMs: 1_000 });
  expect(tokens(controller, manual)).toBeLessThan(0);
});

test('after a shared wait one batch finds out, then a few writes, and once they are served all go on', async () => {
  const { open, pass } = setup();
  const controller = open();
  const calls = (one: ThrottleController): number => one.getAllowance().calls(bulk);
  const all = { ...served, refusals: 20, retryAfterInMs: 1_000 };
  const together = [controller.onSend(bulk, 20), controller.onSend(bulk, 20)];
  expect(together.map((batch) => controller.onResponse(batch, all))).toEqual([true, true]);
  await pass(1_000);
  expect(calls(controller)).toBe(20);
  const probe = controller.onSend(bulk, 20);
  expect(calls(controller)).toBe(0);
  await pass(300);
  controller.onResponse(probe, all);
  await pass(1_000);
  expect(calls(controller)).toBe(4);
  const second = controller.onSend(bulk, 4);
  await pass(300);
  controller.onResponse(second, { ...served, size: 4 });
  expect(calls(controller)).toBeGreaterThan(80);
});

test('after a wait all go on at once where a batch that was under way with the refused one was served', async () => {
  const { open, pass, wait } = setup();
  const controller = open();
  const [one, other] = [controller.onSend(bulk, 20), controller.onSend(bulk, 20)];
  await pass(300);
  controller.onResponse(one, { ...served, refusals: 20, isWhole: true, retryAfterInMs: 1_000 });
  controller.onResponse(other, served);
  expect(wait(controller)).toBe(1_000);
  await pass(1_000);
  expect(controller.getAllowance().calls(bulk)).toBeGreaterThan(80);
});

test('a batch that never left is not counted', () => {
  const { open, tokens } = setup();
  const controller = open();
  controller.onCallOff(controller.onSend(bulk, 20));
  expect(tokens(controller)).toBe(2_970);
  expect(controller.timeForWrites(0)).toBe(0);
});

test('refused together, calls use up no try for ten minutes; a stray one does', async () => {
  const { open, pass } = setup();
  const controller = open();
  const all = { ...served, refusals: 20, retryAfterInMs: 10_000 };
  expect(controller.onResponse(controller.onSend(bulk, 20), stray)).toBe(false);
  expect(controller.onResponse(controller.onSend(bulk, 20), all)).toBe(true);
  await pass(600_000);
  expect(controller.onResponse(controller.onSend(bulk, 20), all)).toBe(false);
});

test('waits that nobody can read double, once for batches in flight together, and begin anew', async () => {
  const { open, wait, pass } = setup();
  const controller = open();
  const hidden = { ...served, refusals: 20, isWhole: true };
  const together = [controller.onSend(bulk, 20), controller.onSend(bulk, 20)];
  await pass(300);
  for (const batch of together) controller.onResponse(batch, hidden);
  expect(wait(controller)).toBe(10_000);
  await pass(10_000);
  controller.onResponse(controller.onSend(bulk, 20), hidden);
  expect(wait(controller)).toBe(20_000);
  await pass(20_000);
  controller.onResponse(controller.onSend(bulk, 4), { ...served, size: 4 });
  controller.onResponse(controller.onSend(bulk, 20), { ...hidden, isWhole: false });
  expect(wait(controller)).toBe(2_000);
});

test('a wait of nothing is a second', () => {
  const { open, wait } = setup();
  const controller = open();
  controller.onResponse(controller.onSend(bulk, 20), { ...refused, retryAfterInMs: 0 });
  expect(wait(controller)).toBe(1_000);
});

test('how long calls are refused is unknown, and the time for writes the least', async () => {
  const { open, pass } = setup();
  const controller = open();
  expect(controller.timeLeftError()).toBe(0);
  controller.onResponse(controller.onSend(bulk, 20), { ...served, refusals: 20, retryAfterInMs: 10_000 });
  expect(controller.timeLeftError()).toBe(Infinity);
  expect(controller.timeForWrites(80)).toBeGreaterThanOrEqual(10_000);
  await pass(10_000);
  controller.onResponse(controller.onSend(bulk, 20), served);
  expect(controller.timeLeftError()).toBe(0);
});

test('the time for writes goes by what the service takes, once that has shown', async () => {
  const { open, pass } = setup();
  const controller = open();
  controller.onSend(bulk, 2_960);
  controller.onResponse(controller.onSend(bulk, 10), { ...served, size: 10, percentage: 1.05 });
  expect(controller.timeLeftError()).toBe(Infinity);
  await pass(30_000);
  const alone = open();
  for (let sent = 0; sent < 12; sent += 1) {
    alone.onResponse(alone.onSend(bulk, 20), { ...served, percentage: 1 });
    await pass(2_000);
  }
  expect(alone.timeLeftError()).toBe(0.3);
  expect(alone.timeForWrites(1_000)).toBeGreaterThan(90_000);
  expect(alone.timeForWrites(1_000)).toBeLessThan(110_000);
});

test('nothing is saved up behind a shut gate after the quota was used up', async () => {
  const { open, tokens, pass } = setup();
  const controller = open();
  controller.onResponse(controller.onSend(bulk, 20), { ...refused, retryAfterInMs: 150_000 });
  await pass(150_000);
  expect(tokens(controller, manual)).toBe(20);
});

test('after an hour of sleep there is one burst and no more', async () => {
  const { clock, open, send, tokens, pass } = setup();
  const controller = open();
  send(controller, 2_970);
  clock.sleep(3_600_000);
  await pass(1);
  expect(tokens(controller)).toBe(2_970);
});

test('a wall clock that is set earns nothing and loses nothing', async () => {
  const { clock, open, send, tokens, pass } = setup();
  const controller = open();
  send(controller, 2_970);
  for (const jump of [3_600_000, -7_200_000]) {
    clock.jumpWallClock(jump);
    expect(tokens(controller)).toBe(0);
  }
  await pass(1_000);
  expect(tokens(controller)).toBe(20);
});

test('two tabs have one bucket', async () => {
  const { open, send, tokens, pass } = setup();
  const [one, other] = [open(), open()];
  send(one, 1_000);
  send(other, 900);
  expect([tokens(one), tokens(other)]).toEqual([1_070, 1_070]);
  await pass(10_000);
  expect([tokens(one), tokens(other)]).toEqual([1_270, 1_270]);
});

test('two tabs have one gate', () => {
  const { open, wait } = setup();
  const [one, other] = [open(), open()];
  one.onResponse(one.onSend(bulk, 20), { ...refused, retryAfterInMs: 90_000 });
  expect([wait(other), wait(other, reads)]).toEqual([90_000, 0]);
});

test('a tab that is opened again knows what the last one used, rests included', async () => {
  const { open, send, tokens, pass, wait } = setup();
  send(open(), 2_970);
  await pass(5_000);
  const reopened = open();
  expect(tokens(reopened)).toBe(100);
  reopened.onResponse(reopened.onSend(bulk, 20), { ...refused, retryAfterInMs: 60_000 });
  await pass(10_000);
  const third = open();
  expect(wait(third)).toBe(50_000);
  await pass(60_000);
  expect(tokens(third)).toBeLessThan(300);
});

test('a wall clock that was set while nobody was there makes a gate no longer than it was', async () => {
  const { clock, open, wait } = setup();
  const controller = open();
  controller.onResponse(controller.onSend(bulk, 20), { ...refused, retryAfterInMs: 60_000 });
  clock.jumpWallClock(-3_600_000);
  const reopened = open();
  expect(wait(reopened)).toBe(60_000);
  await clock.run(clock.wait(1_000));
  expect(wait(controller)).toBe(59_000);
});

test.each(['"nonsense"', '{}', '{"version":2}', '{"version":1,"at":"x"}', '[]', 'null'])(
  'what is no snapshot (%s) changes nothing',
  (text) => {
    const { open, store, tokens } = setup();
    store.keep(text);
    expect(tokens(open())).toBe(2_970);
  },
);

test('a wait of hours is told to bulk calls until ten minutes are left of it', async () => {
  const { open, pass, wait } = setup();
  const controller = open();
  controller.onResponse(controller.onSend(bulk, 20), { ...refused, retryAfterInMs: 3_600_000 });
  expect(controller.getRejection(bulk)).toMatchObject({ code: 'throttled', retryAfterInMs: 3_600_000 });
  expect(controller.getRejection(manual)).toBeUndefined();
  await pass(3_000_000);
  expect(controller.getRejection(bulk)).toBeUndefined();
  expect(wait(controller)).toBe(600_000);
});

test('writes on their way are not counted twice in the time for writes', async () => {
  const { open, pass } = setup();
  const controller = open();
  const batch = controller.onSend(bulk, 20);
  expect(controller.timeForWrites(20)).toBe(0);
  await pass(300);
  controller.onResponse(batch, served);
  expect(controller.timeForWrites(20)).toBeGreaterThan(0);
});
