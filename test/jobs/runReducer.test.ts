import { newRun, reduceRun, type RunEvent } from '../../src/jobs/runReducer';

function after(...events: RunEvent<'no'>[]) {
  return events.reduce((state, event) => reduceRun(state, event), newRun<string, 'no'>(['a', 'b']));
}

const done = { kind: 'done' } as const;

test('a run tells the story of its items in the order of events', () => {
  const state = after(
    { kind: 'started', index: 0 },
    { kind: 'settled', index: 0, outcome: done },
    { kind: 'started', index: 1 },
  );
  expect(state).toEqual({
    status: 'running',
    settled: 1,
    items: [
      { item: 'a', progress: 'settled', outcome: done },
      { item: 'b', progress: 'running', outcome: undefined },
    ],
  });
});

test('a cancel settles what waits and leaves what runs', () => {
  const state = after({ kind: 'started', index: 1 }, { kind: 'cancel-asked' });
  expect(state).toEqual({
    status: 'cancelling',
    settled: 1,
    items: [
      { item: 'a', progress: 'settled', outcome: { kind: 'cancelled' } },
      { item: 'b', progress: 'running', outcome: undefined },
    ],
  });
});

test('an outcome of an item that is settled, or never started, changes nothing', () => {
  const started: RunEvent<'no'> = { kind: 'started', index: 0 };
  const settled: RunEvent<'no'> = { kind: 'settled', index: 0, outcome: done };
  const again: RunEvent<'no'> = { kind: 'settled', index: 0, outcome: { kind: 'failed', reason: 'no' } };
  expect(after(started, settled, again)).toEqual(after(started, settled));
  expect(after(again)).toEqual(after());
});

test('an item is not started twice, nor after a cancel', () => {
  const started: RunEvent<'no'> = { kind: 'started', index: 0 };
  expect(after(started, started)).toEqual(after(started));
  expect(after({ kind: 'cancel-asked' }, started)).toEqual(after({ kind: 'cancel-asked' }));
});

test('a run finishes when every item is settled, not before', () => {
  expect(after({ kind: 'finished' }).status).toBe('running');
  expect(after({ kind: 'cancel-asked' }, { kind: 'finished' }).status).toBe('finished');
});

test('a cancel after the end changes nothing', () => {
  const finished = after({ kind: 'cancel-asked' }, { kind: 'finished' });
  expect(reduceRun(finished, { kind: 'cancel-asked' })).toBe(finished);
});
