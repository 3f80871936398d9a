import { canRetry } from '../../src/license-jobs/canRetry';
import { operationNames } from '../../src/license-jobs/licenseJob';

const { changeLicenses, throughGroup } = operationNames;
const jobOf = (operation: string, context?: unknown) => ({ header: { operation }, context });

test.each([
  ['missing-plans', true],
  ['usage-location', true],
  ['forbidden', true],
  ['outcome-unknown', true],
  ['inherited', false],
  ['not-permitted', false],
  ['group-not-licensable', false],
  ['principal-not-found', true],
] as const)('a failure for %s can end otherwise: %s', (reason, expected) => {
  expect(canRetry({ kind: 'failed', reason }, jobOf(changeLicenses))).toBe(expected);
});

test('what was never sent can be, and what is done or left as it was is not touched', () => {
  expect(canRetry({ kind: 'cancelled' }, jobOf(changeLicenses))).toBe(true);
  expect(canRetry({ kind: 'done' }, jobOf(changeLicenses))).toBe(false);
  expect(canRetry({ kind: 'skipped', reason: 'inherited' }, jobOf(changeLicenses))).toBe(false);
});

test('a group that was refused when it was prepared refuses everyone again', () => {
  const context = { groupId: 'g', isMade: false, carriedBefore: false };
  const failed = { kind: 'failed', reason: 'missing-plans' } as const;
  expect(canRetry(failed, jobOf(throughGroup, context))).toBe(true);
  expect(canRetry(failed, jobOf(throughGroup, { ...context, refused: 'product-not-owned' }))).toBe(false);
});
