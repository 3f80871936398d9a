import { isPastedList, extractSearchText } from '../../../../src/ui/parts/PrincipalPicker/readPasted';

const id = '4f0c1f6e-1111-4222-8333-123456789abc';
const otherId = '4f0c1f6e-1111-4222-8333-123456789abd';

test.each([
  'a@plover.example\nb@plover.example',
  'a@plover.example\r\nb@plover.example\r\n',
  'Ann <a@plover.example>; Bo <b@plover.example>',
  'a@plover.example; b@plover.example',
  'a@plover.example, b@plover.example',
  'a@plover.example b@plover.example',
  `${id}, ${otherId}`,
  `${id} ${otherId}`,
  'Ann Berg;Bo Lind',
  'Ann Berg, Bo Lind, Cy Moe',
  'Ann\tBerg',
])('%j is a list', (text) => {
  expect(isPastedList(text)).toBe(true);
});

test.each([
  ['a@plover.example', 'a@plover.example'],
  ['  a@plover.example\n', 'a@plover.example'],
  ['a@plover.example;', 'a@plover.example'],
  ['a@plover.example;\r\n', 'a@plover.example'],
  ['Ann Berg <a@plover.example>', 'a@plover.example'],
  ['Berg, Ann <a@plover.example>;', 'a@plover.example'],
  ['"Berg, Ann" <a@plover.example>', 'a@plover.example'],
  ['Ann Berg (a@plover.example)', 'a@plover.example'],
  ['mailto:a@plover.example', 'a@plover.example'],
  ['mailto:a@plover.example?subject=Hi', 'a@plover.example'],
  ['SMTP:a@plover.example', 'a@plover.example'],
  ['i:0#.f|membership|a@plover.example', 'a@plover.example'],
  ['[Ann Berg](mailto:a@plover.example)', 'a@plover.example'],
  ['[a@plover.example](mailto:a@plover.example)', 'a@plover.example'],
  ['\u200Ba@plover.example\u00A0', 'a@plover.example'],
  [`{${id}}`, id],
  [`${id};`, id],
  ['Ann\u00A0Berg', 'Ann Berg'],
  ['Ann Berg\t', 'Ann Berg'],
  ['Berg, Ann', 'Berg, Ann'],
  ['Ann', 'Ann'],
  ['n/a', 'n/a'],
  [' ', ''],
  ['', ''],
])('%j is one recipient, and %j is searched for', (text, sought) => {
  expect(isPastedList(text)).toBe(false);
  expect(extractSearchText(text)).toBe(sought);
});

test('a text of 100,000 lines is a list, and what stands in the field is looked for as it is', () => {
  const text = Array.from({ length: 100_000 }, (_, number) => `a${number}@plover.example`).join('\n');
  expect(isPastedList(text)).toBe(true);
  expect(extractSearchText('Lind; Anna')).toBe('Lind; Anna');
});
