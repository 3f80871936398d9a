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
  [true, 'Not settled yet. It is checked first when the job goes on.'],
])('who was started in a job at rest (%s) is said to be %s', async (isAtRest, words) => {
  await renderWithServices(<OutcomeText item={started} kind="assign" isAtRest={isAtRest} />);
  expect(screen.getByText(words)).toBeInTheDocument();
});
