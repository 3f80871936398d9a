import fc from 'fast-check';
import { memberDiff } from '../../../src/sandbox/tenant/memberDiff';

const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 });

test('whoever is in one list alone joined or left, whatever the order', () => {
  fc.assert(
    fc.property(ids, ids, (before, after) => {
      const { added, removed } = memberDiff(before, after);
      expect([...added].sort()).toEqual(after.filter((id) => !before.includes(id)).sort());
      expect([...removed].sort()).toEqual(before.filter((id) => !after.includes(id)).sort());
    }),
  );
});
