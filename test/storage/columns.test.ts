import { setup as setupStorage } from './support/setup';

test('chosen columns are kept for the account, listed, and deleted with everything else', () => {
  const { open } = setupStorage();
  const { columns, data } = open();
  expect(columns.read('holders')).toBeUndefined();
  columns.write('holders', ['user', 'department', 'of-a-later-version']);
  const again = open();
  expect(again.columns.read('holders')).toEqual(['user', 'department', 'of-a-later-version']);
  expect(data.list().map(({ kind, count }) => [kind, count])).toContainEqual(['columns', 1]);
  again.data.deleteAll();
  expect(open().columns.read('holders')).toBeUndefined();
});

test('resetting the columns leaves nothing behind', () => {
  const { open } = setupStorage();
  const { columns, data } = open();
  columns.write('holders', ['user']);
  columns.write('holders', undefined);
  expect(columns.read('holders')).toBeUndefined();
  expect(data.list().map(({ kind }) => kind)).not.toContain('columns');
});
