import { runToEnd } from '../../../../../src/base/async/inSlices';
import { toHolderRow } from '../../../../../src/ui/parts/HolderGrid/mergeHolders';
import {
  selectableOf,
  splitByHolding,
} from '../../../../../src/ui/pages/product/select-from-list/splitByHolding';
import {
  fakeGroup,
  fakeHolder,
  fakeLicensedGroup,
  fakePerson,
  fakeSeat,
  via,
} from '../../../support/fakeHolders';

const group = fakeGroup();
const throughGroup = fakeSeat({ path: via(group) });

test('a person with a direct license counts as direct, also where a group gives it too', () => {
  const holders = [
    fakeHolder(fakePerson(1)),
    fakeHolder(fakePerson(2), throughGroup),
    fakeHolder(fakePerson(3), fakeSeat(), throughGroup),
  ].map(toHolderRow);
  const parts = runToEnd(
    splitByHolding(
      [1, 2, 3, 4].map((number) => fakePerson(number)),
      holders,
      [],
    ),
  );
  expect(parts).toMatchObject({
    direct: [fakePerson(1), fakePerson(3)],
    throughGroup: [fakePerson(2)],
    without: [fakePerson(4)],
  });
});

test('a license in error is no license, and one whose way is not known is no missing one', () => {
  const inError = fakeSeat({ path: via(group), state: 'error', issue: 'not-enough-licenses' });
  const holders = [
    fakeHolder(fakePerson(1), inError),
    { ...fakeHolder(fakePerson(2)), seats: [], isUpdating: true },
  ].map(toHolderRow);
  const parts = runToEnd(splitByHolding([fakePerson(1), fakePerson(2)], holders, []));
  expect(parts).toMatchObject({
    inError: [fakePerson(1)],
    unclear: [fakePerson(2)],
    without: [],
    direct: [],
  });
  expect(selectableOf(parts)).toEqual([fakePerson(2), fakePerson(1)]);
});

test('of groups only those that give the product can be selected', () => {
  const other = fakeGroup({ id: '40000000-0000-4000-8000-000000000009', displayName: 'Other' });
  const parts = runToEnd(splitByHolding([group, other], [], [fakeLicensedGroup({ group })]));
  expect(parts).toMatchObject({ groups: [group], without: [other] });
  expect(selectableOf(parts)).toEqual([group]);
});

test('people are selected as the list of holders knows them', () => {
  const known = fakePerson(1, { usageLocation: 'NO' });
  const parts = runToEnd(splitByHolding([fakePerson(1)], [toHolderRow(fakeHolder(known))], []));
  expect(selectableOf(parts)).toEqual([known]);
});

test('100,000 lines against 100,000 holders are joined in short steps', () => {
  const people = Array.from({ length: 100_000 }, (_, number) => fakePerson(number));
  const holders = people.filter((_, index) => index % 2 === 0).map((user) => toHolderRow(fakeHolder(user)));
  const steps = splitByHolding(people, holders, []);
  let count = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      expect(step.value.direct).toHaveLength(50_000);
      expect(step.value.without).toHaveLength(50_000);
      break;
    }
    count += 1;
  }
  expect(count).toBeGreaterThanOrEqual(200);
});
