import { openBrowserStorage } from '../../src/storage/browserStorage';

beforeEach(() => localStorage.clear());

test('texts are kept in the browser, and only the app’s own keys are listed', () => {
  const storage = openBrowserStorage();
  localStorage.setItem('other-app', 'x');
  expect(storage.write('isv-licenses.a', '1')).toBe(true);
  expect(localStorage.getItem('isv-licenses.a')).toBe('1');
  expect(storage.read('isv-licenses.a')).toBe('1');
  expect(storage.keys()).toEqual(['isv-licenses.a']);
  storage.remove('isv-licenses.a');
  expect(storage.read('isv-licenses.a')).toBeUndefined();
  expect(storage.state()).toBe('available');
});

test('changes of other tabs notify listeners', () => {
  const keys: (string | undefined)[] = [];
  openBrowserStorage().subscribe((key) => keys.push(key));
  dispatchEvent(new StorageEvent('storage', { key: 'isv-licenses.a' }));
  dispatchEvent(new StorageEvent('storage', { key: null }));
  expect(keys).toEqual(['isv-licenses.a', undefined]);
});
