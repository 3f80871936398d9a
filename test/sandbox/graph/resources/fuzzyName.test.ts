// cspell:disable -- names that look alike, and their parts
import { resemblesName } from '../../../../src/sandbox/graph/resources/fuzzyName';

test.each<[string[], string[], boolean]>([
  [['gret'], ['greta', 'almstrom'], true],
  [['almstrum'], ['greta', 'almstrom'], true],
  [['almtrom'], ['greta', 'almstrom'], true],
  [['almsttrom'], ['greta', 'almstrom'], true],
  [['grx'], ['greta'], false],
  [['amstrum'], ['almstrom'], false],
  [['greta', 'linus'], ['greta', 'almstrom'], false],
])('%j and %j resemble one another: %s', (wanted, words, isSo) => {
  expect(resemblesName(wanted, words)).toBe(isSo);
});
