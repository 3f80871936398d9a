import fc from 'fast-check';
import { createTextIndex } from '../../../../src/sandbox/graph/odata/textIndex';

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'ä', '京', '😀'), maxLength: 3 });

test('an index finds the places that a look through the table finds, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(words, { maxLength: 3 }), { maxLength: 12 }), words, (rows, wanted) => {
      const index = createTextIndex(rows, (keys) => keys);
      const places = (test: (key: string) => boolean): number[] =>
        rows.flatMap((keys, place) => (keys.some(test) ? [place] : []));
      expect(index.begins(wanted)).toEqual(places((key) => key.startsWith(wanted)));
      expect(index.is(wanted)).toEqual(places((key) => key === wanted));
    }),
  );
});
