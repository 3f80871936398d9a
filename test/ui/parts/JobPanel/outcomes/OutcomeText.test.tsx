import { screen } from '@testing-library/react';
import { OutcomeText } from '../../../../../src/ui/parts/JobPanel/outcomes/OutcomeText';
import { fakePerson } from '../../../support/fakeHolders';
import { renderWithServices } from '../../../support/renderWithServices';

const principal = fakePerson(1);
const started = {
  key: principal.id,
  input: { principal, change: { principal, add: [], remove: [] } },
  progress: 'started',
  before: undefined,
  outcome: undefined,
} as const;

test.each([
  [false, 'Working…'],
  [true, "Not known yet. It's checked first when the job continues."],
])('who was started in a job at rest (%s) is said to be %s', async (isAtRest, words) => {
  await renderWithServices(<OutcomeText item={started} kind="assign" products={[]} isAtRest={isAtRest} />);
  expect(screen.getByText(words)).toBeInTheDocument();
});

test.each([
  [['IT'], 'Assigned via IT, not directly'],
  [['IT', undefined], 'Assigned via IT and a group, not directly'],
  [[undefined], 'The license comes from a group'],
])('a license that comes from the groups %s is said to', async (names, words) => {
  const groups = names.map((name, index) => ({ id: String(index), name }));
  const outcome = { kind: 'skipped', reason: 'inherited', groups } as const;
  const item = { ...started, progress: 'settled', outcome } as const;
  await renderWithServices(<OutcomeText item={item} kind="move" products={[]} isAtRest />);
  expect(screen.getByText(words)).toBeInTheDocument();
});
