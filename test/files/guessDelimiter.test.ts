import { guessDelimiter } from '../../src/files/guessDelimiter';

test.each([
  ['commas', 'upn,name\na@b.se,Anna\n', ','],
  ['semicolons, with commas in numbers', 'upn;rate\na@b.se;1,5\nb@b.se;2,5\n', ';'],
  ['tabs, with commas in names', 'upn\tname\na@b.se\tLind, Anna\n', '\t'],
  ['commas, with semicolons between quotes', '"a;b","c;d"\n"e;f","g;h"\n', ','],
  ['a list of addresses', 'a@b.se\nc@d.se\n', '\n'],
  ['a list of names, surname first', 'Lind, Anna\nBerg, Bo\n', '\n'],
  ['a list in which few names have a comma', 'Sales, Lund\nDesign\nPeople\n', '\n'],
  ['nothing', '', '\n'],
])('%s', (_name, text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter);
});

test.each([1, 2, 40])('a lone quote in line %s hides no delimiter of the lines below it', (lone) => {
  const lines = Array.from({ length: 100 }, (_, index) => `"Person; ${index + 1}",p${index + 1}@contoso.com`);
  lines[lone - 1] = '"Person,p@contoso.com';
  expect(guessDelimiter(lines.join('\n'))).toBe(',');
});
