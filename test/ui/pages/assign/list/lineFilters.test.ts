import type { PreflightFinding, PreflightLine } from '../../../../../src/licensing/preflight/preflight';
import { countFilters, selectLines } from '../../../../../src/ui/pages/assign/list/lineFilters';
import { fakePerson } from '../../../support/fakeHolders';

const line = (
  number: number,
  result: PreflightLine['result'],
  ...kinds: ('gets-seat' | 'no-seat-left' | 'usage-location-missing' | 'blocked-account' | 'guest')[]
): PreflightLine => ({
  principal: fakePerson(number, { displayName: `Zoë ${number}` }),
  findings: kinds.map((kind): PreflightFinding => ({ kind })),
  result,
});
const lines = [
  line(1, 'send', 'gets-seat'),
  line(2, 'risk', 'gets-seat', 'guest', 'blocked-account'),
  line(3, 'skip'),
  line(4, 'stop', 'usage-location-missing', 'guest'),
  line(5, 'stop', 'no-seat-left'),
];

test('a line counts for its decision and for each of its findings', () => {
  expect(countFilters(lines)).toEqual({
    sent: 2,
    licensed: 1,
    stopped: 2,
    'no-seat': 1,
    'no-location': 1,
    blocked: 1,
    guest: 2,
  });
});

test('a filter and a search narrow the list down together, in any case', () => {
  expect(selectLines(lines, 'guest', '')).toEqual([lines[1], lines[3]]);
  expect(selectLines(lines, 'guest', ' ZOË 4')).toEqual([lines[3]]);
  expect(selectLines(lines, undefined, 'person.5@')).toEqual([lines[4]]);
  expect(selectLines(lines, undefined, ' ')).toBe(lines);
});
