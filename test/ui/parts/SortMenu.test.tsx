import { screen } from '@testing-library/react';
import { useState } from 'react';
import { SortMenu } from '../../../src/ui/parts/SortMenu';
import type { GridSort } from '../../../src/ui/parts/VirtualGrid/VirtualGrid.types';
import { renderWithServices } from '../support/renderWithServices';

const columns = [
  { id: 'name', header: 'Name' },
  { id: 'since', header: 'Since' },
] as const;
type SortId = (typeof columns)[number]['id'];

async function setup(start?: GridSort<SortId>) {
  const sorts: GridSort<SortId>[] = [];
  function Harness() {
    const [sort, setSort] = useState(start);
    return (
      <SortMenu
        columns={columns}
        sort={sort}
        onSort={(next) => {
          sorts.push(next);
          setSort(next);
        }}
      />
    );
  }
  const { user } = await renderWithServices(<Harness />);
  const choose = async (name: string): Promise<void> => {
    await user.click(screen.getByRole('button', { name: 'Sort by' }));
    await user.click(await screen.findByRole('menuitemradio', { name }));
  };
  return { user, sorts, choose };
}

test('a column is chosen, and then its direction', async () => {
  const { sorts, choose } = await setup();
  await choose('Since');
  await choose('Sort descending');
  await choose('Name');
  expect(sorts).toEqual([
    { columnId: 'since', isDescending: false },
    { columnId: 'since', isDescending: true },
    { columnId: 'name', isDescending: false },
  ]);
});

test('the menu says what the list is sorted by, and is reached by keyboard', async () => {
  const { user } = await setup({ columnId: 'since', isDescending: true });
  await user.tab();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('menuitemradio', { name: 'Since' })).toBeChecked();
  expect(screen.getByRole('menuitemradio', { name: 'Sort descending' })).toBeChecked();
  expect(screen.getByRole('menuitemradio', { name: 'Name' })).not.toBeChecked();
});

test('a direction alone sorts by the first column', async () => {
  const { sorts, choose } = await setup();
  await choose('Sort descending');
  expect(sorts).toEqual([{ columnId: 'name', isDescending: true }]);
});
