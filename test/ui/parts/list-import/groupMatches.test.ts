import { runToEnd } from '../../../../src/base/async/inSlices';
import fc from 'fast-check';
import type { Match } from '../../../../src/directory/types';
import type { LineEntry } from '../../../../src/files/types';
import { noRows, reduceRows, tallyLines } from '../../../../src/ui/parts/list-import/unresolvedRows';
import { groupMatches } from '../../../../src/ui/parts/list-import/groupMatches';
import { fakePerson } from '../../support/fakeHolders';

const entry = (text: string, lines: readonly number[], over: Partial<LineEntry> = {}): LineEntry => ({
  text,
  kind: 'address',
  lines,
  suspicion: undefined,
  ...over,
});
const matched = (number: number): Match => ({ kind: 'matched', principal: fakePerson(number) });
const unknown: Match = { kind: 'unknown', why: 'not-found' };

function sort(
  entries: readonly LineEntry[],
  matches: readonly Match[],
  lineCount = 0,
  inList: string[] = [],
) {
  return runToEnd(groupMatches({ id: '1', name: 'list.csv', lineCount, entries, matches }, new Set(inList)));
}

test('who is found goes into the list, and a line that repeats stays visible as a duplicate of the first', () => {
  const { principals, unresolved, matched: count } = sort([entry('a', [2, 5, 9])], [matched(1)]);
  expect(principals).toEqual([fakePerson(1)]);
  expect(count).toBe(1);
  expect(unresolved).toMatchObject([{ lines: [5, 9], text: 'a', reason: { kind: 'duplicate', of: 2 } }]);
});

test('another spelling of an entry is a duplicate of its first line, with all its lines', () => {
  const { principals, unresolved } = sort(
    [entry('a', [2]), entry('b', [3, 4])],
    [matched(1), { kind: 'duplicate', of: 0 }],
  );
  expect(principals).toHaveLength(1);
  expect(unresolved).toMatchObject([{ lines: [3, 4], text: 'b', reason: { kind: 'duplicate', of: 2 } }]);
});

test('a principal in the list already is shown so and not added twice', () => {
  const { principals, unresolved } = sort([entry('a', [1])], [matched(1)], 1, [fakePerson(1).id]);
  expect(principals).toEqual([]);
  expect(unresolved).toMatchObject([{ lines: [1], reason: { kind: 'duplicate', of: 'list' } }]);
});

test('a suspicious name is asked about, even if exactly one user has it', () => {
  const { principals, unresolved } = sort([entry('a', [1], { suspicion: 'mixed-scripts' })], [matched(1)]);
  expect(principals).toEqual([]);
  expect(unresolved).toMatchObject([
    { suspicion: 'mixed-scripts', reason: { kind: 'suspicious', candidates: [fakePerson(1)] } },
  ]);
});

test('a certain line leads to somebody also where a doubtful one asks for the same before it', () => {
  const doubtful = entry('Anna Lind', [2], { suspicion: 'other-column' });
  const { principals, sources, unresolved } = sort(
    [doubtful, entry('anna', [3]), entry('ANNA LIND', [4]), { ...doubtful, text: 'anna l', lines: [5] }],
    [matched(1), ...[0, 0, 0].map((of): Match => ({ kind: 'duplicate', of }))],
  );
  expect(principals).toEqual([fakePerson(1)]);
  expect([...(sources ?? [])]).toEqual([[fakePerson(1).id, { list: 'list.csv', line: 3 }]]);
  expect(unresolved.map(({ lines, reason }) => [lines, reason])).toEqual([
    [[2], { kind: 'duplicate', of: 3 }],
    [[4], { kind: 'duplicate', of: 3 }],
    [[5], { kind: 'duplicate', of: 3 }],
  ]);
});

test('of doubtful lines that ask for the same, each is asked about', () => {
  const doubtful = (line: number) => entry(`${line}`, [line], { suspicion: 'extra-text' });
  const { principals, unresolved } = sort(
    [doubtful(1), doubtful(2)],
    [matched(1), { kind: 'duplicate', of: 0 }],
  );
  expect(principals).toEqual([]);
  expect(unresolved).toMatchObject(
    [1, 2].map((line) => ({
      lines: [line],
      reason: { kind: 'suspicious', candidates: [fakePerson(1)] },
    })),
  );
});

test('what wants a decision stands before duplicates', () => {
  const candidates = [fakePerson(1), fakePerson(2)];
  const { unresolved } = sort(
    [entry('a', [1, 2]), entry('b', [3]), entry('c', [4])],
    [matched(3), { kind: 'ambiguous', candidates }, unknown],
  );
  expect(unresolved.map(({ reason }) => reason.kind)).toEqual(['ambiguous', 'unknown', 'duplicate']);
});

test('no line is lost, whatever the directory answers and whatever a person does', () => {
  const answer = fc.oneof(
    fc.integer({ min: 1, max: 5 }).map(matched),
    fc.constant<Match>({ kind: 'ambiguous', candidates: [fakePerson(8), fakePerson(9)] }),
    fc.constant(unknown),
    fc.constant<Match>({ kind: 'duplicate', of: 0 }),
  );
  const line = fc.record({
    repeats: fc.integer({ min: 1, max: 3 }),
    isSuspicious: fc.boolean(),
    answer,
    fate: fc.constantFrom('keep', 'drop', 'resolve'),
  });
  const someone = fakePerson(7);
  const chosenIds = new Set<string>();
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.nat(5), (drawn, blank) => {
      let next = 1;
      const entries = drawn.map(({ repeats, isSuspicious }, index) =>
        entry(
          `${index}`,
          Array.from({ length: repeats }, () => next++),
          isSuspicious ? { suspicion: 'direction-marks' } : {},
        ),
      );
      const all = next - 1 + blank;
      const matches = drawn.map((each) => each.answer);
      const sorted = sort(entries, matches, all);
      let state = reduceRows(noRows, { kind: 'sorted', sorted });
      expect(new Set(state.unresolved.map(({ key }) => key)).size).toBe(state.unresolved.length);
      state.unresolved.forEach(({ key }, index) => {
        const fate = drawn[index % drawn.length]?.fate;
        if (fate === 'drop') state = reduceRows(state, { kind: 'dropped', keys: new Set([key]) });
        if (fate === 'resolve')
          state = reduceRows(state, { kind: 'resolved', choices: [{ key, principal: someone }], chosenIds });
      });
      const { lines, ...kinds } = tallyLines(state);
      expect(lines).toBe(all);
      expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(all);
      const again = reduceRows(state, {
        kind: 'sorted',
        sorted: { ...sorted, id: 'again', replaces: sorted.id },
      });
      expect(tallyLines(again)).toEqual(tallyLines(reduceRows(noRows, { kind: 'sorted', sorted })));
    }),
  );
});
