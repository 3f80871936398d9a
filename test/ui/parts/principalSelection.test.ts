import type { Principal } from '../../../src/base/principal';
import {
  countSelected,
  listPrincipals,
  nothingSelected,
  principalsOf,
  withSelected,
  type PrincipalSelection,
  type PrincipalList,
} from '../../../src/ui/parts/principalSelection';
import { fakePerson } from '../support/fakeHolders';

const people = (...numbers: readonly number[]) => numbers.map((number) => fakePerson(number));
const idsOf = (...numbers: readonly number[]) => people(...numbers).map(({ id }) => id);
const listOf = (...numbers: readonly number[]) => listPrincipals(people(...numbers));
const idsIn = (chosen: PrincipalSelection) => [...principalsOf(chosen)].map(({ id }) => id);

/** A list that can't be iterated, as one of 100,000 users shouldn't be with each click. */
function closedList(...numbers: readonly number[]): PrincipalList {
  const list = listOf(...numbers);
  return {
    length: list.length,
    find: (id: string): Principal | undefined => list.find(id),
    [Symbol.iterator]: () => {
      throw new Error('The list is gone through.');
    },
  };
}

test('all of a list are ticked, counted and cleared, and one is taken out, without going through the list', () => {
  const list = closedList(1, 2, 3);
  const all = withSelected(nothingSelected, 'all', true, list);
  const butOne = withSelected(all, idsOf(2), false, list);
  const again = withSelected(butOne, 'all', true, list);
  expect([all, butOne, again].map((chosen) => [chosen.size, countSelected(chosen, list)])).toEqual([
    [3, 3],
    [2, 2],
    [3, 3],
  ]);
  expect(butOne.has(fakePerson(2).id)).toBe(false);
  expect(butOne.has(fakePerson(3).id)).toBe(true);
  expect(butOne.has(fakePerson(9).id)).toBe(false);
  expect(withSelected(butOne, 'all', false, list).size).toBe(0);
});

test('those of another list stay ticked, each once', () => {
  const part = listOf(2, 3);
  const some = withSelected(withSelected(nothingSelected, 'all', true, part), idsOf(7), true, listOf(7, 8));
  const all = withSelected(some, 'all', true, listOf(1, 2, 3, 4));
  expect(all.size).toBe(5);
  expect(idsIn(all)).toEqual(idsOf(1, 2, 3, 4, 7));
  const withoutPart = withSelected(all, 'all', false, part);
  expect(idsIn(withoutPart)).toEqual(idsOf(1, 4, 7));
  expect(countSelected(withoutPart, part)).toBe(0);
  expect(idsIn(withSelected(withoutPart, 'all', true, part))).toEqual(idsOf(1, 2, 3, 4, 7));
});

test("a user who is gone from a refetched list stays selected and isn't counted in it", () => {
  const all = withSelected(nothingSelected, 'all', true, listOf(1, 2, 3));
  const later = listOf(1, 3, 4);
  expect(countSelected(all, later)).toBe(2);
  expect(all.size).toBe(3);
  expect(idsIn(withSelected(all, 'all', false, later))).toEqual(idsOf(2));
});

test('an id that no list has selects nothing', () => {
  expect(withSelected(nothingSelected, ['nobody'], true, listOf(1)).size).toBe(0);
  expect(withSelected(nothingSelected, idsOf(1), false, listOf(1)).size).toBe(0);
});
