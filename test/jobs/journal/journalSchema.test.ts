import { createJournalParser } from '../../../src/jobs/journal/journalSchema';
import { giveSchema } from '../support/service';

test('an event that an earlier version wrote under another name is read', () => {
  const parser = createJournalParser(giveSchema);
  const earlier: unknown = JSON.parse('{"kind":"cut-off","arrivesUntil":5}');
  expect(parser.parseEvent(earlier)).toEqual({ kind: 'cut-off', inFlightUntil: 5 });
  expect(parser.parseEvent({ kind: 'cut-off', inFlightUntil: 5 })).toEqual({
    kind: 'cut-off',
    inFlightUntil: 5,
  });
});

test('the steps of an item and the part that was made of it are read as they were written', () => {
  const parser = createJournalParser(giveSchema);
  const step = { kind: 'stepped', index: 3, number: 0, step: { any: 'thing' } };
  for (const each of [step, { ...step, wasSettled: true }]) expect(parser.parseEvent(each)).toEqual(each);
  const outcome = { kind: 'failed', reason: 'no-seat', made: { given: ['a'], taken: [] }, ids: { a: 'id' } };
  const done = { kind: 'done', ids: { a: 'id' } };
  const settled = {
    kind: 'settled',
    at: 1,
    items: [
      [0, outcome],
      [1, done],
      [2, { ...done, pending: true }],
    ],
  };
  expect(parser.parseEvent(settled)).toEqual(settled);
  for (const broken of [
    { ...step, number: -1 },
    { ...step, wasSettled: 1 },
    { ...settled, items: [[0, { ...outcome, made: { given: [1], taken: [] } }]] },
    { ...settled, items: [[0, { ...done, ids: { a: 1 } }]] },
  ])
    expect(() => parser.parseEvent(broken)).toThrow('job-unreadable');
});
