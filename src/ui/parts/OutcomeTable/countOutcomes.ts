import type { OutcomeCounts, OutcomeRow } from './OutcomeTable.types';

/** Counts what is settled; of those left out from the start, who needs nothing counts as skipped. */
export function countOutcomes(rows: readonly OutcomeRow[]): OutcomeCounts {
  const counts = { done: 0, accepted: 0, skipped: 0, failed: 0, cancelled: 0 };
  for (const { outcome, leftOut } of rows) {
    if (leftOut) counts[leftOut.kind === 'not-needed' ? 'skipped' : 'failed'] += 1;
    else if (outcome?.kind === 'done' && outcome.pending) counts.accepted += 1;
    else if (outcome) counts[outcome.kind] += 1;
  }
  return counts;
}
