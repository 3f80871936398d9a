import { act, waitFor } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import type { Principal } from '../../../../src/base/principal';
import type { Directory, Match, MatchEntry } from '../../../../src/directory/types';
import type { UnresolvedRow } from '../../../../src/ui/parts/list-import/unresolvedRows';
import { useUnresolvedRows } from '../../../../src/ui/parts/list-import/useUnresolvedRows';
import { fakePerson } from '../../support/fakeHolders';
import { fakeDirectory } from '../../support/fakeServices';
import { renderAssignHook } from '../../support/renderAssignHook';

const unknownLine: UnresolvedRow = {
  key: 'one',
  source: 'list.csv',
  lines: [7],
  text: 'person 1',
  suspicion: 'invisible-characters',
  reason: { kind: 'unknown', why: 'not-found' },
};

function setup(answer: Match | Error = { kind: 'unknown', why: 'not-found' }) {
  const added: Principal[] = [];
  const asked: MatchEntry[] = [];
  const match: Directory['match'] = (entries) => {
    asked.push(...entries);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve([answer]);
  };
  const list = {
    chosenIds: new Set([fakePerson(3).id]),
    add: (more: readonly Principal[]) => void added.push(...more),
  };
  const { result } = renderAssignHook(() => useUnresolvedRows(list), {
    directory: fakeDirectory({ match }),
  });
  const matches = { principals: [fakePerson(9)], unresolved: [unknownLine], matched: 1, blank: 1 };
  act(() => result.current.addMatches(matches));
  const retryLookup = async (text: string) => {
    act(() => result.current.retryLookup('one', text));
    await waitFor(() => expect(result.current.lookupKey).toBeUndefined());
  };
  return { result, added, asked, retryLookup };
}

test('people go into the list, and everything else stays open and counted', () => {
  const { result, added } = setup();
  expect(added).toEqual([fakePerson(9)]);
  expect(result.current.rows).toEqual([unknownLine]);
  expect(result.current.tally).toMatchObject({ lines: 3, matched: 1, unknown: 1, blank: 1 });
});

test('a corrected line that leads to somebody is matched and closed', async () => {
  const { result, added, asked, retryLookup } = setup({ kind: 'matched', principal: fakePerson(1) });
  await retryLookup('person.1@wrenfold.example');
  expect(asked).toEqual([{ text: 'person.1@wrenfold.example', kind: 'address' }]);
  expect(added).toEqual([fakePerson(9), fakePerson(1)]);
  expect(result.current.tally).toMatchObject({ lines: 3, matched: 2, unknown: 0 });
});

test.each([
  ['4f0c1f6e-1111-4222-8333-123456789abc', 'object-id'],
  ['Ann Berg', 'display-name'],
  ['a@plover.example; b@plover.example', 'address'],
])('%s is looked up as what it is', async (text, kind) => {
  const { asked, retryLookup } = setup();
  await retryLookup(text);
  expect(asked).toEqual([{ text, kind }]);
});

test('a correction is read as a cell of a list is, and one that raises a doubt is asked about', async () => {
  const { asked, added, result, retryLookup } = setup({ kind: 'matched', principal: fakePerson(1) });
  await retryLookup('ann berg@plover.example');
  expect(asked).toEqual([{ text: 'berg@plover.example', kind: 'address' }]);
  expect(added).toEqual([fakePerson(9)]);
  expect(result.current.rows).toMatchObject([
    { suspicion: 'extra-text', reason: { kind: 'suspicious', candidates: [fakePerson(1)] } },
  ]);
  await retryLookup('Person 1 <person.1@wrenfold.example>;');
  expect(asked[1]).toEqual({ text: 'person.1@wrenfold.example', kind: 'address' });
  expect(added).toEqual([fakePerson(9), fakePerson(1)]);
});

test('a correction that leads to several lets the person choose', async () => {
  const candidates = [fakePerson(1), fakePerson(2)];
  const { result, added, retryLookup } = setup({ kind: 'ambiguous', candidates });
  await retryLookup('Person');
  expect(result.current.rows).toMatchObject([
    { text: 'Person', suspicion: undefined, lines: [7], reason: { kind: 'ambiguous', candidates } },
  ]);
  act(() => result.current.choose('one', fakePerson(2)));
  expect(added).toContainEqual(fakePerson(2));
  expect(result.current.tally).toMatchObject({ lines: 3, matched: 2, ambiguous: 0 });
});

test('a correction that leads to somebody in the list is a duplicate of the list', async () => {
  const { result, retryLookup } = setup({ kind: 'matched', principal: fakePerson(3) });
  await retryLookup('person.3@wrenfold.example');
  expect(result.current.rows[0]?.reason).toEqual({ kind: 'duplicate', of: 'list' });
});

test('a look that failed keeps the line and says why', async () => {
  const { result, retryLookup } = setup(new AppError('offline'));
  await retryLookup('Ann');
  expect(result.current.error).toMatchObject({ code: 'offline' });
  expect(result.current.rows).toEqual([unknownLine]);
});

test('what is dropped is counted as such', () => {
  const { result } = setup();
  act(() => result.current.drop(new Set(['one'])));
  expect(result.current.rows).toEqual([]);
  expect(result.current.tally).toMatchObject({ lines: 3, dropped: 1, unknown: 0 });
});
