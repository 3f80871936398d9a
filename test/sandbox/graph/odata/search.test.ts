// cspell:ignore ight Lukasz
import { parseSearch } from '../../../../src/sandbox/graph/odata/parseSearch';
import { searchTest } from '../../../../src/sandbox/graph/odata/searchTest';
import { searchWords } from '../../../../src/sandbox/graph/odata/searchWords';

function finds(search: string, row: Readonly<Record<string, string>>): boolean {
  return searchTest(parseSearch(search), (item: typeof row, path) => item[path], [
    'displayName',
    'description',
    'mail',
  ])(row);
}

test.each([
  ['HelloWorld', ['hello', 'world']],
  ['HELLOworld', ['helloworld']],
  ['hello.world', ['hello', '.', 'world', 'helloworld']],
  ['hello world', ['hello', 'world']],
  ['room42b', ['room', '42', 'b']],
  ['李娜', ['李娜']],
  ['Åsa Ö', ['asa', 'o']],
])('%s is found by %j', (name, words) => {
  expect(searchWords(name)).toEqual(words);
});

test('names are found by the beginnings of their words, in any order and case', () => {
  const row = { displayName: 'Ade Olu-Bright' };
  expect(finds('"displayName:ade"', row)).toBe(true);
  expect(finds('"displayName:bri ADE"', row)).toBe(true);
  expect(finds('"displayName:ight"', row)).toBe(false);
  expect(finds('"displayName:ade zoe"', row)).toBe(false);
});

test('two letters and letters without their marks find a name', () => {
  expect(finds('"displayName:wu"', { displayName: 'Wu Bo' })).toBe(true);
  expect(finds('"displayName:angstrom"', { displayName: 'Ylva Ångström' })).toBe(true);
  expect(finds('"displayName:Łuk"', { displayName: 'Lukasz' })).toBe(true);
});

test('other text is found by its beginning alone', () => {
  expect(finds('"mail:ade"', { mail: 'ade.x@y.example' })).toBe(true);
  expect(finds('"mail:x"', { mail: 'ade.x@y.example' })).toBe(false);
});

test('clauses join by AND, OR and parentheses, and by AND where nothing stands', () => {
  const row = { displayName: 'Ade Bright', mail: 'a@b.example' };
  expect(finds('"displayName:zoe" OR "mail:a@"', row)).toBe(true);
  expect(finds('"displayName:zoe" AND "mail:a@"', row)).toBe(false);
  expect(finds('("displayName:zoe" OR "displayName:ade") AND "mail:a@"', row)).toBe(true);
  expect(finds('"displayName:zoe" "mail:a@"', row)).toBe(false);
});

test('quotes and backslashes inside a term are escaped by a backslash', () => {
  expect(parseSearch(String.raw`"displayName:a\"b\\c"`)).toEqual({
    kind: 'clause',
    property: 'displayName',
    term: String.raw`a"b\c`,
  });
});

test.each([
  'displayName:ade',
  '"ade"',
  '"displayName:ade',
  '"displayName:a" or "mail:b"',
  '("displayName:a"',
])('%s is no search', (text) => {
  expect(() => parseSearch(text)).toThrow(expect.objectContaining({ status: 400 }) as Error);
});

test('a property that cannot be searched is refused', () => {
  expect(() => finds('"password:x"', {})).toThrow(
    expect.objectContaining({ code: 'Request_UnsupportedQuery' }) as Error,
  );
});
