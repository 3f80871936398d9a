import { createGovernor } from '../../../src/graph/governor/createGovernor';
import type { Departure, Governor } from '../../../src/graph/governor/governor';
import type { QuotaReport } from '../../../src/graph/governor/report';
import { laneOf } from '../../../src/graph/lane';
import { createVirtualClock } from '../../support/virtualClock';
import { memoryShare } from './memoryShare';

const bulk = laneOf('write', 'bulk');
const byHand = laneOf('write', 'interactive');
const reads = laneOf('read', 'interactive');

const served: QuotaReport = {
  size: 20,
  refusals: 0,
  isWhole: false,
  retryAfterInMs: undefined,
  namesWrites: false,
  namesOther: false,
  percentage: undefined,
};
const stray = { ...served, refusals: 1, namesOther: true };
const refused = { ...served, refusals: 20, namesWrites: true };

function setup() {
  const clock = createVirtualClock();
  const share = memoryShare();
  const open = (): Governor => createGovernor({ clock, share });
  const send = (governor: Governor, writes: number, lane = bulk): Departure => {
    const departure = governor.depart(lane, writes);
    governor.arrive(departure, { ...served, size: writes });
    return departure;
  };
  /** Milliseconds until a lane may send. */
  const wait = (governor: Governor, lane = bulk): number => {
    const allowance = governor.look();
    return Math.max(0, allowance.opensAt(lane) - allowance.now);
  };
  const tokens = (governor: Governor, lane = bulk): number => Math.round(governor.look().writes(lane));
  return { clock, share, open, send, tokens, wait, pass: (ms: number) => clock.run(clock.wait(ms)) };
}

test('after a person changed something by hand, bulk writes leave a twentieth, for five minutes', async () => {
  const { open, send, tokens, pass } = setup();
  const governor = open();
  expect(tokens(governor)).toBe(2_970);
  send(governor, 1, byHand);
  expect([tokens(governor), tokens(governor, byHand)]).toEqual([2_819, 2_969]);
  await pass(300_000);
  expect(tokens(governor)).toBe(2_970);
});

test('a stray refusal shuts the gate for everybody and drains nothing', () => {
  const { open, tokens, wait } = setup();
  const governor = open();
  governor.arrive(governor.depart(bulk, 20), { ...stray, retryAfterInMs: 10_000 });
  expect([bulk, byHand, reads].map((lane) => wait(governor, lane))).toEqual([10_000, 10_000, 10_000]);
  expect(tokens(governor)).toBe(2_950);
});

test('one refusal alone in its batch drains nothing either, most of a batch does', () => {
  const { open, tokens } = setup();
  const governor = open();
  governor.arrive(governor.depart(bulk, 1), { ...stray, size: 1, retryAfterInMs: 1_000 });
  expect(tokens(governor)).toBe(2_969);
  governor.arrive(governor.depart(bulk, 20), { ...stray, refusals: 10, retryAfterInMs: 1_000 });
  expect(tokens(governor)).toBeLessThan(0);
});

test('a wait of nothing is a second', () => {
  const { open, wait } = setup();
  const governor = open();
  governor.arrive(governor.depart(bulk, 20), { ...stray, retryAfterInMs: 0 });
  expect(wait(governor)).toBe(1_000);
});

test('nothing is saved up behind a shut gate after the quota was used up', async () => {
  const { open, tokens, pass } = setup();
  const governor = open();
  governor.arrive(governor.depart(bulk, 20), { ...refused, retryAfterInMs: 150_000 });
  await pass(150_000);
  expect(tokens(governor)).toBeLessThanOrEqual(0);
});

test('after an hour of sleep there is one burst and no more', async () => {
  const { clock, open, send, tokens, pass } = setup();
  const governor = open();
  send(governor, 2_970);
  clock.sleep(3_600_000);
  await pass(1);
  expect(tokens(governor)).toBe(2_970);
});

test('a wall clock that is set earns nothing and loses nothing', async () => {
  const { clock, open, send, tokens, pass } = setup();
  const governor = open();
  send(governor, 2_970);
  for (const jump of [3_600_000, -7_200_000]) {
    clock.jumpWallClock(jump);
    expect(tokens(governor)).toBe(0);
  }
  await pass(1_000);
  expect(tokens(governor)).toBe(20);
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
  one.arrive(one.depart(bulk, 20), { ...refused, retryAfterInMs: 90_000 });
  expect([wait(other), wait(other, reads)]).toEqual([90_000, 0]);
});

test('a tab that is opened again knows what the last one used, rests included', async () => {
  const { open, send, tokens, pass, wait } = setup();
  send(open(), 2_970);
  await pass(5_000);
  const reopened = open();
  expect(tokens(reopened)).toBe(100);
  reopened.arrive(reopened.depart(bulk, 20), { ...refused, retryAfterInMs: 60_000 });
  await pass(10_000);
  const third = open();
  expect(wait(third)).toBe(50_000);
  await pass(60_000);
  expect(tokens(third)).toBeLessThan(300);
});

test('a wall clock that was set while nobody was there makes a gate no longer than it was', async () => {
  const { clock, open, wait } = setup();
  const governor = open();
  governor.arrive(governor.depart(bulk, 20), { ...refused, retryAfterInMs: 60_000 });
  clock.jumpWallClock(-3_600_000);
  const reopened = open();
  expect(wait(reopened)).toBe(60_000);
  await clock.run(clock.wait(1_000));
  expect(wait(governor)).toBe(59_000);
});

test.each(['"nonsense"', '{}', '{"version":2}', '{"version":1,"at":"x"}', '[]', 'null'])(
  'what is no snapshot (%s) changes nothing',
  (text) => {
    const { open, share, tokens } = setup();
    share.keep(text);
    expect(tokens(open())).toBe(2_970);
  },
);

test('a wait of hours is told to bulk calls until ten minutes are left of it', async () => {
  const { open, pass, wait } = setup();
  const governor = open();
  governor.arrive(governor.depart(bulk, 20), { ...refused, retryAfterInMs: 3_600_000 });
  expect(governor.refusal(bulk)).toMatchObject({ code: 'throttled', retryAfterInMs: 3_600_000 });
  expect(governor.refusal(byHand)).toBeUndefined();
  await pass(3_000_000);
  expect(governor.refusal(bulk)).toBeUndefined();
  expect(wait(governor)).toBe(600_000);
});

test('writes on their way are not counted twice in the time for writes', async () => {
  const { open, pass } = setup();
  const governor = open();
  const departure = governor.depart(bulk, 20);
  expect(governor.timeForWrites(20)).toBe(0);
  await pass(300);
  governor.arrive(departure, served);
  expect(governor.timeForWrites(20)).toBeGreaterThan(0);
});
