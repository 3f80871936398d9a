import { findByLetters, typeLetter } from '../../../../src/ui/parts/VirtualGrid/findByLetters';

const names = ['Adele', 'Åke', 'Alva', 'Alvin', 'Bo', 'Örjan'];
const find = (from: number, letters: string, locale = 'en') =>
  findByLetters(names, (name) => name, from, letters, locale);

test('one letter goes to the next row, and from the last to the first', () => {
  expect(find(0, 'b')).toBe(4);
  expect(find(2, 'a', 'sv')).toBe(3);
  expect(find(3, 'a', 'sv')).toBe(0);
  expect(find(0, 'x')).toBeUndefined();
});

test('the same letter again goes on, and more letters may stay in the row', () => {
  expect(find(0, 'aa', 'sv')).toBe(2);
  expect(find(2, 'al')).toBe(2);
  expect(find(2, 'alvi')).toBe(3);
});

test('accents count as the language has them', () => {
  expect(find(0, 'a')).toBe(1);
  expect(find(0, 'å', 'sv')).toBe(1);
  expect(find(0, 'o')).toBe(5);
  expect(find(0, 'o', 'sv')).toBeUndefined();
});

test('letters after a pause begin a new name', () => {
  const first = typeLetter(undefined, 'a', 1000);
  expect(typeLetter(first, 'l', 1500)).toEqual({ letters: 'al', at: 1500 });
  expect(typeLetter(first, 'l', 2000)).toEqual({ letters: 'l', at: 2000 });
});
