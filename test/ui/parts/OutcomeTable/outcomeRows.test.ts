import { AppError } from '../../../../src/base/appError';
import type { Outcome } from '../../../../src/base/outcome';
import type { LicensingCode } from '../../../../src/licensing/types';
import { codeOfThrown } from '../../../../src/ui/parts/OutcomeTable/codeOfThrown';
import { countOutcomes } from '../../../../src/ui/parts/OutcomeTable/countOutcomes';
import { joinRuns } from '../../../../src/ui/parts/OutcomeTable/joinRuns';
import { fakePerson } from '../../support/fakeHolders';

const entry = (number: number, outcome: Outcome<LicensingCode>) => {
  const principal = fakePerson(number);
  return {
    item: { principal, change: { principal, add: [], remove: [] } },
    progress: 'settled' as const,
    outcome,
  };
};
const state = (...items: ReturnType<typeof entry>[]) => ({
  status: 'finished' as const,
  items,
  settled: items.length,
});

test('a repeated failure replaces the first outcome and keeps its place', () => {
  const rows = joinRuns([
    state(entry(1, { kind: 'failed', reason: 'throttled' }), entry(2, { kind: 'done' })),
    state(entry(1, { kind: 'done' })),
  ]);
  expect(rows.map(({ principal, outcome }) => [principal.displayName, outcome?.kind])).toEqual([
    ['Person 1', 'done'],
    ['Person 2', 'done'],
  ]);
});

test('who could not be sent counts as failed, who needs nothing as skipped', () => {
  const row = { principal: fakePerson(1), progress: 'settled' as const, outcome: undefined };
  expect(
    countOutcomes([
      { ...row, leftOut: { kind: 'not-needed', reason: '' } },
      { ...row, leftOut: { kind: 'not-possible', reason: '' } },
      { ...row, outcome: { kind: 'done' } },
      { ...row, outcome: { kind: 'skipped', reason: 'already-so' } },
      { ...row, outcome: { kind: 'cancelled' } },
      { ...row, outcome: { kind: 'done', pending: true } },
      { ...row, progress: 'waiting' },
    ]),
  ).toEqual({ done: 1, accepted: 1, skipped: 2, failed: 1, cancelled: 1 });
});

test('a call that threw is reported as unknown unless it is sure that nothing happened', () => {
  expect(codeOfThrown(new AppError('forbidden'))).toBe('forbidden');
  expect(codeOfThrown(new AppError('conflict'))).toBe('concurrent-change');
  expect(codeOfThrown(new AppError('timed-out'))).toBe('outcome-unknown');
  expect(codeOfThrown(new AppError('internal'))).toBe('outcome-unknown');
});
