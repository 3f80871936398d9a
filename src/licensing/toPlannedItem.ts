import type { Outcome } from '../base/outcome';
import type { PlannedLicenseItem } from './planItem';
import type { PreflightFinding, PreflightLine } from './preflight';
import type { Change, LicensingCode } from './types';

/**
 * Turns a line of the pre-flight into an item of a job. Lines that are not sent have their outcome from the start, so
 * that the report names everybody of the list.
 */
export function toPlannedItem(
  { principal, verdict, findings }: PreflightLine,
  { add, remove }: Pick<Change, 'add' | 'remove'>,
): PlannedLicenseItem {
  const { kind, id } = principal;
  const input = { principal, change: { principal: { kind, id }, add, remove } };
  const key = id.toLowerCase();
  if (verdict === 'send' || verdict === 'risk') return { key, input };
  return { key, input, outcome: outcomeOf(findings) };
}

const outcomes: Readonly<Partial<Record<PreflightFinding['kind'], Outcome<LicensingCode>>>> = {
  'has-already': { kind: 'skipped', reason: 'already-so' },
  'has-through-group': { kind: 'skipped', reason: 'through-group' },
  'not-permitted': { kind: 'failed', reason: 'not-permitted' },
  'role-assignable-group': { kind: 'failed', reason: 'not-permitted' },
  'group-not-licensable': { kind: 'failed', reason: 'group-not-licensable' },
  'usage-location-missing': { kind: 'failed', reason: 'usage-location' },
  'no-seat-left': { kind: 'failed', reason: 'no-seats' },
};

/** The first finding that decides; findings stand in the order of their weight. */
function outcomeOf(findings: readonly PreflightFinding[]): Outcome<LicensingCode> {
  for (const { kind } of findings) {
    const outcome = outcomes[kind];
    if (outcome) return outcome;
  }
  return { kind: 'failed', reason: 'refused' };
}
