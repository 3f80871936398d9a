import { parseArguments } from '../../src/sandbox/parseArguments';

test('without words the defaults hold', () => {
  expect(parseArguments([])).toEqual({
    users: undefined,
    like: undefined,
    port: 5300,
    fresh: false,
    shouldOpen: true,
    shouldHelp: false,
    isWatched: false,
  });
});

test('numbers are taken as the next word or after an equals sign', () => {
  expect(parseArguments(['--users', '200', '--port=6000'])).toMatchObject({ users: 200, port: 6000 });
});

test('a report is taken by its file', () => {
  expect(parseArguments(['--like', 'report.json']).like).toBe('report.json');
  expect(() => parseArguments(['--like', '--fresh'])).toThrow('--fresh');
});

test('switches are taken in any order', () => {
  expect(parseArguments(['--no-open', '--fresh', '--help'])).toMatchObject({
    fresh: true,
    shouldOpen: false,
    shouldHelp: true,
  });
});

test.each([
  [['--users', '199'], '199'],
  [['--users', '1e3'], '1e3'],
  [['--users'], '--users'],
  [['--port', '80'], '80'],
  [['--prot', '6000'], '--prot'],
])('%j is refused with a sentence that names it', (given, named) => {
  expect(() => parseArguments(given)).toThrow(RangeError);
  expect(() => parseArguments(given)).toThrow(named);
});
