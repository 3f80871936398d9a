import type { Outcome } from '../../../../../src/base/outcome';
import type { LicensingCode } from '../../../../../src/licensing/types';
import type { LicenseJobItem } from '../../../../../src/license-jobs/licenseJob';
import {
  outcomeFilterOf,
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
  return selectOutcomes(list, new Set(filters), search);
}

test('each outcome falls under one filter, failures under that of their reason', () => {
  expect(outcomeFilterOf(item('a'))).toBe('waiting');
  expect(outcomeFilterOf(item('a', { kind: 'done' }))).toBe('done');
  expect(outcomeFilterOf(item('a', { kind: 'done', pending: true }))).toBe('pending');
  expect(outcomeFilterOf(item('a', { kind: 'skipped', reason: 'no-change' }))).toBe('skipped');
  expect(outcomeFilterOf(item('a', { kind: 'failed', reason: 'no-licenses-available' }))).toBe(
    'failed no-licenses-available',
  );
  expect(outcomeFilterOf(item('a', { kind: 'cancelled' }))).toBe('cancelled');
});

test('filters add up, and the search narrows what they let through', () => {
  const items = [
    item('Åsa Lind', { kind: 'done' }),
    item('Bo Ek', { kind: 'failed', reason: 'no-licenses-available' }),
    item('Åsa Ek', { kind: 'failed', reason: 'throttled' }),
    item('Cleo'),
  ];
  expect(select([], '', ...items)).toEqual([0, 1, 2, 3]);
  expect(select(['done', 'failed no-licenses-available'], '', ...items)).toEqual([0, 1]);
  expect(select([], ' asa ', ...items)).toEqual([0, 2]);
  expect(select(['failed throttled', 'failed no-licenses-available'], 'asa', ...items)).toEqual([2]);
  expect(select([], 'person.1@', ...items)).toEqual([0, 1, 2, 3]);
  // Nearly all addresses of an organization have the same domain.
  expect(select([], 'wrenfold', ...items)).toEqual([]);
  expect(select(['cancelled'], '', ...items)).toEqual([]);
});
