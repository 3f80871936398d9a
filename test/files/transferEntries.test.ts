import fc from 'fast-check';
import { buffersOf, toTransferable, fromTransferable } from '../../src/files/transferEntries';
import type { LineEntry } from '../../src/files/types';

const entry = fc.record<LineEntry>({
  text: fc.string({ unit: 'grapheme' }),
  kind: fc.constantFrom('address', 'object-id', 'display-name'),
  lines: fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 4 }),
  suspicion: fc.constantFrom(undefined, 'mixed-scripts', 'invisible-characters', 'direction-marks'),
});

test('entries come out of the pack as they went in, also after their way between threads', () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const packed = toTransferable(entries);
      const arrived = structuredClone(packed, { transfer: buffersOf(packed) });
      expect(fromTransferable(arrived)).toEqual(entries);
    }),
  );
});
