import { screen } from '@testing-library/react';
import { FilterChips } from '../../../src/ui/parts/FilterChips';
import { renderWithServices } from '../support/renderWithServices';

test('a chip says its number and whether it is on, and tells what was pressed', async () => {
  const pressed: string[] = [];
  const { user } = await renderWithServices(
    <FilterChips
      label="Filters"
      chips={[
        { name: 'all', text: 'All', count: '1,600', isOn: true },
        { name: 'issues', text: 'Issues', count: '11+', isOn: false, isUrgent: true, hint: 'At least 11' },
      ]}
      onToggle={(name) => pressed.push(name)}
    />,
  );
  expect(screen.getByRole('group', { name: 'Filters' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'All 1,600', pressed: true })).toBeInTheDocument();
  const issues = screen.getByRole('button', { name: 'Issues 11+', pressed: false });
  expect(issues).toHaveAccessibleDescription('At least 11');
  await user.click(issues);
  expect(pressed).toEqual(['issues']);
});
