import { runToEnd } from '../../../src/base/async/inSlices';
import { defaultPool } from '../../../src/licensing/pools';
import { runPreflight } from '../../../src/licensing/preflight/runPreflight';
import { planAssignJob, type AssignOptions } from '../../../src/license-jobs/assign/planAssignJob';
import { license } from '../../licensing/support/samples';
import { fakeGroup, fakePerson } from '../../ui/support/fakeHolders';
import { fakeProduct } from '../../ui/support/fakeProduct';

const notes = fakeProduct({ available: 1 });
const people = [fakePerson(1), fakePerson(2, { usageLocation: undefined }), fakePerson(3)];

function setup(over: Partial<AssignOptions> = {}, products = [notes]) {
  const { lines } = runPreflight({
    products,
    principals: people,
    holdings: [],
    groups: new Map(),
    tenant: [],
    access: 'assign-to-all',
    canLicenseRoleAssignableGroups: false,
  });
  const options: AssignOptions = {
    disabledPlanIds: { [notes.key]: ['plan'] },
    method: { kind: 'direct' },
    stopsWithoutSeats: false,
    ...over,
  };
  return runToEnd(planAssignJob(products, lines, options));
}

test('every line is in the job, those that are not sent with their outcome', () => {
  const plan = setup();
  expect(plan.operation).toBe('change-licenses');
  expect(plan.items.map(({ input, outcome }) => [input.principal.displayName, outcome])).toEqual([
    ['Person 1', undefined],
    ['Person 2', { kind: 'failed', reason: 'usage-location' }],
    ['Person 3', { kind: 'failed', reason: 'no-licenses-available' }],
  ]);
  expect(plan.items[0]?.input.change.add).toEqual([license(defaultPool(notes.owned), 'plan')]);
});

test('several products go in one change of each line, each with its own apps off', () => {
  const boards = fakeProduct({ number: 2 });
  const { subject, items } = setup({}, [notes, boards]);
  expect(subject.products.map(({ name }) => name)).toEqual(['Plover Notes', 'Product 2']);
  expect(items).toHaveLength(people.length);
  for (const { input } of items)
    expect(input.change.add).toEqual([
      license(defaultPool(notes.owned), 'plan'),
      license(defaultPool(boards.owned)),
    ]);
});

test('a job that rests without seats keeps those who have none waiting, and nobody else', () => {
  const plan = setup({ stopsWithoutSeats: true });
  expect(plan.subject.stopsWithoutSeats).toBe(true);
  expect(plan.items.map(({ outcome }) => outcome?.kind)).toEqual([undefined, 'failed', undefined]);
  expect(plan.items[2]).not.toHaveProperty('outcome');
});

test('a job through a new group names it and the apps that are off', () => {
  const plan = setup({ method: { kind: 'new-group', name: ' Plover people ' } });
  expect(plan.operation).toBe('through-group');
  expect(plan.subject).toMatchObject({
    kind: 'through-group',
    group: { name: 'Plover people' },
    disabledPlanIds: ['plan'],
  });
});

test('a job through a group that exists names it by its id', () => {
  const group = fakeGroup();
  const { subject } = setup({ method: { kind: 'existing-group', group } });
  expect(subject.group).toEqual({ id: group.id, name: 'Sales EU' });
});
