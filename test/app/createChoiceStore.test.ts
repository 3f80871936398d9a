import { createChoiceStore } from '../../src/app/createChoiceStore';
import { parseProductKey } from '../../src/licensing/keys';

const [sku, other] = [parseProductKey('sku'), parseProductKey('other')];

beforeEach(() => localStorage.clear());

test('a choice is there again after a restart, and only in its own tenant', () => {
  createChoiceStore('one', () => localStorage).write(sku, 'isv');
  expect(createChoiceStore('one', () => localStorage).read()).toEqual({ sku: 'isv' });
  expect(createChoiceStore('two', () => localStorage).read()).toEqual({});
});

test('a choice can be taken back, and listeners hear of each change until they stop', () => {
  const store = createChoiceStore('one', () => localStorage);
  let heard = 0;
  const stop = store.subscribe(() => (heard += 1));
  store.write(sku, 'hidden');
  store.write(sku, undefined);
  stop();
  store.write(other, 'isv');
  expect(heard).toBe(2);
  expect(store.read()).toEqual({ other: 'isv' });
});

test('what is read keeps its identity until something changes', () => {
  const store = createChoiceStore('one', () => localStorage);
  expect(store.read()).toBe(store.read());
});

test.each(['{', '[]', '{"sku":"maybe"}', 'null'])('a spoilt entry %s counts as no choice', (text) => {
  localStorage.setItem('isv-licenses.choices.one', text);
  expect(createChoiceStore('one', () => localStorage).read()).toEqual({});
});

const full = {
  getItem: () => null,
  setItem() {
    throw new DOMException('no', 'QuotaExceededError');
  },
} as unknown as Storage;

test.each([
  ['is full', () => full],
  [
    'may not even be named',
    () => {
      throw new DOMException('no', 'SecurityError');
    },
  ],
])('where the storage %s, choices last until the app closes', (_why, openStorage) => {
  const store = createChoiceStore('one', openStorage);
  store.write(sku, 'isv');
  expect(store.read()).toEqual({ sku: 'isv' });
});
