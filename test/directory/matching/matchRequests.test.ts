import { matchRequests } from '../../../src/directory/matching/matchRequests';
import type { MatchEntry } from '../../../src/directory/types';

const entries = (kind: MatchEntry['kind'], count: number): MatchEntry[] =>
  Array.from({ length: count }, (_, index) => ({ kind, text: `${kind} ${index}` }));

test.each<[MatchEntry['kind'], number, number]>([
  ['address', 0, 0],
  ['address', 1, 6],
  ['address', 15, 6],
  ['address', 16, 12],
  ['object-id', 30, 4],
  ['account', 16, 2],
  ['employee-id', 15, 1],
  ['display-name', 150, 20 + 20],
])('%s: %i entries take %i requests at most', (kind, count, requests) => {
  expect(matchRequests(entries(kind, count), 1_000_000)).toBe(requests);
});

test.each([
  [1_000, 100_000, 5_000, 2 + 107],
  [300, 100_000, 5_000, 2 + 120],
  [100_000, 100_000, 5_000, 2 + 107],
  [100_000, 1_000, 10, 2 + 3],
])('%i addresses in a tenant of %i people and %i groups take %i', (count, users, groups, requests) => {
  expect(matchRequests(entries('address', count), users, groups)).toBe(requests);
});
