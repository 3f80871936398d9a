import { parseStandalone } from '../../../src/sandbox/standalone/parseStandalone';

test('without words there are 1,000 people, quotas are on, and nothing is forgotten', () => {
  expect(parseStandalone([])).toEqual({
    users: 1000,
    port: 5320,
    seed: 1,
    fresh: false,
    hasQuota: true,
    shouldHelp: false,
  });
});

test('every option is read, with a space or an equals sign', () => {
  expect(
    parseStandalone(['--users', '100000', '--port=9000', '--seed', '7', '--quota=off', '--fresh']),
  ).toEqual({
    users: 100_000,
    port: 9000,
    seed: 7,
    fresh: true,
    hasQuota: false,
    shouldHelp: false,
  });
});

test.each([
  [['--users', '5'], /--users needs a whole number from 200 to 300000/],
  [['--port', 'x'], /--port needs/],
  [['--seed', '-1'], /--seed needs/],
  [['--quota', 'maybe'], /--quota must be on or off/],
  [['--quiet'], /Unknown option "--quiet"/],
])('%j is refused in plain words', (given, sentence) => {
  expect(() => parseStandalone(given)).toThrow(sentence);
});
