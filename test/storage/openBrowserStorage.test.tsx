import { fakeBrowser } from './support/fakeBrowser';
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

test('an entry that found no room is reported until it is stored, whatever else finds some', () => {
  const browser = fakeBrowser();
  const storage = browser.openTab();
  browser.setAccess('full');
  expect(storage.write('isv-licenses.a', '1')).toBe(false);
  browser.setAccess('open');
  expect(storage.write('isv-licenses.b', '1')).toBe(true);
  expect(storage.state()).toBe('full');
  expect(storage.write('isv-licenses.a', '1')).toBe(true);
  expect(storage.state()).toBe('available');
});
