import { isPastedList } from '../../../../src/ui/parts/PrincipalPicker/readPasted';

test.each([
  'a@plover.example\nb@plover.example',
  'a@plover.example\r\nb@plover.example\r\n',
  'Ann <a@plover.example>; Bo <b@plover.example>',
  'a@plover.example, b@plover.example',
  'a@plover.example b@plover.example',
  'Ann\tBerg',
])('%j is a list', (text) => {
  expect(isPastedList(text)).toBe(true);
});

test.each(['Berg, Anna', 'a@plover.example', '  a@plover.example\n', 'Anna Berg', ''])(
  '%j is something to search for',
  (text) => {
    expect(isPastedList(text)).toBe(false);
  },
);
