import fc from 'fast-check';
import { isHalfDone, type Outcome } from '../../../src/base/outcome';
import type { JobEvent } from '../../../src/jobs/journal/journal';
import { type InternalJobState, toDigest, toPublicState } from '../../../src/jobs/state/jobState';
import { replayEvents } from '../support/replayEvents';
import { toRecord } from '../../../src/jobs/state/toRecord';
import { recordFor } from '../journal/journalContract';

type Event = JobEvent<'no'>;
type Job = InternalJobState<unknown, unknown, 'no'>;

const after = (...events: Event[]): Job => replayEvents({ ...recordFor('a', 3), events });
const shape = ({ status, pause, items, counts }: Job) => ({
  status,
  pause,
  items: [...items].map(({ outcome, progress }) => outcome?.kind ?? progress),
  counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
});

const started: Event = { kind: 'started', at: 1 };
const intended = (...indexes: number[]): Event => ({
  kind: 'intended',
  items: indexes.map((index) => [index, { held: index }]),
});
const settled = (index: number, outcome: Outcome<'no'> = { kind: 'done' }): Event => ({
  kind: 'settled',
  at: 2,
  items: [[index, outcome]],
});
const stepped = (index: number, number: number, step = `step ${number}`): Event => ({
  kind: 'stepped',
  index,
  number,
  step,
});
const cancel: Event = { kind: 'cancel-asked', at: 3 };
const finished: Event = { kind: 'finished', at: 9 };

test('a job tells the story of its events', () => {
  expect(shape(after())).toMatchObject({ status: 'planned', counts: { waiting: 3 } });
  expect(
    shape(after(started, intended(0, 1), settled(0), settled(2, { kind: 'skipped', reason: 'no' }))),
  ).toEqual({
    status: 'running',
    pause: undefined,
    items: ['done', 'started', 'skipped'],
    counts: { done: 1, started: 1, skipped: 1 },
  });
  expect(after(started).startedAt).toBe(1);
});

test('an item that was decided at planning is settled from the start', () => {
  const record = recordFor('a', 2);
  const items = record.items.map((item, index) =>
    index === 0 ? { ...item, outcome: { kind: 'failed', reason: 'no' } as const } : item,
  );
  expect(shape(replayEvents({ ...record, items }))).toMatchObject({
    items: ['failed', 'waiting'],
    counts: { failed: 1 },
  });
});

test('the first before of an item whose fate is open is kept, that of a fresh start is new', () => {
  const again: Event = { kind: 'intended', items: [[0, { held: 'changed' }]] };
  expect(after(started, intended(0), again).items.at(0)?.before).toEqual({ held: 0 });
  expect(after(started, intended(0), { kind: 'withdrawn', items: [0] }, again).items.at(0)?.before).toEqual({
    held: 'changed',
  });
});

test('an outcome stays, but for one that the service still works on', () => {
  const failed: Outcome<'no'> = { kind: 'failed', reason: 'no' };
  expect(shape(after(started, settled(0), settled(0, failed))).items[0]).toBe('done');
  const pending = settled(0, { kind: 'done', pending: true });
  expect(shape(after(started, pending)).counts).toMatchObject({ pending: 1, waiting: 2 });
  expect(shape(after(started, pending, settled(0, failed))).items[0]).toBe('failed');
});

test('a cancel settles what waits, then what turns out not to have been sent', () => {
  const cancelled = [started, intended(0, 1), cancel];
  expect(shape(after(...cancelled))).toMatchObject({
    status: 'cancelling',
    items: ['started', 'started', 'cancelled'],
  });
  expect(shape(after(...cancelled, { kind: 'withdrawn', items: [0] }, settled(1), finished))).toMatchObject({
    status: 'finished',
    items: ['cancelled', 'done', 'cancelled'],
  });
});

test('a cancel goes on after a pause', () => {
  const pause: Event = { kind: 'paused', at: 4, pause: { kind: 'asked' } };
  expect(after(started, intended(0), cancel, pause).status).toBe('paused');
  expect(after(started, intended(0), cancel, pause, started).status).toBe('cancelling');
});

test('a retry opens what failed or was cancelled, and nothing else', () => {
  const events = [
    started,
    settled(0, { kind: 'failed', reason: 'no' }),
    settled(1),
    cancel,
    finished,
    { kind: 'retry-asked', at: 10, items: [0, 1, 2] } as const,
  ];
  expect(shape(after(...events))).toMatchObject({
    status: 'paused',
    items: ['waiting', 'done', 'waiting'],
  });
  expect(after(...events).finishedAt).toBeUndefined();
  expect(after(...events, started).status).toBe('running');
});

test('a job is finished only when every item is settled, and nothing moves it then', () => {
  expect(after(started, finished).status).toBe('running');
  const all = [started, settled(0), settled(1), settled(2)];
  const done = after(...all, finished);
  expect(done).toMatchObject({ status: 'finished', finishedAt: 9 });
  for (const late of [started, cancel, { kind: 'paused', at: 10, pause: { kind: 'asked' } } as const])
    expect(shape(after(...all, finished, late))).toEqual(shape(done));
});

test('a job follows only when everything is sent', () => {
  const sent: Event = { kind: 'all-sent', at: 4 };
  expect(after(started, sent).status).toBe('running');
  expect(after(started, settled(0), settled(1), settled(2), sent).status).toBe('following');
});

test('the steps of a started item are kept in their order, and the same step twice counts once', () => {
  const steps = [intended(0), stepped(0, 0), stepped(0, 0, 'again'), stepped(0, 1), stepped(1, 0)];
  const job = after(started, ...steps);
  expect(job.items.at(0)).toMatchObject({ progress: 'started', steps: ['step 0', 'step 1'] });
  expect(job.items.at(1)?.steps).toBeUndefined();
  // A new start begins with no step.
  expect(after(started, ...steps, { kind: 'withdrawn', items: [0] }).items.at(0)?.steps).toBeUndefined();
});

test('a retry of what is half done keeps its steps and how it was before', () => {
  const half: Outcome<'no'> = { kind: 'failed', reason: 'no', made: { given: [], taken: ['a'] } };
  const settledHalf = [started, intended(0, 1), stepped(0, 0), stepped(1, 0), settled(0, half)];
  expect(after(...settledHalf).counts).toMatchObject({ failed: 1, halfDone: 1 });
  const others = settled(1, { kind: 'failed', reason: 'no' });
  const job = after(...settledHalf, others, { kind: 'retry-asked', at: 10, items: [0, 1] });
  const kept = { progress: 'started', before: { held: 0 }, steps: ['step 0'], settledSteps: 1 };
  expect(job.items.at(0)).toMatchObject(kept);
  expect(job.items.at(1)).toMatchObject({ progress: 'waiting', before: undefined });
  expect(job.items.at(1)?.steps).toBeUndefined();
});

test('a job that should run and has nobody who runs it was interrupted', () => {
  const wait: Event = {
    kind: 'paused',
    at: 4,
    pause: { kind: 'stopped', code: 'offline', goesOnByItself: true },
  };
  const stopped: Event = {
    kind: 'paused',
    at: 4,
    pause: { kind: 'stopped', code: 'forbidden', goesOnByItself: false },
  };
  for (const job of [after(started), after(started, cancel), after(started, wait)]) {
    expect(toPublicState(toDigest(job), 'nobody')).toMatchObject({
      status: 'paused',
      pause: { kind: 'interrupted' },
    });
    expect(toPublicState(job, 'elsewhere')).toBe(job);
  }
  for (const job of [after(), after(started, stopped)]) expect(toPublicState(job, 'nobody')).toBe(job);
});

const indexes = fc.array(fc.nat(2), { maxLength: 3 });
const outcomes: fc.Arbitrary<Outcome<'no'>> = fc.constantFrom(
  { kind: 'done' },
  { kind: 'done', pending: true },
  { kind: 'failed', reason: 'no' },
  { kind: 'failed', reason: 'no', made: { given: ['a'], taken: [] } },
  { kind: 'skipped', reason: 'no' },
);
const events: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom<Event>(
    started,
    cancel,
    finished,
    { kind: 'all-sent', at: 4 },
    { kind: 'begun', context: 7 },
    { kind: 'cut-off', inFlightUntil: 9 },
    { kind: 'arrived' },
    { kind: 'alive', at: 8 },
  ),
  indexes.map((list) => intended(...list)),
  fc.tuple(fc.nat(2), outcomes).map((parts) => settled(...parts)),
  fc.tuple(fc.nat(2), fc.nat(2)).map((parts) => stepped(...parts)),
  indexes.map((items) => ({ kind: 'withdrawn', items }) as const),
  indexes.map((items) => ({ kind: 'retry-asked', at: 5, items }) as const),
  fc.constant({ kind: 'paused', at: 6, pause: { kind: 'asked' } } as const),
);

test('the numbers always fit the items, and a settled item alone has an outcome', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 30 }), (story) => {
      const { items, counts } = after(...story);
      const all = [...items];
      const { halfDone = 0, ...numbers } = counts;
      expect(halfDone).toBe(all.filter(({ outcome }) => isHalfDone(outcome)).length);
      expect(Object.values(numbers).reduce((sum, count) => sum + count, 0)).toBe(3);
      expect(counts.waiting).toBe(all.filter(({ progress }) => progress === 'waiting').length);
      expect(counts.started).toBe(all.filter(({ progress }) => progress === 'started').length);
      for (const { progress, outcome } of all) expect(progress === 'settled').toBe(outcome !== undefined);
    }),
  );
});

test('a job written anew from what is known of it is the same job', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 30 }), (story) => {
      // Whatever happens to a job happens after its start.
      const job = after(started, ...story);
      const again = replayEvents(toRecord(job, 3));
      expect(shape(again)).toEqual(shape(job));
      expect(again.isCancelAsked).toBe(job.isCancelAsked);
      expect([...again.items]).toEqual([...job.items]);
      expect({ ...toDigest(again), context: again.context }).toEqual({
        ...toDigest(job),
        context: job.context,
      });
    }),
  );
});

test('what is half done and asked for again is written anew with the steps that it had then', () => {
  const half: Outcome<'no'> = { kind: 'failed', reason: 'no', made: { given: [], taken: ['a'] } };
  const retry: Event = { kind: 'retry-asked', at: 10, items: [0] };
  const job = after(
    started,
    intended(0),
    stepped(0, 0),
    settled(0, half),
    finished,
    retry,
    started,
    stepped(0, 1),
  );
  expect(job.items.at(0)).toMatchObject({ steps: ['step 0', 'step 1'], settledSteps: 1 });
  expect(replayEvents(toRecord(job, 3)).items.at(0)).toEqual(job.items.at(0));
});

test('ids that an answer told stay when the service has processed the change', () => {
  const ids = { a: 'id 1' };
  const job = after(started, intended(0), settled(0, { kind: 'done', pending: true, ids }), settled(0));
  expect(job.items.at(0)?.outcome).toEqual({ kind: 'done', ids });
});

test('a change copies one chunk of a large job and leaves the others', () => {
  const job = replayEvents(recordFor('a', 100_000));
  const changed = replayEvents({ ...recordFor('a', 100_000), events: [settled(99_999)] });
  expect(job.items.length).toBe(100_000);
  expect(changed.items.at(99_999)?.outcome).toEqual({ kind: 'done' });
  expect(changed.items.at(100_000)).toBeUndefined();
  expect(changed.items.chunks).toHaveLength(Math.ceil(100_000 / 512));
});
