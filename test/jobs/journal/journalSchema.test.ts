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
