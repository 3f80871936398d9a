import { nextCell } from '../../../../src/ui/parts/VirtualGrid/nextCell';

const size = { firstRow: 0, lastRow: 100, headColumns: 4, columns: 4 };
const press = (row: number, column: number, key: string, ctrlKey = false, changed = {}) =>
  nextCell({ row, column }, { key, ctrlKey }, { ...size, ...changed }, 10);

test('arrows move by one cell and stop at the edges', () => {
  expect(press(5, 1, 'ArrowDown')).toEqual({ row: 6, column: 1 });
  expect(press(5, 1, 'ArrowUp')).toEqual({ row: 4, column: 1 });
  expect(press(5, 1, 'ArrowRight')).toEqual({ row: 5, column: 2 });
  expect(press(5, 1, 'ArrowLeft')).toEqual({ row: 5, column: 0 });
  expect(press(100, 3, 'ArrowDown')).toEqual({ row: 100, column: 3 });
  expect(press(0, 0, 'ArrowUp')).toEqual({ row: 0, column: 0 });
});

test('page keys move by a page and reach the heading only from the first row', () => {
  expect(press(5, 2, 'PageDown')).toEqual({ row: 15, column: 2 });
  expect(press(95, 2, 'PageDown')).toEqual({ row: 100, column: 2 });
  expect(press(5, 2, 'PageUp')).toEqual({ row: 1, column: 2 });
  expect(press(1, 2, 'PageUp')).toEqual({ row: 0, column: 2 });
});

test('Home and End go along the row, with Ctrl to the corners', () => {
  expect(press(5, 2, 'Home')).toEqual({ row: 5, column: 0 });
  expect(press(5, 2, 'End')).toEqual({ row: 5, column: 3 });
  expect(press(5, 2, 'Home', true)).toEqual({ row: 0, column: 0 });
  expect(press(5, 2, 'End', true)).toEqual({ row: 100, column: 3 });
});

test('other keys do not move', () => {
  expect(press(5, 2, 'x')).toBeUndefined();
  expect(press(5, 2, 'Tab')).toBeUndefined();
});

test('in the heading of cards only its own columns are reached', () => {
  const cards = { headColumns: 2 };
  expect(press(0, 1, 'ArrowRight', false, cards)).toEqual({ row: 0, column: 1 });
  expect(press(0, 0, 'End', false, cards)).toEqual({ row: 0, column: 1 });
  expect(press(1, 3, 'ArrowUp', false, cards)).toEqual({ row: 0, column: 1 });
  expect(press(5, 3, 'Home', true, cards)).toEqual({ row: 0, column: 0 });
});

test('without a heading the first row is the top', () => {
  const headless = { firstRow: 1 };
  expect(press(1, 0, 'ArrowUp', false, headless)).toEqual({ row: 1, column: 0 });
  expect(press(1, 0, 'PageUp', false, headless)).toEqual({ row: 1, column: 0 });
  expect(press(50, 2, 'Home', true, headless)).toEqual({ row: 1, column: 0 });
});
