import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { VirtualGrid } from '../../../../src/ui/parts/VirtualGrid/VirtualGrid';
import type { GridColumn, GridSort } from '../../../../src/ui/parts/VirtualGrid/VirtualGrid.types';
import { renderWithServices } from '../../support/renderWithServices';
import { stubLayout } from '../../support/stubLayout';

interface Bird {
  readonly name: string;
}

const columns: readonly GridColumn<Bird>[] = [
  { id: 'name', header: 'Name', width: '1fr', isSortable: true, render: ({ name }) => name },
  {
    id: 'act',
    header: 'Act',
    width: '1fr',
    render: ({ name }) => <button tabIndex={-1}>Call {name}</button>,
  },
];
const birds = (count: number): Bird[] =>
  Array.from({ length: count }, (_, index) => ({ name: `Bird ${index}` }));
const keyOf = ({ name }: Bird): string => name;

async function setup({ count = 1000, total }: { count?: number; total?: number } = {}) {
  stubLayout();
  const seen = { sorts: [] as GridSort[], selected: new Set<string>() as ReadonlySet<string> };
  const rows = birds(count);
  function Grid() {
    const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
    return (
      <VirtualGrid
        label="Birds"
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        selectLabelOf={({ name }) => `Select ${name}`}
        selectAllLabel="Select all"
        selection={{
          selected,
          onChange: (keys, isOn) => {
            const next = new Set(selected);
            for (const key of keys === 'all' ? rows.map(keyOf) : keys)
              if (isOn) next.add(key);
              else next.delete(key);
            seen.selected = next;
            setSelected(next);
          },
        }}
        onSort={(sort) => seen.sorts.push(sort)}
        {...(total === undefined ? {} : { totalRows: total })}
      />
    );
  }
  const { user } = await renderWithServices(<Grid />);
  return { user, seen, grid: screen.getByRole('grid', { name: 'Birds' }) };
}

test('only rows in view are drawn, and the grid says how many there are', async () => {
  const { grid } = await setup({ count: 1000, total: 5000 });
  expect(within(grid).getAllByRole('row').length).toBeLessThan(40);
  expect(grid).toHaveAttribute('aria-rowcount', '5001');
  expect(grid).toHaveAttribute('aria-colcount', '3');
  expect(within(grid).getAllByRole('row')[1]).toHaveAttribute('aria-rowindex', '2');
});

test('one cell is reached by Tab and the others by arrows', async () => {
  const { user, grid } = await setup();
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  await user.tab();
  expect(screen.getByRole('checkbox', { name: 'Select Bird 0' })).toHaveFocus();
  await user.keyboard('{ArrowDown}{ArrowRight}');
  expect(screen.getByRole('gridcell', { name: 'Bird 1' })).toHaveFocus();
  await user.keyboard('{Control>}{Home}{/Control}');
  expect(screen.getByRole('checkbox', { name: 'Select all' })).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('button', { name: 'Name' })).toHaveFocus();
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

test('Enter on a cell presses what is inside it', async () => {
  const { user, grid } = await setup();
  let presses = 0;
  grid.addEventListener('click', () => (presses += 1));
  await user.tab();
  await user.keyboard('{ArrowRight}{ArrowRight}{Enter}');
  expect(presses).toBe(1);
});

test('Space selects the row, Shift takes the rows between, Ctrl+A takes all', async () => {
  const { user, seen } = await setup({ count: 20 });
  await user.tab();
  await user.keyboard('{ArrowRight} ');
  expect([...seen.selected]).toEqual(['Bird 0']);
  expect(screen.getAllByRole('row')[1]).toHaveAttribute('aria-selected', 'true');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select Bird 3' }), { shiftKey: true });
  expect([...seen.selected]).toEqual(['Bird 0', 'Bird 1', 'Bird 2', 'Bird 3']);
  await user.keyboard('{Control>}a{/Control}');
  expect(seen.selected.size).toBe(20);
});

test('the checkbox of the heading shows some, takes all, and lets go of all', async () => {
  const { user, seen } = await setup({ count: 20 });
  const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select all' });
  await user.click(screen.getByRole('checkbox', { name: 'Select Bird 2' }));
  expect(all.indeterminate).toBe(true);
  await user.click(all);
  expect(seen.selected.size).toBe(20);
  expect(all).toBeChecked();
  await user.click(all);
  expect(seen.selected.size).toBe(0);
});

test('a heading that sorts is a button', async () => {
  const { user, seen } = await setup();
  await user.click(screen.getByRole('button', { name: 'Name' }));
  expect(seen.sorts).toEqual([{ columnId: 'name', isDescending: false }]);
  expect(screen.queryByRole('button', { name: 'Act' })).not.toBeInTheDocument();
});

test('in a pane the rows scroll with all that stands around them', async () => {
  stubLayout();
  const rows = birds(1000);
  await renderWithServices(
    <div data-testid="pane" style={{ overflowY: 'auto' }}>
      <p>Above</p>
      <VirtualGrid label="Birds" columns={columns} rows={rows} keyOf={keyOf} maxHeight="none" />
    </div>,
  );
  const pane = screen.getByTestId('pane');
  expect(screen.getByText('Bird 0')).toBeInTheDocument();
  const isScrolling = (element: Element): boolean =>
    ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
  expect([...pane.querySelectorAll('*')].filter(isScrolling)).toEqual([]);
  pane.scrollTop = 500 * 53;
  fireEvent.scroll(pane);
  expect(await screen.findByText('Bird 500')).toBeInTheDocument();
  expect(screen.queryByText('Bird 100')).not.toBeInTheDocument();
});
