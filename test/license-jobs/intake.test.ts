import { runToEnd } from '../../src/base/async/inSlices';
import { withIntake, type UnresolvedLine } from '../../src/license-jobs/intake';
import { toUndoSubject, type LicenseJobPlan } from '../../src/license-jobs/licenseJob';

const id = '00000000-0000-4000-8000-00000000000a';
const plan: LicenseJobPlan = {
  operation: 'change-licenses',
  subject: { kind: 'assign', products: [] },
  items: [
    {
      key: id,
      input: {
        principal: { kind: 'user', id, displayName: 'Ann', address: 'ann@wrenfold.example' },
        change: { principal: { kind: 'user', id }, add: [], remove: [] },
      },
    },
  ],
};
const line: UnresolvedLine = { list: 'staff.csv', line: 2, text: 'who', reason: 'not-found' };

test('an item has the line that its principal comes from', () => {
  const source = { list: 'staff.csv', line: 1 };
  const planned = runToEnd(withIntake(plan, { sources: new Map([[id, source]]), unresolved: [] }));
  expect(planned.items[0]?.input.source).toEqual(source);
  expect(planned.subject).toEqual(plan.subject);
  expect(runToEnd(withIntake(plan, { sources: new Map(), unresolved: [] })).items).toEqual(plan.items);
});

test('a job keeps a thousand lines and counts the others; its undo keeps none', () => {
  const unresolved = Array.from({ length: 1_002 }, () => line);
  const { subject } = runToEnd(withIntake(plan, { sources: new Map(), unresolved }));
  expect(subject.unresolved?.lines).toHaveLength(1_000);
  expect(subject.unresolved?.more).toBe(2);
  expect(toUndoSubject(subject)).toEqual({ ...plan.subject, isUndo: true });
});

test('duplicates are kept after the other lines, so that those stay if there are too many', () => {
  const duplicate = { ...line, reason: 'duplicate' } as const;
  const unresolved = [duplicate, ...Array.from({ length: 999 }, () => line), duplicate];
  const { subject } = runToEnd(withIntake(plan, { sources: new Map(), unresolved }));
  expect(subject.unresolved?.lines.map(({ reason }) => reason)).toEqual([
    ...Array.from({ length: 999 }, () => 'not-found'),
    'duplicate',
  ]);
  expect(subject.unresolved?.more).toBe(1);
});

test('a job keeps no more of a line than any name or address has', () => {
  const unresolved = ['a'.repeat(256), 'b'.repeat(32_767), `${'c'.repeat(254)}😀😀`].map((text) => ({
    ...line,
    text,
  }));
  const { subject } = runToEnd(withIntake(plan, { sources: new Map(), unresolved }));
  expect(subject.unresolved?.lines.map(({ text }) => text)).toEqual([
    'a'.repeat(256),
    `${'b'.repeat(255)}…`,
    `${'c'.repeat(254)}…`,
  ]);
});
