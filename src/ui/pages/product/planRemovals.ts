import type { ChangeItem, OutcomeRow } from '../../parts/OutcomeTable/OutcomeTable.types';
import type { RemovalLine } from './useConsequences';

/** The changes that take a SKU from those of the lines that are sent. */
export function planRemovals(lines: readonly RemovalLine[], skuId: string): ChangeItem[] {
  return lines
    .filter(({ consequence }) => consequence.isSent)
    .map(({ principal }) => ({
      principal,
      change: { principal: { kind: principal.kind, id: principal.id }, add: [], remove: [skuId] },
    }));
}

/** Rows of the result for the lines that are not sent, each with the reason in words. */
export function keptRows(
  lines: readonly RemovalLine[],
  reasonOf: (line: RemovalLine) => string,
): OutcomeRow[] {
  return lines
    .filter(({ consequence }) => !consequence.isSent)
    .map((line) => ({
      principal: line.principal,
      progress: 'settled',
      outcome: undefined,
      leftOut: {
        kind: line.consequence.kind === 'not-permitted' ? 'not-possible' : 'not-needed',
        reason: reasonOf(line),
      },
    }));
}
