import type { RowReason, UnresolvedRow } from '../../../../src/ui/parts/list-import/unresolvedRows';
import { explainRow, toUnresolvedLines } from '../../../../src/ui/parts/list-import/rowTable';
import { loadMessages } from '../../../../src/ui/messages/loadMessages';
import { fakePerson } from '../../support/fakeHolders';

const row = (reason: RowReason): UnresolvedRow => ({
  listId: '1',
  key: 'one',
  source: 'staff.csv',
  lines: [7],
  text: 'Berg, Bjorn',
  suspicion: undefined,
  reason,
});
const similar = (...candidates: readonly number[]) =>
  row({ kind: 'ambiguous', similarity: 'spelling', candidates: candidates.map((n) => fakePerson(n)) });

test('somebody with a similar name is asked about, and is not said to match', async () => {
  const messages = await loadMessages('en');
  expect(explainRow(similar(1), messages)).toBe(
    "There's no exact match, but this name is similar. Is it the right one?",
  );
  expect(explainRow(similar(1, 2), messages)).toBe(
    "There's no exact match, but 2 names are similar. Select one.",
  );
});

test('a word that begins more names than are offered says that there are more', async () => {
  const messages = await loadMessages('en');
  const begun = { kind: 'ambiguous', similarity: 'beginning', candidates: [fakePerson(1)] } as const;
  expect(explainRow(row({ ...begun, hasMore: true }), messages)).toBe(
    "There's no exact match. These are some of the names or addresses that begin with it. Select one, or correct the line to an address.",
  );
  expect(explainRow(row(begun), messages)).toBe(
    "There's no exact match, but these names or addresses begin with it. Select one.",
  );
});

test('a line with only similar names is recorded as unresolved in the job', () => {
  const several = row({ kind: 'ambiguous', candidates: [fakePerson(1), fakePerson(2)] });
  expect(toUnresolvedLines([similar(1), several]).map(({ reason }) => reason)).toEqual([
    'not-found',
    'ambiguous',
  ]);
});
