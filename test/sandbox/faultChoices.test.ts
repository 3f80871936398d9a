import { faultGroups, graphFaults, type FaultKey } from '../../src/sandbox/faultChoices';
import { words } from '../../src/sandbox/words';

test('the bar shows every fault that has a name, once', () => {
  const shown: readonly FaultKey[] = Object.values(faultGroups).flat();
  expect(new Set(shown).size).toBe(shown.length);
  expect([...shown].sort()).toEqual(Object.keys(words.faults).sort());
  expect(shown).toEqual(expect.arrayContaining(Object.keys(graphFaults)));
});
