import type { LicensingCode } from '../../../licensing/types';
import type { RunState } from '../../../jobs/types';
import type { ChangeItem, OutcomeRow } from './OutcomeTable.types';

/** One row a principal over a run and the runs that repeated its failures, in the order of the first; the latest counts. */
export function joinRuns(states: readonly RunState<ChangeItem, LicensingCode>[]): readonly OutcomeRow[] {
  const rows = new Map<string, OutcomeRow>();
  for (const { items } of states) {
    for (const { item, progress, outcome } of items) {
      rows.set(item.principal.id, { principal: item.principal, progress, outcome });
    }
  }
  return [...rows.values()];
}
