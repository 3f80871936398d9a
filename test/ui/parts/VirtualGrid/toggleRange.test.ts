import { toggleRange } from '../../../../src/ui/parts/VirtualGrid/toggleRange';

const keys = ['a', 'b', 'c', 'd', 'e'];
const toggle = (selected: string[], key: string, anchor?: string) =>
  toggleRange(keys, new Set(selected), key, anchor);

test('one key is turned on and off', () => {
  expect(toggle([], 'b')).toEqual({ keys: ['b'], isOn: true });
  expect(toggle(['b', 'c'], 'b')).toEqual({ keys: ['b'], isOn: false });
});

test('a range gets the state that its end turns to, in either direction', () => {
  expect(toggle(['b'], 'd', 'b')).toEqual({ keys: ['b', 'c', 'd'], isOn: true });
  expect(toggle(['d'], 'b', 'd')).toEqual({ keys: ['b', 'c', 'd'], isOn: true });
  expect(toggle(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual({ keys: ['b', 'c', 'd'], isOn: false });
});

test('an anchor that is gone leaves the one key', () => {
  expect(toggle([], 'd', 'z')).toEqual({ keys: ['d'], isOn: true });
});
