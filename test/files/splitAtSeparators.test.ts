import fc from 'fast-check';
import { splitAtSeparators } from '../../src/files/splitAtSeparators';

test.each([
  ['a@b; c@d,e@f\tg@h', ['a@b', ' c@d', 'e@f', 'g@h']],
  ['"Lind; Anna" <a,b@c>;d@e', ['"Lind; Anna" <a,b@c>', 'd@e']],
  ['a "b;c', ['a "b', 'c']],
  ['<a;b', ['<a', 'b']],
  [`"${'x;'.repeat(200)}";y`, [`"${'x'}`, ...Array.from({ length: 199 }, () => 'x'), '"', 'y']],
  [';;', []],
  ['', []],
])('%j is split outside of quotes and brackets', (line, expected) => {
  expect(splitAtSeparators(line)).toEqual(expected);
});

test('a line is split as a pattern that looks back over it would split it', () => {
  const pattern = /(?:"[^"]{0,320}"|<[^>]{0,320}>|[^;,\t])+/g;
  const characters = fc.array(fc.constantFrom('"', '<', '>', ';', ',', '\t', 'x', '@', ' '), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(characters, (list) => {
      const line = list.join('');
      expect(splitAtSeparators(line)).toEqual(line.match(pattern) ?? []);
    }),
  );
});
