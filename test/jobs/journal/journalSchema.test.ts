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
  expect(parser.parseEvent(step)).toEqual(step);
  const outcome = { kind: 'failed', reason: 'no-seat', made: { given: ['a'], taken: [] } };
  const settled = { kind: 'settled', at: 1, items: [[0, outcome]] };
  expect(parser.parseEvent(settled)).toEqual(settled);
  for (const broken of [
    { ...step, number: -1 },
    { ...settled, items: [[0, { ...outcome, made: { given: [1], taken: [] } }]] },
  ])
    expect(() => parser.parseEvent(broken)).toThrow('job-unreadable');
});
