// cspell:locale en-US,sv
import { createFormat } from '../../../src/ui/messages/format';
import { languageOf, loadMessages } from '../../../src/ui/messages/loadMessages';
import { languages } from '../../support/languages';

/** Every key of a catalogue with its text; functions have only their name, since their arguments are unknown. */
function textsOf(words: object, place = ''): [string, unknown][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && key !== 'format'
      ? textsOf(value, `${place}${key}.`)
      : [[`${place}${key}`, value] as [string, unknown]],
  );
}

const english = textsOf(languages[0].words);
const swedish = textsOf(languages[1].words);

test('both languages have the same places', () => {
  expect(swedish.map(([place]) => place).sort()).toEqual(english.map(([place]) => place).sort());
});

test('every code of a failure has a title in both languages', () => {
  const titles = [...english, ...swedish].filter(([place]) => /^(errors|outcomes)\..*\.title$/.test(place));
  expect(titles.length).toBeGreaterThan(80);
  expect(titles.filter(([, text]) => text === '')).toEqual([]);
});

test('no Swedish sentence was left in English', () => {
  const sentences = new Map(english);
  const same = swedish.filter(
    ([place, text]) => typeof text === 'string' && text.includes(' ') && text === sentences.get(place),
  );
  expect(same).toEqual([]);
});

test('counted words follow the language and write numbers as it does', () => {
  expect(languages[0].words.licenses.found(1)).toBe('1 product');
  expect(languages[0].words.licenses.found(1234)).toBe('1,234 products');
  expect(languages[1].words.licenses.found(1)).toBe('1 produkt');
  expect(languages[1].words.licenses.found(1234)).toMatch(/^1\s234 produkter$/);
});

test.each([
  ['sv', 'sv'],
  ['sv-SE', 'sv'],
  ['SV-se', 'sv'],
  ['en-gb', 'en'],
  ['de-de', 'en'],
  ['', 'en'],
  ['svx', 'en'],
])('the words for %p are %p', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test.each([
  ['en-gb', 'en-GB'],
  ['sv-se', 'sv-SE'],
  ['de-de', 'en'],
  ['not a tag', 'en'],
])('numbers and dates for %p are written as in %p', async (locale, written) => {
  expect((await loadMessages(locale)).format.locale).toBe(written);
});

test.each([
  [0, '10 seconds', '10 sekunder'],
  [34_000, '40 seconds', '40 sekunder'],
  [89_000, '90 seconds', '90 sekunder'],
  [90_000, '2 minutes', '2 minuter'],
  [4_850_000, '81 minutes', '81 minuter'],
  [5_400_000, '1.5 hours', '1,5 timmar'],
  [7_300_000, '2 hours', '2 timmar'],
])('a span of %p ms is said roughly, in one unit', (inMs, english, swedish) => {
  expect(createFormat('en').duration(inMs)).toBe(english);
  expect(createFormat('sv').duration(inMs)).toBe(swedish);
});
