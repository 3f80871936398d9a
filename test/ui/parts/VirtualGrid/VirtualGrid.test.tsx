import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { VirtualGrid } from '../../../../src/ui/parts/VirtualGrid/VirtualGrid';
import type {
  GridColumn,
  GridSort,
  VirtualGridProps,
} from '../../../../src/ui/parts/VirtualGrid/VirtualGrid.types';
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
    render: ({ name }) => (
      <>
        <button>Call {name}</button>
        <button>Feed {name}</button>
      </>
    ),
  },
];
const birds = (count: number): Bird[] =>
  Array.from({ length: count }, (_, index) => ({ name: `Bird ${index}` }));
const keyOf = ({ name }: Bird): string => name;
const named: readonly Bird[] = [
  { name: 'Robin' },
  { name: 'Magpie' },
  { name: 'Marsh tit' },
  { name: 'Jay' },
];

interface Setup {
  readonly count?: number;
  readonly props?: Partial<VirtualGridProps<Bird>>;
}

async function setup({ count = 1000, props = {} }: Setup = {}) {
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
          onChange: (keys, isOn) =>
            setSelected((before) => {
              const next = new Set(before);
              for (const key of keys === 'all' ? rows.map(keyOf) : keys)
                if (isOn) next.add(key);
                else next.delete(key);
              seen.selected = next;
              return next;
            }),
        }}
        onSort={(sort) => seen.sorts.push(sort)}
        {...props}
      />
    );
  }
  const { user } = await renderWithServices(
    <>
      <Grid />
      <button>After</button>
    </>,
  );
  return { user, seen, grid: screen.getByRole('grid', { name: 'Birds' }) };
}

test('only rows in view are drawn, and the grid says how many there are', async () => {
  const { grid } = await setup({ count: 1000, props: { totalRows: 5000 } });
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
  expect(screen.getByRole('rowheader', { name: 'Bird 1' })).toHaveFocus();
  await user.keyboard('{Control>}{Home}{/Control}');
  expect(screen.getByRole('checkbox', { name: 'Select all' })).toHaveFocus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('button', { name: 'Name' })).toHaveFocus();
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

test('Enter steps into a cell and presses nothing, Escape steps back', async () => {
  const { user, grid } = await setup();
  let presses = 0;
  grid.addEventListener('click', () => (presses += 1));
  await user.tab();
  await user.keyboard('{ArrowRight}{ArrowRight}{Enter}');
  expect(screen.getByRole('button', { name: 'Call Bird 0' })).toHaveFocus();
  expect(presses).toBe(0);
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('button', { name: 'Feed Bird 0' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(presses).toBe(1);
  const escapes: boolean[] = [];
  document.addEventListener('keydown', (event) => escapes.push(event.defaultPrevented), { once: true });
  await user.keyboard('{Escape}');
  // A pane around the grid stays open.
  expect(escapes).toEqual([true]);
  expect(screen.getByRole('gridcell', { name: /^Call Bird 0 ?Feed/ })).toHaveFocus();
  await user.keyboard('{F2}{ArrowDown}');
  expect(screen.getByRole('gridcell', { name: /^Call Bird 1 ?Feed/ })).toHaveFocus();
  expect(presses).toBe(1);
});

test('the grid is one stop of the Tab key, and the controls of a cell are stops while one has the focus', async () => {
  const { user } = await setup();
  await user.tab();
  await user.tab();
  expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
  await user.tab({ shift: true });
  expect(screen.getByRole('checkbox', { name: 'Select Bird 0' })).toHaveFocus();
  await user.keyboard('{ArrowRight}{ArrowRight}{Enter}');
  await user.tab();
  expect(screen.getByRole('button', { name: 'Feed Bird 0' })).toHaveFocus();
  await user.tab();
  expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
});

test('Delete deletes one row, and the focus goes to the next', async () => {
  stubLayout();
  const deleted: string[] = [];
  function Grid() {
    const [rows, setRows] = useState<readonly Bird[]>(birds(3));
    return (
      <VirtualGrid
        label="Birds"
        columns={columns}
        rows={rows}
        keyOf={keyOf}
        onDelete={(row) => {
          deleted.push(row.name);
          setRows((before) => before.filter((each) => each !== row));
        }}
      />
    );
  }
  const { user } = await renderWithServices(<Grid />);
  expect(screen.getByRole('grid')).toHaveAttribute('aria-keyshortcuts', 'Delete');
  await user.tab();
  await user.keyboard('{ArrowDown}{Backspace}{Control>}{Delete}{/Control}{Shift>}{Delete}{/Shift}');
  expect(deleted).toEqual([]);
  await user.keyboard('{Delete}');
  expect(deleted).toEqual(['Bird 1']);
  expect(screen.getByRole('rowheader', { name: 'Bird 2' })).toHaveFocus();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Delete', repeat: true });
  expect(deleted).toEqual(['Bird 1']);
  await user.keyboard('{Enter}{Delete}');
  expect(deleted).toEqual(['Bird 1', 'Bird 2']);
  expect(screen.getByRole('rowheader', { name: 'Bird 0' })).toHaveFocus();
});

test('letters move to the next row whose name begins with them', async () => {
  const { user } = await setup({ props: { rows: named, nameOf: keyOf } });
  await user.tab();
  await user.keyboard('{ArrowRight}m');
  expect(screen.getByRole('rowheader', { name: 'Magpie' })).toHaveFocus();
  await user.keyboard('m');
  expect(screen.getByRole('rowheader', { name: 'Marsh tit' })).toHaveFocus();
  await user.keyboard('{Control>}m{/Control}');
  expect(screen.getByRole('rowheader', { name: 'Marsh tit' })).toHaveFocus();
});

test('keys in a dialog that a cell opened do not reach the grid', async () => {
  const { user, seen } = await setup({
    count: 3,
    props: {
      columns: [
        ...columns,
        { id: 'more', header: 'More', width: '1fr', render: () => createPortal(<input />, document.body) },
      ],
    },
  });
  await user.tab();
  const field = screen.getAllByRole('textbox')[0];
  if (!field) throw new Error('No field.');
  await user.click(field);
  await user.keyboard('{ArrowDown}{Control>}a{/Control}');
  expect(field).toHaveFocus();
  expect(seen.selected.size).toBe(0);
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

test('Shift with arrows, and with Ctrl and Home or End, selects a range that can shrink again', async () => {
  const { user, seen } = await setup({ count: 6 });
  await user.tab();
  await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect([...seen.selected].sort()).toEqual(['Bird 2', 'Bird 3', 'Bird 4']);
  await user.keyboard('{Shift>}{ArrowUp}{ArrowUp}{ArrowUp}{/Shift}');
  expect([...seen.selected].sort()).toEqual(['Bird 1', 'Bird 2']);
  expect(screen.getByRole('rowheader', { name: 'Bird 1' })).toHaveFocus();
  await user.keyboard('{Control>}{Shift>}{End}{/Shift}{/Control}');
  expect([...seen.selected].sort()).toEqual(['Bird 2', 'Bird 3', 'Bird 4', 'Bird 5']);
  await user.keyboard('{Control>}{Shift>}{Home}{/Shift}{/Control}');
  expect([...seen.selected].sort()).toEqual(['Bird 0', 'Bird 1', 'Bird 2']);
  expect(screen.getByRole('rowheader', { name: 'Bird 0' })).toHaveFocus();
  // A move without Shift ends the range.
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
  expect([...seen.selected].sort()).toEqual(['Bird 0', 'Bird 1', 'Bird 2', 'Bird 4', 'Bird 5']);
});

test('the first of several columns names the row', async () => {
  const { grid } = await setup({ count: 1 });
  expect(within(grid).getByRole('rowheader', { name: 'Bird 0' })).toBeInTheDocument();
});

test('a narrow grid has the heading of its first column alone, and stays in the tab order', async () => {
  stubLayout();
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 600 });
  const { user } = await renderWithServices(
    <VirtualGrid label="Birds" columns={columns} rows={birds(3)} keyOf={keyOf} />,
  );
  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Name']);
  await user.tab();
  await user.keyboard('{ArrowRight}{ArrowUp}{ArrowRight}');
  expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveFocus();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('rowheader', { name: 'Bird 0' })).toHaveFocus();
});

test('a column that needs more width is left out', async () => {
  stubLayout();
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 700 });
  const [name, act] = columns;
  if (!name || !act) throw new Error('No columns.');
  await renderWithServices(
    <VirtualGrid
      label="Birds"
      columns={[name, { ...act, hiddenBelow: 701 }]}
      rows={birds(1)}
      keyOf={keyOf}
    />,
  );
  expect(screen.getAllByRole('columnheader')).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Call Bird 0' })).not.toBeInTheDocument();
  expect(screen.getByRole('grid')).toHaveAttribute('aria-colcount', '1');
});

test('without a heading the rows count from one', async () => {
  const { user, grid } = await setup({ count: 3, props: { isHeadless: true } });
  expect(screen.queryByRole('columnheader')).not.toBeInTheDocument();
  expect(grid).toHaveAttribute('aria-rowcount', '3');
  expect(within(grid).getAllByRole('row')[0]).toHaveAttribute('aria-rowindex', '1');
  await user.tab();
  await user.keyboard('{ArrowUp}');
  expect(screen.getByRole('checkbox', { name: 'Select Bird 0' })).toHaveFocus();
});

test('a grid that fills its parent scrolls itself', async () => {
  const { grid } = await setup({ props: { layout: 'fill' } });
  const scroller = grid.firstElementChild;
  if (!scroller) throw new Error('No scroller.');
  expect(getComputedStyle(scroller).overflowY).toBe('auto');
  scroller.scrollTop = 500 * 44;
  fireEvent.scroll(scroller);
  expect(await screen.findByText('Bird 500')).toBeInTheDocument();
});

test('the head of the rows in view stays at the top, until the next head takes its place', async () => {
  const { grid } = await setup({
    props: { layout: 'fill', isHeadless: true, isSection: ({ name }) => /^Bird (0|300)$/.test(name) },
  });
  const scroller = grid.firstElementChild;
  if (!scroller) throw new Error('No scroller.');
  const stuck = () =>
    within(grid)
      .getAllByRole('row')
      .filter((row) => getComputedStyle(row).position === 'sticky')
      .map((row) => row.textContent?.match(/^Bird \d+/)?.[0]);
  expect(stuck()).toEqual(['Bird 0']);
  scroller.scrollTop = 200 * 44;
  fireEvent.scroll(scroller);
  await screen.findByText('Bird 200');
  expect(stuck()).toEqual(['Bird 0']);
  scroller.scrollTop = 500 * 44;
  fireEvent.scroll(scroller);
  await screen.findByText('Bird 500');
  expect(stuck()).toEqual(['Bird 300']);
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
      <VirtualGrid label="Birds" columns={columns} rows={rows} keyOf={keyOf} />
    </div>,
  );
  const pane = screen.getByTestId('pane');
  expect(screen.getByText('Bird 0')).toBeInTheDocument();
  const isScrolling = (element: Element): boolean =>
    ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);
  expect([...pane.querySelectorAll('*')].filter(isScrolling)).toEqual([]);
  pane.scrollTop = 500 * 44;
  fireEvent.scroll(pane);
  expect(await screen.findByText('Bird 500')).toBeInTheDocument();
  expect(screen.queryByText('Bird 100')).not.toBeInTheDocument();
});
