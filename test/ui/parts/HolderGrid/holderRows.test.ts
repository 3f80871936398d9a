import { runToEnd } from '../../../../src/base/async/inSlices';
import { poolSpaces, toPoolKey } from '../../../../src/licensing/keys';
import type { Holder } from '../../../../src/licensing/types';
import { countHolders, summarizeHolder } from '../../../../src/ui/parts/HolderGrid/summarizeHolder';
import { filterHolders } from '../../../../src/ui/parts/HolderGrid/filterHolders';
import {
  issuesIn,
  type HolderFilter,
  type HolderColumnId,
} from '../../../../src/ui/parts/HolderGrid/HolderGrid.types';
import { countValues } from '../../../../src/ui/parts/HolderGrid/holderValues';
import { mergeHolders, toHolderRow } from '../../../../src/ui/parts/HolderGrid/mergeHolders';
import { sortHolders, sortManyHolders } from '../../../../src/ui/parts/HolderGrid/sortHolders';
import { readFilters, writeFilters } from '../../../../src/ui/pages/product/useHolderView';
import { fakeGroup, fakeHolder, fakePerson, fakeSeat, via } from '../../support/fakeHolders';

const throughSales = fakeSeat({ path: via(fakeGroup()) });
const namesOf = (rows: readonly { holder: { user: { displayName: string } } }[]) =>
  rows.map(({ holder }) => holder.user.displayName);
const pageOf = (...holders: readonly Holder[]) => ({ rows: holders.map(toHolderRow) });

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

test('without any path, the state is unknown and not an error', () => {
  expect(summarizeHolder({ user: fakePerson(1), seats: [] }).state).toBe('unknown');
});

test('users with issues come first, and each user is listed once', () => {
  const troubled = fakeHolder(fakePerson(9), fakeSeat({ state: 'error', issue: 'usage-location' }));
  const both = fakePerson(2);
  const rows = mergeHolders(
    [
      pageOf(fakeHolder(fakePerson(1)), fakeHolder(both, fakeSeat(), throughSales)),
      pageOf(fakeHolder(fakePerson(3)), fakeHolder(fakePerson(1))),
    ],
    [toHolderRow(troubled), toHolderRow(fakeHolder(both, throughSales))],
  );
  expect(namesOf(rows)).toEqual(['Person 9', 'Person 2', 'Person 1', 'Person 3']);
  expect(rows[1]?.holder.seats).toHaveLength(2);
});

test('a row that was read replaces the one that a change of this app predicted', () => {
  const foretold = { ...fakeHolder({ ...fakePerson(1), usageLocation: undefined }), isUpdating: true };
  const rows = mergeHolders([pageOf(foretold), pageOf(fakeHolder(fakePerson(1)))], []);
  expect(rows.map(({ holder }) => holder)).toEqual([fakeHolder(fakePerson(1))]);
});

test('a further page is joined with the rows that are there, and an earlier list stays as it was', () => {
  const [first, second] = [pageOf(fakeHolder(fakePerson(1))), pageOf(fakeHolder(fakePerson(2)))];
  const none: never[] = [];
  const one = mergeHolders([first], none);
  const two = mergeHolders([first, second], none);
  expect(namesOf(one)).toEqual(['Person 1']);
  expect(namesOf(two)).toEqual(['Person 1', 'Person 2']);
  expect(two[0]).toBe(one[0]);
  // Pages of another query, and users with issues that arrive later, start a new merge.
  expect(namesOf(mergeHolders([first, pageOf(fakeHolder(fakePerson(3)))], none))).toEqual([
    'Person 1',
    'Person 3',
  ]);
  const troubled = toHolderRow(fakeHolder(fakePerson(4)));
  expect(namesOf(mergeHolders([first], [troubled]))).toEqual(['Person 4', 'Person 1']);
});

test.each([
  ['asa', true],
  ['ÅS', true],
  ['la c', true],
  [' cruz ', true],
  ['person.1@', true],
  ['åsa.', true],
  ['ruz', false],
  ['cruz de', false],
])(
  'the search "%s" finds the beginning of a word or an address, without regard to marks: %s',
  (search, isFound) => {
    const { rows } = pageOf(
      fakeHolder(
        fakePerson(1, { displayName: 'Åsa de  la Cruz', userPrincipalName: 'asa.cruz@wrenfold.example' }),
      ),
    );
    expect(filterHolders(rows, [], search).shown).toHaveLength(isFound ? 1 : 0);
  },
);

test('filters narrow one another and the search down', () => {
  const { rows } = pageOf(
    fakeHolder(fakePerson(1, { isGuest: true })),
    fakeHolder(fakePerson(2, { isBlocked: true }), throughSales),
    fakeHolder(fakePerson(3, { isBlocked: true }), fakeSeat({ state: 'error', issue: 'other' })),
  );
  const keep = (...filters: HolderFilter[]) => namesOf(filterHolders(rows, filters).shown);
  expect(keep()).toHaveLength(3);
  expect(keep('direct')).toEqual(['Person 1', 'Person 3']);
  expect(keep('inherited')).toEqual(['Person 2']);
  expect(keep('guests')).toEqual(['Person 1']);
  expect(keep('blocked', 'issues')).toEqual(['Person 3']);
  expect(namesOf(filterHolders(rows, ['blocked'], 'person.2').shown)).toEqual(['Person 2']);
});

test('people of whom it is not known whether they are blocked are left out, and counted', () => {
  const { rows } = pageOf(
    fakeHolder(fakePerson(1, { isBlocked: true })),
    fakeHolder(fakePerson(2, { isBlocked: undefined, isGuest: undefined, isNameOnly: true })),
  );
  expect(namesOf(filterHolders(rows, ['blocked']).shown)).toEqual(['Person 1']);
  expect(filterHolders(rows, ['blocked']).unknown).toBe(1);
  expect(filterHolders(rows, ['guests', 'direct']).unknown).toBe(1);
  expect(filterHolders(rows, ['direct']).unknown).toBe(0);
});

test("people whom another filter or the search leaves out anyway don't count as unknown", () => {
  const { rows } = pageOf(
    fakeHolder(fakePerson(1, { isBlocked: undefined }), throughSales),
    fakeHolder(fakePerson(2, { isBlocked: undefined, isGuest: undefined })),
    fakeHolder(fakePerson(3, { isBlocked: undefined, isGuest: false })),
  );
  expect(filterHolders(rows, ['blocked']).unknown).toBe(3);
  expect(filterHolders(rows, ['blocked', 'direct']).unknown).toBe(2);
  expect(filterHolders(rows, ['blocked', 'guests', 'direct']).unknown).toBe(1);
  expect(filterHolders(rows, ['blocked'], 'person.3').unknown).toBe(1);
  expect(filterHolders(rows, [], 'person.3').unknown).toBe(0);
});

test.each<HolderFilter>(['direct', 'issues', 'several', `${issuesIn}${fakeGroup().id}`])(
  'a holder whose licenses could not be read may pass the filter "%s", and is counted as left out',
  (filter) => {
    const { rows } = pageOf(
      { ...fakeHolder(fakePerson(1)), seats: [], isIncomplete: true },
      fakeHolder(fakePerson(2), fakeSeat({ path: via(fakeGroup()), state: 'active' })),
    );
    expect(filterHolders(rows, [filter]).shown).toEqual([]);
    expect(filterHolders(rows, [filter]).unknown).toBe(1);
  },
);

test('the filter for several licenses keeps those who take a seat of more than one pool', () => {
  const other = { pool: toPoolKey(poolSpaces.allotment, 'other') };
  const { rows } = pageOf(
    fakeHolder(fakePerson(1), fakeSeat(), fakeSeat({ path: via(fakeGroup()) })),
    fakeHolder(fakePerson(2), fakeSeat(), fakeSeat(other)),
    fakeHolder(fakePerson(3), fakeSeat(), fakeSeat({ ...other, state: 'error' })),
    fakeHolder(fakePerson(4), fakeSeat(other), fakeSeat({ path: via(fakeGroup()) })),
  );
  const { shown, unknown } = filterHolders(rows, ['several']);
  expect(namesOf(shown)).toEqual(['Person 2', 'Person 4']);
  expect(unknown).toBe(0);
});

test('the filter of a group keeps those whose path through this group is in trouble', () => {
  const group = fakeGroup();
  const error = { state: 'error', issue: 'not-enough-licenses' } as const;
  const { rows } = pageOf(
    fakeHolder(fakePerson(1), fakeSeat({ path: via(group), ...error })),
    fakeHolder(fakePerson(2), throughSales, fakeSeat(error)),
    fakeHolder(fakePerson(3), fakeSeat(), fakeSeat({ path: via(group), ...error })),
    fakeHolder(fakePerson(4), fakeSeat({ path: via(fakeGroup({ id: 'other' })), ...error })),
  );
  const filter: HolderFilter = `${issuesIn}${group.id.toUpperCase()}`;
  expect(namesOf(filterHolders(rows, [filter]).shown)).toEqual(['Person 1', 'Person 3']);
});

test('people in error are counted apart from those who have a license', () => {
  const error = { state: 'error', issue: 'not-enough-licenses' } as const;
  const { rows } = pageOf(
    fakeHolder(fakePerson(1)),
    fakeHolder(fakePerson(2), fakeSeat(), fakeSeat({ path: via(fakeGroup()), ...error })),
    fakeHolder(fakePerson(3), fakeSeat({ path: via(fakeGroup()), ...error })),
    { user: fakePerson(4), seats: [] },
  );
  const counts = countHolders(rows);
  expect(counts).toEqual({ licensed: 3, withIssue: 1, inError: 1, waiting: 0 });
  expect(filterHolders(rows, ['issues']).shown).toHaveLength(counts.withIssue + counts.inError);
});

test('people in line of cloud licensing wait, and are in error in the directory', () => {
  const inLine = { path: via(fakeGroup()), state: 'error', issue: 'not-enough-licenses' } as const;
  const pool = toPoolKey(poolSpaces.allotment, 'a1');
  const { rows } = pageOf(
    fakeHolder(fakePerson(1), fakeSeat({ ...inLine, pool })),
    fakeHolder(fakePerson(2), fakeSeat(inLine)),
    fakeHolder(fakePerson(3), fakeSeat({ ...inLine, pool }), fakeSeat()),
  );
  expect(countHolders(rows)).toEqual({ licensed: 1, withIssue: 1, inError: 2, waiting: 1 });
});

test('sorting follows the language, and names within equals, at once and in slices alike', async () => {
  const { rows } = pageOf(
    ...['Öberg', 'Zander', 'Åkesson', 'Person 10', 'Person 9'].map((displayName, index) =>
      fakeHolder(fakePerson(index, { displayName })),
    ),
  );
  const sort = async (isDescending: boolean, columnId: HolderColumnId) => {
    const order = {
      sort: { columnId, isDescending },
      locale: 'sv',
      textOf: (row: (typeof rows)[number], id: HolderColumnId) =>
        id === 'user' ? row.holder.user.displayName : 'same',
    };
    const sorted = namesOf(sortHolders(rows, order));
    const { signal } = new AbortController();
    expect(namesOf(await sortManyHolders(rows, order, () => undefined, signal))).toEqual(sorted);
    return sorted;
  };
  expect(await sort(false, 'user')).toEqual(['Person 9', 'Person 10', 'Zander', 'Åkesson', 'Öberg']);
  expect(await sort(true, 'user')).toEqual(['Öberg', 'Åkesson', 'Zander', 'Person 10', 'Person 9']);
  expect(await sort(true, 'state')).toEqual(['Person 9', 'Person 10', 'Zander', 'Åkesson', 'Öberg']);
});

test('values of one kind are alternatives, and kinds narrow one another', () => {
  const { rows } = pageOf(
    fakeHolder(fakePerson(1, { department: 'Sales', usageLocation: 'SE' })),
    fakeHolder(fakePerson(2, { department: 'Legal', usageLocation: 'se' }), throughSales),
    fakeHolder(fakePerson(3, { department: 'Sales', usageLocation: 'GB' })),
    fakeHolder(fakePerson(4, { department: undefined, companyName: 'Freight' })),
  );
  const keep = (...filters: HolderFilter[]) => namesOf(filterHolders(rows, filters).shown);
  expect(keep('department:Sales')).toEqual(['Person 1', 'Person 3']);
  expect(keep('department:Sales', 'department:Legal', 'location:SE')).toEqual(['Person 1', 'Person 2']);
  expect(keep('department:')).toEqual(['Person 4']);
  expect(keep('company:Freight', 'direct')).toEqual(['Person 4']);
  expect(keep(`group:${fakeGroup().id}`)).toEqual(['Person 2']);
});

test('people of whom only the name is known are no match and no miss of a department', () => {
  const { rows } = pageOf(
    fakeHolder(fakePerson(1, { department: 'Sales' })),
    fakeHolder(fakePerson(2, { department: undefined, isNameOnly: true })),
  );
  expect(filterHolders(rows, ['department:Sales'])).toMatchObject({ unknown: 1 });
  expect(filterHolders(rows, ['department:']).unknown).toBe(1);
});

test('values are counted over all rows, groups with their names', () => {
  const { rows } = pageOf(
    fakeHolder(fakePerson(1, { department: 'Sales', isGuest: true })),
    fakeHolder(fakePerson(2, { department: 'Sales' }), throughSales),
    fakeHolder(fakePerson(3, { department: undefined, isNameOnly: true })),
  );
  const { counts, groupNames } = runToEnd(countValues(rows));
  expect([...counts.department]).toEqual([['Sales', 2]]);
  expect(counts.userType.get('guest')).toBe(1);
  expect(counts.group.get(fakeGroup().id)).toBe(1);
  expect(groupNames.get(fakeGroup().id)).toBe(fakeGroup().displayName);
});

test('filters come back from the address as they were, with dots and tildes', () => {
  const filters: HolderFilter[] = ['direct', 'department:R.&~D ~d', `group:${fakeGroup().id}`, 'location:'];
  expect(readFilters(writeFilters(filters))).toEqual(filters);
  expect(readFilters(`department:${'x'.repeat(65)}.group:me.account:other.unknown:1`)).toEqual([]);
});
