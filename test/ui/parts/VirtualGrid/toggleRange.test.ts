import { toggleRange } from '../../../../src/ui/parts/VirtualGrid/toggleRange';

const keys = ['a', 'b', 'c', 'd', 'e'];
const toggle = (selected: string[], key: string, anchor?: string) =>
  [...toggleRange(keys, new Set(selected), key, anchor)].sort();

test('one key is turned on and off', () => {
  expect(toggle([], 'b')).toEqual(['b']);
  expect(toggle(['b', 'c'], 'b')).toEqual(['c']);
});

test('a range gets the state that its end turns to, in either direction', () => {
  expect(toggle(['b'], 'd', 'b')).toEqual(['b', 'c', 'd']);
  expect(toggle(['d'], 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(toggle(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['a']);
});

test('an anchor that is gone leaves the one key', () => {
  expect(toggle([], 'd', 'z')).toEqual(['d']);
});
