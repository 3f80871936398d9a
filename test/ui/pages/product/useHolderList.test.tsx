import { act, waitFor } from '@testing-library/react';
import { AppError } from '../../../../src/base/appError';
import type { HolderQuery } from '../../../../src/licensing/licensingAdapter';
import type { HolderPage } from '../../../../src/licensing/types';
import { useHolderList } from '../../../../src/ui/pages/product/useHolderList';
import { fakeHolder, fakePerson } from '../../support/fakeHolders';
import { fakeLicensing, fakeRef } from '../../support/fakeServices';
import { renderAssignHook } from '../assign/renderAssignHook';

/** A list of two pages. `refusal` is what the second one of the first reading ends in, for as long as `isOver` says no. */
function setup(refusal: AppError, isOver = () => false) {
  let readings = 0;
  const listHolders = ({ cursor }: HolderQuery): Promise<HolderPage> => {
    if (cursor === 1 && !isOver()) return Promise.reject(refusal);
    if (cursor === undefined) readings += 1;
    const [person, next] = cursor === undefined ? [1, readings] : [2, undefined];
    return Promise.resolve({ holders: [fakeHolder(fakePerson(person))], total: 2, next });
  };
  const { result } = renderAssignHook(() => useHolderList(fakeRef.product, ''), {
    licensing: fakeLicensing({ listHolders, listPeopleWithIssues: () => Promise.resolve([]) }),
  });
  const names = () => result.current.rows?.map(({ holder }) => holder.user.displayName);
  return { result, names, readings: () => readings };
}

test('a page that failed is asked for again, and not those before it', async () => {
  let isOver = false;
  const { result, names, readings } = setup(
    new AppError('service-unavailable', { status: 503 }),
    () => isOver,
  );
  await waitFor(() => expect(result.current.hasMore).toBe(true));
  act(() => result.current.loadMore());
  await waitFor(() => expect(result.current.error).not.toBeNull());
  isOver = true;
  act(() => result.current.retry());
  await waitFor(() => expect(names()).toEqual(['Person 1', 'Person 2']));
  expect(readings()).toBe(1);
});

test.each([400, 410])('a list whose link to the next page has ended is read anew (%s)', async (status) => {
  const { result, names, readings } = setup(new AppError('bad-request', { status }));
  await waitFor(() => expect(result.current.hasMore).toBe(true));
  act(() => result.current.loadRest(true));
  await waitFor(() => expect(result.current.error).not.toBeNull());
  expect(names()).toEqual(['Person 1']);
  act(() => result.current.retry());
  await waitFor(() => expect(names()).toEqual(['Person 1', 'Person 2']));
  expect(result.current.error).toBeNull();
  expect(readings()).toBe(2);
});
