import { act, waitFor } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import type { Principal } from '../../../../src/base/principal';
import type { Directory, Match, MatchEntry } from '../../../../src/directory/types';
import type { UnresolvedRow } from '../../../../src/ui/parts/list-import/unresolvedRows';
import { useUnresolvedRows } from '../../../../src/ui/parts/list-import/useUnresolvedRows';
import { fakePerson } from '../../support/fakeHolders';
import { fakeDirectory } from '../../support/fakeServices';
import { renderHookWithServices } from '../../support/renderHookWithServices';

const unknownLine: UnresolvedRow = {
  key: 'one',
  listId: '1',
  source: 'list.csv',
  lines: [7],
  text: 'person 1',
  suspicion: 'invisible-characters',
  reason: { kind: 'unknown', why: 'not-found' },
};

function setup(answer: Match | Error = { kind: 'unknown', why: 'not-found' }) {
  const added: Principal[] = [];
  const removed: string[] = [];
  const asked: MatchEntry[] = [];
  const match: Directory['match'] = (entries) => {
    asked.push(...entries);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve([answer]);
  };
  const list = {
    chosenIds: new Set([fakePerson(3).id]),
    add: (more: readonly Principal[]) => void added.push(...more),
    remove: (ids: ReadonlySet<string>) => void removed.push(...ids),
  };
  const { result } = renderHookWithServices(() => useUnresolvedRows(list), {
    directory: fakeDirectory({ match }),
  });
  const sorted = { id: '1', principals: [fakePerson(9)], unresolved: [unknownLine], matched: 1, blank: 1 };
  act(() => result.current.addMatches(sorted));
  const retryLookup = async (text: string) => {
    act(() => result.current.retryLookup('one', text));
    await waitFor(() => expect(result.current.lookupKey).toBeUndefined());
  };
  return { result, added, removed, asked, retryLookup };
}

test('people go into the list, and everything else stays unresolved and counted', () => {
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
  act(() => result.current.choose([{ key: 'one', principal: fakePerson(2) }]));
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

test('a list that is read in another way takes the place of its people and rows alone', () => {
  const { result, added, removed } = setup();
  const row = { ...unknownLine, key: 'two', listId: '2' };
  act(() =>
    result.current.addMatches({
      id: '2',
      principals: [fakePerson(5)],
      unresolved: [row],
      matched: 1,
      blank: 0,
    }),
  );
  act(() =>
    result.current.choose([
      { key: 'two', principal: fakePerson(6) },
      { key: 'unknown', principal: fakePerson(3) },
    ]),
  );
  expect(result.current.idsOfList('2')).toEqual(new Set([fakePerson(5).id, fakePerson(6).id]));
  expect(result.current.lastListId).toBe('2');
  act(() =>
    result.current.addMatches({
      id: '3',
      replaces: '2',
      principals: [fakePerson(4)],
      unresolved: [],
      matched: 1,
      blank: 1,
    }),
  );
  expect(removed).toEqual([fakePerson(5).id, fakePerson(6).id]);
  expect(added.at(-1)).toEqual(fakePerson(4));
  expect(result.current.rows).toEqual([unknownLine]);
  expect(result.current.tally).toMatchObject({ lines: 5, matched: 2, unknown: 1, blank: 2 });
});

test('somebody who was in the list before is not taken for one whom a row added', () => {
  const { result } = setup();
  act(() => result.current.choose([{ key: 'one', principal: fakePerson(3) }]));
  expect(result.current.idsOfList('1')).toEqual(new Set([fakePerson(9).id]));
  expect(result.current.tally).toMatchObject({ lines: 3, matched: 2 });
});

test('what is dropped is counted as such', () => {
  const { result } = setup();
  act(() => result.current.drop(new Set(['one'])));
  expect(result.current.rows).toEqual([]);
  expect(result.current.tally).toMatchObject({ lines: 3, dropped: 1, unknown: 0 });
});
