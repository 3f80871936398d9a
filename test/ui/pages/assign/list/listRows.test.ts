import type { PreflightFinding, PreflightLine } from '../../../../../src/licensing/preflight/preflight';
import type { RowReason, UnresolvedRow } from '../../../../../src/ui/parts/list-import/unresolvedRows';
import { countFilters, selectFromList, toListRows } from '../../../../../src/ui/pages/assign/list/listRows';
import { fakePerson } from '../../../support/fakeHolders';

const line = (
  number: number,
  result: PreflightLine['result'],
  ...kinds: ('gets-seat' | 'no-seat-left' | 'usage-location-missing' | 'blocked-account' | 'guest')[]
): PreflightLine => ({
  principal: fakePerson(number, { displayName: `Zoë ${number}` }),
  findings: kinds.map((kind): PreflightFinding => ({ kind })),
  result,
});
const lines = [
  line(1, 'send', 'gets-seat'),
  line(2, 'risk', 'gets-seat', 'guest', 'blocked-account'),
  line(3, 'skip'),
  line(4, 'stop', 'usage-location-missing', 'guest'),
  line(5, 'stop', 'no-seat-left'),
  line(6, 'send', 'gets-seat'),
];
const row = (text: string, reason: RowReason, ...numbers: number[]): UnresolvedRow => ({
  key: text,
  listId: 'list',
  source: 'staff.csv',
  lines: numbers,
  text,
  suspicion: undefined,
  reason,
});
const unresolved = [
  row('Ann', { kind: 'ambiguous', candidates: [] }, 7),
  row('who@', { kind: 'unknown', why: 'not-found' }, 8),
  row('Zoë 1', { kind: 'duplicate', of: 1 }, 9, 10),
];
const pending = new Set([fakePerson(6).id]);
const content = { lines, unresolved, pending };

test('the numbers of the filters add up to all lines, and those of the reasons count what they say', () => {
  const { all, fix, checking, sent, licensed, stopped, duplicates, ...reasons } = countFilters(content);
  expect({ fix, checking, sent, licensed, stopped, duplicates }).toEqual({
    fix: 2,
    checking: 1,
    sent: 2,
    licensed: 1,
    stopped: 2,
    duplicates: 2,
  });
  expect(all).toBe(fix + checking + sent + licensed + stopped + duplicates);
  expect(reasons).toEqual({
    ambiguous: 1,
    suspicious: 0,
    unknown: 1,
    'no-seat': 1,
    'no-location': 1,
    blocked: 1,
    guest: 2,
  });
});

test('a filter and a search narrow the list down together, in any case', () => {
  expect(selectFromList(content, 'guest', '')).toEqual({ unresolved: [], lines: [lines[1], lines[3]] });
  expect(selectFromList(content, 'guest', ' ZOË 4')).toEqual({ unresolved: [], lines: [lines[3]] });
  expect(selectFromList(content, 'all', 'person.5@').lines).toEqual([lines[4]]);
  expect(selectFromList(content, 'all', 'ann').unresolved).toEqual([unresolved[0]]);
  expect(selectFromList(content, 'unknown', '').unresolved).toEqual([unresolved[1]]);
  expect(selectFromList(content, 'checking', '').lines).toEqual([lines[5]]);
  expect(selectFromList(content, 'all', ' ')).toEqual({ unresolved, lines });
});

test('what needs attention comes first, and duplicates last, each under its head', () => {
  const rows = toListRows({ unresolved, lines: lines.slice(0, 2) }, pending, true);
  expect(rows.map(({ key }) => key)).toEqual([
    'section attention',
    'row Ann',
    'row who@',
    'section list',
    fakePerson(1).id,
    fakePerson(2).id,
    'section duplicates',
    'row Zoë 1',
  ]);
  expect(rows.flatMap((each) => (each.kind === 'section' ? each.count : []))).toEqual([2, 2, 2]);
});

test('people alone have no head', () => {
  const kinds = toListRows({ unresolved: [], lines }, pending, true).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['line']));
});
