import { act, waitFor } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import type { Directory, Match, MatchEntry } from '../../../../src/directory/types';
import type { GroupedMatches } from '../../../../src/ui/parts/list-import/unresolvedRows';
import { useListReading } from '../../../../src/ui/parts/list-import/useListReading';
import { fakePerson } from '../../support/fakeHolders';
import { fakeDirectory } from '../../support/fakeServices';
import { createTestTableReader } from '../../support/tableReader';
import { renderHookWithServices } from '../../support/renderHookWithServices';

/** Finds "person.7@…" as person 7, and matches nothing else. */
function findByNumber(entries: readonly MatchEntry[]): Match[] {
  return entries.map(({ text }) => {
    const number = /^person\.(\d+)@/.exec(text)?.[1];
    return number
      ? { kind: 'matched', principal: fakePerson(Number(number)) }
      : { kind: 'unknown', why: 'not-found' };
  });
}

function setup(match: Directory['match'] = (entries) => Promise.resolve(findByNumber(entries))) {
  const sorted: GroupedMatches[] = [];
  const asked: MatchEntry[][] = [];
  /** Numbers of rows of the tables kept. */
  const kept: number[] = [];
  const tables = createTestTableReader();
  const { result, unmount } = renderHookWithServices(
    () => useListReading(chosenIds, (list) => sorted.push(list), idsOfList),
    {
      tables: {
        ...tables,
        async read(source) {
          const table = await tables.read(source);
          kept.push(table.rowCount);
          return table;
        },
        forget: (table) => Promise.resolve(void kept.splice(kept.indexOf(table.rowCount), 1)),
      },
      directory: fakeDirectory({
        match: (entries, options) => {
          asked.push([...entries]);
          return match(entries, options);
        },
      }),
    },
  );
  const take = (text: string) =>
    act(async () => Promise.resolve(result.current.take({ kind: 'text', text }, 'Pasted list')));
  const reached = (kind: string) => waitFor(() => expect(result.current.step.kind).toBe(kind));
  return { result, unmount, sorted, asked, kept, take, reached };
}

const chosenIds = new Set([fakePerson(3).id]);
/** The list that is looked up first has added person 1. */
const idsOfList = () => new Set([fakePerson(1).id]);
const twoAddresses = 'person.1@wrenfold.example\nperson.2@wrenfold.example';

test('a plain list is read, looked up at once and handed over', async () => {
  const { sorted, asked, take, reached } = setup();
  await take(`${twoAddresses}\nPERSON.1@wrenfold.example\nnobody@wrenfold.example`);
  await reached('idle');
  expect(asked).toHaveLength(1);
  expect(asked[0]?.map(({ text }) => text)).toHaveLength(3);
  expect(sorted[0]?.principals).toEqual([fakePerson(1), fakePerson(2)]);
  expect(sorted[0]?.unresolved.map(({ lines, reason }) => [lines, reason.kind])).toEqual([
    [[4], 'unknown'],
    [[3], 'duplicate'],
  ]);
});

test('who is in the list already is no news', async () => {
  const { sorted, take, reached } = setup();
  await take('person.3@wrenfold.example');
  await reached('idle');
  expect(sorted[0]?.principals).toEqual([]);
  expect(sorted[0]?.unresolved[0]?.reason).toEqual({ kind: 'duplicate', of: 'list' });
});

const columns = 'Name,Mail,Office\nAnn,person.1@wrenfold.example,nobody@wrenfold.example\n';

test('of a table the column is asked for first, with the guess that can be corrected', async () => {
  const { result, asked, sorted, take, reached } = setup();
  await take(columns);
  await reached('column');
  expect(result.current.step).toMatchObject({ guess: 1 });
  expect(asked).toEqual([]);
  await act(async () => Promise.resolve(result.current.chooseColumn(2)));
  await waitFor(() => expect(result.current.step).toMatchObject({ kind: 'column', guess: 1, tried: [2] }));
  expect(sorted).toEqual([]);
  await act(async () => Promise.resolve(result.current.chooseColumn(2)));
  await reached('idle');
  expect(asked[0]?.map(({ text }) => text)).toEqual(['nobody@wrenfold.example']);
  expect(sorted[0]?.unresolved[0]).toMatchObject({ lines: [2], source: 'Pasted list' });
});

test('where the first column matches nothing, the next one is offered', async () => {
  const { result, sorted, take, reached } = setup();
  await take('Object ID,Mail\n1c0b9a34-7f0e-4a5c-9a39-0d3f6a6f1d11,person.1@wrenfold.example\n');
  await reached('column');
  expect(result.current.step).toMatchObject({ guess: 0 });
  await act(async () => Promise.resolve(result.current.chooseColumn(0)));
  await waitFor(() => expect(result.current.step).toMatchObject({ kind: 'column', guess: 1, tried: [0] }));
  await act(async () => Promise.resolve(result.current.chooseColumn(1)));
  await reached('idle');
  expect(sorted[0]?.principals).toEqual([fakePerson(1)]);
});

test('a table is kept for as long as its column may be chosen, and no longer', async () => {
  const { result, unmount, kept, take, reached } = setup();
  await take(twoAddresses);
  await reached('idle');
  expect(kept).toEqual([2]);
  act(() => result.current.forget());
  expect(kept).toEqual([]);
  expect(result.current.last).toBeUndefined();
  await take(columns);
  await reached('column');
  expect(kept).toEqual([1]);
  await take(`${columns}Bo,person.2@wrenfold.example,x`);
  await waitFor(() => expect(kept).toEqual([2]));
  act(() => result.current.cancel());
  expect(kept).toEqual([]);
  await take(columns);
  await waitFor(() => expect(kept).toEqual([1]));
  unmount();
  expect(kept).toEqual([]);
});

test('a list that was looked up is read in another way without being given again', async () => {
  const { result, sorted, asked, take, reached } = setup();
  await take('person.1@wrenfold.example;person.3@wrenfold.example\nperson.2@wrenfold.example;');
  await waitFor(() => expect(sorted).toHaveLength(1));
  const { id, name } = result.current.last ?? {};
  expect(name).toBe('Pasted list');
  act(() => result.current.readDifferently());
  expect(result.current.step).toMatchObject({ kind: 'column', guess: 0, replaces: id });
  await act(async () => Promise.resolve(result.current.chooseOptions({ delimiter: ',' })));
  await waitFor(() => expect(result.current.step).toMatchObject({ table: { delimiter: ',' }, replaces: id }));
  await act(async () => Promise.resolve(result.current.chooseOptions({ delimiter: ';' })));
  await waitFor(() => expect(result.current.step).toMatchObject({ table: { delimiter: ';' }, replaces: id }));
  await act(async () => Promise.resolve(result.current.chooseColumn(0)));
  await waitFor(() => expect(sorted).toHaveLength(2));
  await reached('idle');
  expect(asked.at(-1)?.map(({ text }) => text)).toEqual([
    'person.1@wrenfold.example',
    'person.2@wrenfold.example',
  ]);
  expect(sorted[1]).toMatchObject({ replaces: id, principals: [fakePerson(1), fakePerson(2)] });
  expect(result.current.last?.id).toBe(sorted[1]?.id);
});

test('whom the first reading added is no duplicate of the second', async () => {
  const { result, sorted, take, reached } = setup();
  chosenIds.add(fakePerson(1).id);
  await take(twoAddresses);
  await waitFor(() => expect(sorted).toHaveLength(1));
  expect(sorted[0]?.principals).toEqual([fakePerson(2)]);
  act(() => result.current.readDifferently());
  await act(async () => Promise.resolve(result.current.chooseColumn(0)));
  await waitFor(() => expect(sorted).toHaveLength(2));
  chosenIds.delete(fakePerson(1).id);
  expect(sorted[1]?.principals).toEqual([fakePerson(1), fakePerson(2)]);
  await reached('idle');
});

test('giving up another reading keeps the first, which can still be read in another way', async () => {
  const { result, sorted, kept, take, reached } = setup();
  await take(twoAddresses);
  await waitFor(() => expect(sorted).toHaveLength(1));
  act(() => result.current.readDifferently());
  act(() => result.current.cancel());
  await reached('idle');
  expect(sorted).toHaveLength(1);
  expect(kept).toEqual([2]);
  act(() => result.current.readDifferently());
  await reached('column');
  await take(columns);
  await waitFor(() => expect(kept).toEqual([1]));
  expect(result.current.last).toBeUndefined();
});

test('a delimiter that was given up is not shown when the list is read in another way again', async () => {
  const { result, sorted, take, reached } = setup();
  await take('person.1@wrenfold.example;person.3@wrenfold.example\nperson.2@wrenfold.example;');
  await waitFor(() => expect(sorted).toHaveLength(1));
  act(() => result.current.readDifferently());
  const before = result.current.step;
  if (before.kind !== 'column') throw new Error('No table is shown.');
  await act(async () => Promise.resolve(result.current.chooseOptions({ delimiter: ',' })));
  await waitFor(() => expect(result.current.step).toMatchObject({ table: { delimiter: ',' } }));
  act(() => result.current.cancel());
  await reached('idle');
  act(() => result.current.readDifferently());
  await reached('column');
  expect(result.current.step).toMatchObject({
    guess: before.guess,
    replaces: before.replaces,
    table: { delimiter: before.table.delimiter },
  });
});

test('a table without anybody in it says so', async () => {
  const { take, reached, sorted } = setup();
  await take('  \n \n');
  await reached('empty');
  expect(sorted).toEqual([]);
});

test('progress is shown while people are looked up', async () => {
  const { result, take, reached } = setup((_entries, options) => {
    options?.onProgress?.({ asked: 1, all: 2 });
    return new Promise(() => undefined);
  });
  await take(twoAddresses);
  await reached('matching');
  expect(result.current.step).toMatchObject({ progress: { asked: 1, all: 2 } });
});

test('a look-up that is cancelled comes to nothing, also when its answer arrives later', async () => {
  let answer: ((matches: Match[]) => void) | undefined;
  let signal: AbortSignal | undefined;
  const { result, sorted, take, reached } = setup((_entries, options) => {
    signal = options?.signal;
    return new Promise((resolve) => (answer = resolve));
  });
  await take(twoAddresses);
  await waitFor(() => expect(signal).toBeDefined());
  act(() => result.current.cancel());
  expect(signal?.aborted).toBe(true);
  await act(async () => Promise.resolve(answer?.([])));
  await reached('idle');
  expect(sorted).toEqual([]);
});

test('leaving the screen gives the look-up up', async () => {
  let signal: AbortSignal | undefined;
  const { take, unmount } = setup((_entries, options) => {
    signal = options?.signal;
    return new Promise(() => undefined);
  });
  await take(twoAddresses);
  await waitFor(() => expect(signal).toBeDefined());
  unmount();
  expect(signal?.aborted).toBe(true);
});

test('an error is shown, and only the lookup is retried', async () => {
  let tries = 0;
  const { result, sorted, take, reached } = setup((entries) => {
    tries += 1;
    return tries === 1 ? Promise.reject(new AppError('throttled')) : Promise.resolve(findByNumber(entries));
  });
  await take(columns);
  await reached('column');
  await act(async () => Promise.resolve(result.current.chooseColumn(1)));
  await reached('failed');
  await act(async () => Promise.resolve(result.current.retry()));
  await reached('idle');
  expect(sorted[0]?.principals).toEqual([fakePerson(1)]);
});
