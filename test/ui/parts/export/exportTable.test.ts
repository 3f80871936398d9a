import { exportTable } from '../../../../src/ui/parts/export/exportTable';

const table = {
  name: ['Tindlewick Learn', 'users'],
  columns: [
    { header: 'User', valueOf: ({ name }: { name: string }) => name },
    { header: 'Seats', valueOf: () => 2 },
  ],
  rows: [{ name: 'Ines' }, { name: 'Olof' }],
  now: new Date(2031, 2, 1, 12).getTime(),
};

test('a table is written with its headings, and named by its words and the day', () => {
  const content = exportTable(table);
  if (content.kind !== 'table') throw new Error('no table');
  expect(content.fileName).toBe('Tindlewick-Learn-users-2031-03-01.csv');
  expect([...content.rows]).toEqual([
    ['User', 'Seats'],
    ['Ines', 2],
    ['Olof', 2],
  ]);
  expect(content.count).toBe(2);
});

test('what a table lacks is its last row', () => {
  const content = exportTable({ ...table, missing: '3 left out' });
  if (content.kind !== 'table') throw new Error('no table');
  expect([...content.rows].at(-1)).toEqual(['3 left out', '']);
});
