import { decodeText } from '../../../src/files/decodeText';
import { listEntries } from '../../../src/files/listEntries';
import { parseTable } from '../../../src/files/parseTable';
import { microsoftLists } from './microsoftLists';
import { mixedLists } from './mixedLists';
import { otherLists } from './otherLists';
import { scoreList, type ListScore } from './scoreLists';
import type { ListSample } from './writeList';

const samples = [...microsoftLists, ...mixedLists, ...otherLists];

/** Reads a list as it is dropped, by the column that is guessed. */
function score(sample: ListSample): ListScore {
  const { text, encoding } = sample.bytes
    ? decodeText(sample.bytes)
    : { text: sample.text, encoding: undefined };
  const parsed = parseTable(text, encoding);
  return scoreList(sample, listEntries(parsed, parsed.table.columnOrder[0] ?? 0));
}

test('of lists as people really paste and drop them, all are right as dropped, and nobody is lost or wrong in silence', () => {
  const scored = samples.map((sample) => ({ sample, result: score(sample) }));
  const failed = scored.filter(({ result }) => result !== 'right');
  const named = failed.map(({ sample, result }) => `${result}: ${sample.source}, ${sample.name}`);
  expect(named.filter((each) => /^(?:lost|wrong)/.test(each))).toEqual([]);
  expect(named).toEqual([]);
});
