import type { Outcome } from '../../../../../src/base/outcome';
import type { LicensingCode } from '../../../../../src/licensing/types';
import type { LicenseJobItem } from '../../../../../src/license-jobs/licenseJob';
import { countOutcomes } from '../../../../../src/ui/parts/JobPanel/outcomes/countOutcomes';
import {
  groupOutcomes,
  outcomeNameOf,
  selectOutcomes,
  type OutcomeFilter,
} from '../../../../../src/ui/parts/JobPanel/outcomes/selectOutcomes';
import { fakePerson } from '../../../support/fakeHolders';

function item(displayName: string, outcome?: Outcome<LicensingCode>): LicenseJobItem {
  const principal = fakePerson(1, { displayName });
  const change = { principal, add: [], remove: [] };
  return {
    key: displayName,
    input: { principal, change },
    progress: outcome ? 'settled' : 'started',
    before: undefined,
    outcome,
  };
}

function select(filters: readonly OutcomeFilter[], search: string, ...items: LicenseJobItem[]) {
  const list = {
    length: items.length,
    at: (place: number) => items[place],
    [Symbol.iterator]: () => items.values(),
  };
  return selectOutcomes(list, new Set(filters), search, [...items.keys()]);
}

test('each outcome falls under one filter', () => {
  expect(outcomeNameOf(undefined)).toBe('waiting');
  expect(outcomeNameOf({ kind: 'done' })).toBe('done');
  expect(outcomeNameOf({ kind: 'done', pending: true })).toBe('pending');
  expect(outcomeNameOf({ kind: 'done', shortfall: 1 })).toBe('partly');
  expect(outcomeNameOf({ kind: 'skipped', reason: 'no-change' })).toBe('skipped');
  expect(outcomeNameOf({ kind: 'failed', reason: 'no-licenses-available' })).toBe('failed');
  const half = { kind: 'failed', reason: 'throttled', made: { given: [], taken: ['a'] } } as const;
  expect(outcomeNameOf(half)).toBe('halfDone');
  expect(outcomeNameOf({ kind: 'cancelled' })).toBe('cancelled');
});

test('the half-done stand before all others and by themselves, and are not counted as failed as well', () => {
  const counts = { waiting: 0, started: 0, done: 1, pending: 0, skipped: 0, failed: 3, cancelled: 0 };
  expect([...countOutcomes({ ...counts, halfDone: 1 })]).toEqual([
    ['halfDone', 1],
    ['failed', 2],
    ['done', 1],
  ]);
  const half = { kind: 'failed', reason: 'throttled', made: { given: [], taken: ['a'] } } as const;
  const items = [item('a', { kind: 'failed', reason: 'throttled' }), item('b', half)];
  const list = {
    length: items.length,
    at: (place: number) => items[place],
    [Symbol.iterator]: () => items.values(),
  };
  expect(groupOutcomes(list, [0, 1])).toEqual([
    { filter: 'halfDone', cause: undefined, indexes: [1] },
    { filter: 'failed', cause: 'throttled', indexes: [0] },
  ]);
});

test('failures are grouped by cause, the most frequent first, and stand before everything else', () => {
  const failed = (reason: LicensingCode) => item('a', { kind: 'failed', reason });
  const items = [
    item('a', { kind: 'done' }),
    failed('throttled'),
    failed('usage-location'),
    item('a', { kind: 'done', shortfall: 2 }),
    item('a', { kind: 'skipped', reason: 'no-change' }),
    failed('usage-location'),
  ];
  const list = {
    length: items.length,
    at: (place: number) => items[place],
    [Symbol.iterator]: () => items.values(),
  };
  expect(groupOutcomes(list, [0, 1, 2, 3, 4, 5])).toEqual([
    { filter: 'failed', cause: 'usage-location', indexes: [2, 5] },
    { filter: 'failed', cause: 'throttled', indexes: [1] },
    { filter: 'partly', cause: undefined, indexes: [3] },
    { filter: 'done', cause: undefined, indexes: [0] },
    { filter: 'skipped', cause: undefined, indexes: [4] },
  ]);
  expect(groupOutcomes(list, [0])).toEqual([{ filter: 'done', cause: undefined, indexes: [0] }]);
});

test('filters add up, and the search narrows what they let through', () => {
  const items = [
    item('Åsa Lind', { kind: 'done' }),
    item('Bo Ek', { kind: 'failed', reason: 'no-licenses-available' }),
    item('Åsa Ek', { kind: 'failed', reason: 'throttled' }),
    item('Cleo'),
  ];
  expect(select([], '', ...items)).toEqual([0, 1, 2, 3]);
  expect(select(['done', 'failed'], '', ...items)).toEqual([0, 1, 2]);
  expect(select([], ' asa ', ...items)).toEqual([0, 2]);
  expect(select(['failed'], 'asa', ...items)).toEqual([2]);
  expect(select([], 'person.1@', ...items)).toEqual([0, 1, 2, 3]);
  // Nearly all addresses of an organization have the same domain.
  expect(select([], 'wrenfold', ...items)).toEqual([]);
  expect(select(['cancelled'], '', ...items)).toEqual([]);
});
