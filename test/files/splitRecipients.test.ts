import { splitRecipients } from '../../src/files/splitRecipients';

const textsOf = (text: string): string[] | undefined =>
  splitRecipients(text)?.rows.map(({ line, cells }) => `${line} ${cells.join('|')}`);

test.each([
  ['names with brackets', 'Anna Lind <a@b>; Bo Berg <c@d>', ['1 Anna Lind <a@b>', '1 Bo Berg <c@d>']],
  ['surnames first', 'Lind, Anna <a@b>, Berg, Bo <c@d>', ['1 Lind, Anna <a@b>', '1 Berg, Bo <c@d>']],
  ['names between quotes', '"Lind; Anna" <a@b>; c@d', ['1 "Lind; Anna" <a@b>', '1 c@d']],
  ['addresses with commas', 'a@b, c@d,e@f', ['1 a@b', '1 c@d', '1 e@f']],
  ['addresses with blanks', 'a@b c@d', ['1 a@b', '1 c@d']],
  ['a row of quoted cells', '"a@b","c@d"', ['1 a@b', '1 c@d']],
  ['a grid of addresses', 'a@b,a2@b\nc@d,c2@d', ['1 a@b', '1 a2@b', '2 c@d', '2 c2@d']],
  ['a grid with a gap', 'a@b\ta2@b\nc@d\t', ['1 a@b', '1 a2@b', '2 c@d']],
  ['names on one line', 'Anna Lind; Bo Berg;Cy', ['1 Anna Lind', '1 Bo Berg', '1 Cy']],
  ['names with commas on one line', 'Anna Lind, Bo Berg', ['1 Anna Lind', '1 Bo Berg']],
  ['surnames first with semicolons', 'Lind, Anna; Berg, Bo', ['1 Lind, Anna', '1 Berg, Bo']],
  ['several lines of different lengths', 'a@b; c@d\n\ne@f', ['1 a@b', '1 c@d', '3 e@f']],
])('%s are taken apart', (_name, text, expected) => {
  expect(textsOf(text)).toEqual(expected);
});

test.each([
  ['a table in which addresses recur', 'a@b,m@b\nc@d,m@b\ne@f,m@b'],
  ['one name, surname first', 'Lind, Anna'],
  ['headings', 'Name,E-mail'],
  ['a table with names', 'a@b,Anna'],
  ['a list with one on each line', 'a@b\nc@d'],
  ['words', 'Anna Lind'],
  ['nothing', ''],
  ['a word before brackets that nothing closes', `x;${'<'.repeat(400_000)}`],
  ['an address before brackets that nothing closes', `a@b;c@d${'<'.repeat(400_000)}`],
])('%s is no list of recipients', (_name, text) => {
  expect(textsOf(text)).toBeUndefined();
});

test('a name beside addresses is kept as one of its own', () => {
  const many = Array.from({ length: 100 }, (_, index) => `p${index}@b;q${index}@b${index % 2 ? ';r@b' : ''}`);
  expect(textsOf([...many, 'x@b; Anna Lind; y@b'].join('\n'))?.slice(-3)).toEqual([
    '101 x@b',
    '101 Anna Lind',
    '101 y@b',
  ]);
});

test.each([
  ['"', 'x'],
  ['<', 'x'],
  [' ', 'x'],
  ['', '<'],
  ['', '"<'],
  ['', '"<x>'],
])('a line as long as the longest file is taken for no recipient (%j, then %j)', (lead, filling) => {
  const length = Math.floor(20_000_000 / filling.length);
  expect(textsOf(`a@b; c@d\n${lead}${filling.repeat(length)};e@f`)).toBeUndefined();
});
