import { filterHolders } from '../../../../src/ui/parts/HolderGrid/filterHolders';
import type { HolderFilter } from '../../../../src/ui/parts/HolderGrid/HolderGrid.types';
import { isFound, mergeHolders } from '../../../../src/ui/parts/HolderGrid/mergeHolders';
import { sortHolders } from '../../../../src/ui/parts/HolderGrid/sortHolders';
import { summarizeHolder } from '../../../../src/ui/parts/HolderGrid/summarizeHolder';
import { fakeGroup, fakeHolder, fakePerson, fakeSeat, via } from '../../support/fakeHolders';

const throughSales = fakeSeat({ path: via(fakeGroup()) });
const namesOf = (rows: readonly { holder: { user: { displayName: string } } }[]) =>
  rows.map(({ holder }) => holder.user.displayName);

test('a summary takes the best state, the issue and the oldest date of all paths', () => {
  const summary = summarizeHolder(
    fakeHolder(
      fakePerson(1),
      fakeSeat({ updatedAt: '2030-05-01T00:00:00Z' }),
      fakeSeat({
        path: via(fakeGroup()),
        state: 'error',
        issue: 'conflicting-plans',
        updatedAt: '2029-01-01T00:00:00Z',
      }),
    ),
  );
  expect(summary).toMatchObject({
    isDirect: true,
    isInherited: true,
    state: 'active-with-error',
    issue: 'conflicting-plans',
    since: '2030-05-01T00:00:00Z',
  });
});

test('an app is off only where no path gives it', () => {
  const { disabledPlanIds } = summarizeHolder(
    fakeHolder(
      fakePerson(1),
      fakeSeat({ disabledPlanIds: ['a', 'b'] }),
      fakeSeat({ path: via(fakeGroup()), disabledPlanIds: ['b'] }),
      fakeSeat({ path: via(fakeGroup()), state: 'error', disabledPlanIds: [] }),
    ),
  );
  expect(disabledPlanIds).toEqual(['b']);
});

test('people with issues come first and nobody is listed twice', () => {
  const troubled = fakeHolder(fakePerson(9), fakeSeat({ state: 'error', issue: 'usage-location' }));
  const both = fakePerson(2);
  const rows = mergeHolders(
    [
      { holders: [fakeHolder(fakePerson(1)), fakeHolder(both, fakeSeat(), throughSales)] },
      { holders: [fakeHolder(fakePerson(3))] },
    ],
    [troubled, fakeHolder(both, throughSales)],
  );
  expect(namesOf(rows)).toEqual(['Person 9', 'Person 2', 'Person 1', 'Person 3']);
  expect(rows[1]?.holder.seats).toHaveLength(2);
});

test('a person is found by the beginning of any word of the name or of an address, without regard to accents', () => {
  const person = fakeHolder(fakePerson(1, { displayName: 'Åsa de la Cruz' }));
  for (const text of ['asa', 'ÅS', 'la c', 'cruz', 'person.1@'])
    expect(isFound(person, text)).toBe(text !== 'la c');
  expect(isFound(person, 'ruz')).toBe(false);
});

test('filters narrow one another down', () => {
  const rows = mergeHolders(
    [
      {
        holders: [
          fakeHolder(fakePerson(1, { isGuest: true })),
          fakeHolder(fakePerson(2, { isBlocked: true }), throughSales),
          fakeHolder(fakePerson(3, { isBlocked: true }), fakeSeat({ state: 'error', issue: 'other' })),
        ],
      },
    ],
    [],
  );
  const keep = (...filters: HolderFilter[]) => namesOf(filterHolders(rows, new Set(filters)));
  expect(keep()).toHaveLength(3);
  expect(keep('direct')).toEqual(['Person 1', 'Person 3']);
  expect(keep('inherited')).toEqual(['Person 2']);
  expect(keep('guests')).toEqual(['Person 1']);
  expect(keep('blocked', 'issues')).toEqual(['Person 3']);
});

test('sorting follows the language, and names within equals', () => {
  const people = ['Öberg', 'Zander', 'Åkesson', 'Person 10', 'Person 9'].map((displayName, index) =>
    fakeHolder(fakePerson(index, { displayName })),
  );
  const rows = mergeHolders([{ holders: people }], []);
  const sort = (isDescending: boolean, columnId: string) =>
    namesOf(
      sortHolders(rows, { columnId, isDescending }, 'sv', ({ holder }, id) =>
        id === 'user' ? holder.user.displayName : 'same',
      ),
    );
  expect(sort(false, 'user')).toEqual(['Person 9', 'Person 10', 'Zander', 'Åkesson', 'Öberg']);
  expect(sort(true, 'user')).toEqual(['Öberg', 'Åkesson', 'Zander', 'Person 10', 'Person 9']);
  expect(sort(true, 'state')).toEqual(['Person 9', 'Person 10', 'Zander', 'Åkesson', 'Öberg']);
  expect(sortHolders(rows, undefined, 'sv', () => '')).toBe(rows);
});
