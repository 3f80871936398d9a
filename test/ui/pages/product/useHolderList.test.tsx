import { act, waitFor } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import type { HolderQuery } from '../../../../src/licensing/licensingAdapter';
import type { HolderPage } from '../../../../src/licensing/types';
import { useHolderList } from '../../../../src/ui/pages/product/useHolderList';
import { fakeHolder, fakePerson, fakeSeat } from '../../support/fakeHolders';
import { fakeLicensing, fakeRef } from '../../support/fakeServices';
import { renderHookWithServices } from '../../support/renderHookWithServices';

const lastPage = 4;

/** A list of five pages with one user each. The third one fails with `refusal` until `isOver` returns true. */
function setup(refusal?: AppError, isOver = () => false) {
  const cursors: unknown[] = [];
  const listHolders = ({ cursor }: HolderQuery): Promise<HolderPage> => {
    cursors.push(cursor);
    const page = Number(cursor ?? 0);
    if (refusal && page === 2 && !isOver()) return Promise.reject(refusal);
    const next = page < lastPage ? page + 1 : undefined;
    const total = page === 0 ? lastPage + 1 : undefined;
    return Promise.resolve({ holders: [fakeHolder(fakePerson(page + 1))], total, next });
  };
  const inError = fakeHolder(fakePerson(9), fakeSeat({ state: 'error', issue: 'not-enough-licenses' }));
  const { result, unmount } = renderHookWithServices(() => useHolderList(fakeRef.product), {
    licensing: fakeLicensing({
      listHolders,
      listPeopleWithIssues: () => Promise.resolve({ people: [inError], unreadGroups: [] }),
    }),
  });
  const names = () => result.current.rows?.map(({ holder }) => holder.user.displayName);
  return { result, names, cursors, unmount };
}

const everyone = ['Person 9', 'Person 1', 'Person 2', 'Person 3', 'Person 4', 'Person 5'];

test('the list is read to its end by itself, and people in error are counted apart', async () => {
  const { result, names, cursors } = setup();
  await waitFor(() => expect(result.current.isComplete).toBe(true));
  expect(names()).toEqual(everyone);
  expect(cursors).toEqual([undefined, 1, 2, 3, 4]);
  expect(result.current.counts).toEqual({ licensed: 5, withIssue: 0, inError: 1, waiting: 0 });
  expect(result.current.total).toBe(6);
});

test('a list is not complete before the people in error are read, or could not be', async () => {
  let fail: (reason: AppError) => void = () => undefined;
  const { result } = renderHookWithServices(() => useHolderList(fakeRef.product), {
    licensing: fakeLicensing({
      listHolders: () => Promise.resolve({ holders: [], total: 0, next: undefined }),
      listPeopleWithIssues: () => new Promise((_resolve, reject) => (fail = reject)),
    }),
  });
  await waitFor(() => expect(result.current.rows).toEqual([]));
  expect(result.current.isComplete).toBe(false);
  act(() => fail(new AppError('forbidden')));
  await waitFor(() => expect(result.current.isComplete).toBe(true));
  expect(result.current.issuesError).not.toBeNull();
});

test('a page that failed is asked for again, and not those before it', async () => {
  let isOver = false;
  const { result, names, cursors } = setup(
    new AppError('service-unavailable', { status: 503 }),
    () => isOver,
  );
  await waitFor(() => expect(result.current.error).not.toBeNull());
  expect(names()).toEqual(everyone.slice(0, 3));
  expect(result.current).toMatchObject({ isComplete: false, total: 6, counts: { licensed: 5 } });
  isOver = true;
  act(() => result.current.retry());
  await waitFor(() => expect(result.current.isComplete).toBe(true));
  expect(names()).toEqual(everyone);
  expect(cursors).toEqual([undefined, 1, 2, 2, 3, 4]);
});

test.each([400, 410])('a list whose link to the next page has expired is read again (%s)', async (status) => {
  let isOver = false;
  const { result, names, cursors } = setup(new AppError('bad-request', { status }), () => isOver);
  await waitFor(() => expect(result.current.error).not.toBeNull());
  isOver = true;
  act(() => result.current.retry());
  await waitFor(() => expect(result.current.isComplete).toBe(true));
  expect(names()).toEqual(everyone);
  expect(result.current.error).toBeNull();
  expect(cursors.filter((cursor) => cursor === undefined)).toHaveLength(2);
});

test('nothing more is read once the list is left', async () => {
  const { cursors, unmount, result } = setup(new AppError('offline'));
  await waitFor(() => expect(result.current.error).not.toBeNull());
  const read = cursors.length;
  unmount();
  await act(async () => Promise.resolve());
  expect(cursors).toHaveLength(read);
});
