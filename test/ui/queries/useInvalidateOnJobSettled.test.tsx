import { act, waitFor } from '@testing-library/react';
import { toPlannedItem, withPeople } from '../../../src/license-jobs/licenseJob';
import type { HolderQuery } from '../../../src/licensing/licensingAdapter';
import type { Holder, HolderPage } from '../../../src/licensing/types';
import { useHolderList } from '../../../src/ui/pages/product/useHolderList';
import { useInvalidateOnJobSettled } from '../../../src/ui/queries/useInvalidateOnJobSettled';
import { fakeGroup, fakeHolder, fakePerson } from '../support/fakeHolders';
import { fakeJobs } from '../support/fakeJobs';
import { fakeLicensing, fakeRef } from '../support/fakeServices';
import { renderHookWithServices } from '../support/renderHookWithServices';

/** A product with one holder a page, and jobs that change it. */
function setup(pages: number) {
  const people = new Map<string, Holder>();
  const hold = (number: number) => people.set(fakePerson(number).id, fakeHolder(fakePerson(number)));
  for (let number = 1; number <= pages; number += 1) hold(number);
  const asked: (Pick<HolderQuery, 'cursor' | 'only'> | 'issues')[] = [];
  const listHolders = ({ cursor, only }: HolderQuery): Promise<HolderPage> => {
    asked.push(only ? { only } : { cursor });
    const total = undefined;
    if (only) {
      const holders = only.flatMap((id) => people.get(id) ?? []);
      return Promise.resolve({ holders, total, next: undefined });
    }
    const place = Number(cursor ?? 0);
    const holders = [...people.values()].slice(place, place + 1);
    return Promise.resolve({ holders, total, next: place < pages - 1 ? place + 1 : undefined });
  };
  const jobs = fakeJobs();
  const { result } = renderHookWithServices(
    () => {
      useInvalidateOnJobSettled();
      return useHolderList(fakeRef.product);
    },
    {
      jobs,
      licensing: fakeLicensing({
        listHolders,
        listPeopleWithIssues: () => {
          asked.push('issues');
          return Promise.resolve({ people: [], unreadGroups: [] });
        },
      }),
    },
  );
  const run = (...principals: Parameters<typeof toPlannedItem>[0][]) =>
    act(async () => {
      const plan = withPeople({
        operation: 'change-licenses' as const,
        subject: { kind: 'remove' as const, products: [{ ...fakeRef, name: 'Plover Notes' }] },
        items: principals.map((principal) => toPlannedItem(principal, { add: [], remove: [fakeRef] })),
      });
      await jobs.start(await jobs.plan(plan));
    });
  const names = () => result.current.rows?.map(({ holder }) => holder.user.displayName);
  return { result, asked, people, hold, run, names };
}

async function setupRead(pages: number) {
  const world = setup(pages);
  await waitFor(() => expect(world.result.current.isComplete).toBe(true));
  expect(world.asked).toHaveLength(pages + 1);
  world.asked.splice(0);
  return world;
}

test('in a long list, only the users whom a job changed are read again', async () => {
  const { asked, people, hold, run, names } = await setupRead(5);
  const [gone, added] = [fakePerson(3), fakePerson(9)];
  people.delete(gone.id);
  hold(9);
  await run(gone, added);
  await waitFor(() => expect(names()).toEqual(['Person 9', 'Person 1', 'Person 2', 'Person 4', 'Person 5']));
  expect(asked).toEqual(['issues', { only: [gone.id, added.id] }]);
});

test('a list is read again as a whole where it is short, or where a group was touched', async () => {
  const short = await setupRead(2);
  await short.run(fakePerson(1));
  await waitFor(() => expect(short.asked).toContainEqual({ cursor: 1 }));
  const long = await setupRead(4);
  await long.run(fakeGroup());
  await waitFor(() => expect(long.asked).toContainEqual({ cursor: 3 }));
  expect([...short.asked, ...long.asked].some((ask) => ask !== 'issues' && ask.only)).toBe(false);
});

test('a job of more people than a list has pages for reads the list, in fewer requests', async () => {
  const { asked, run } = await setupRead(3);
  await run(...Array.from({ length: 31 }, (_, number) => fakePerson(number + 1)));
  await waitFor(() => expect(asked).toContainEqual({ cursor: 2 }));
});
