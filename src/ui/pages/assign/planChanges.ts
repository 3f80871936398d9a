import type { PreflightLine } from '../../../licensing/preflight';
import type { ChangeItem, OutcomeRow } from '../../parts/OutcomeTable/OutcomeTable.types';

/** Whether a line is sent: what needs nothing, or would be refused for sure, is not. */
export function isSent({ verdict }: PreflightLine): boolean {
  return verdict === 'send' || verdict === 'risk';
}

/** The changes that assign a SKU to those of the lines that are sent. */
export function planChanges(
  lines: readonly PreflightLine[],
  skuId: string,
  disabledPlanIds: readonly string[],
): ChangeItem[] {
  return lines.filter(isSent).map(({ principal }) => ({
    principal,
    change: {
      principal: { kind: principal.kind, id: principal.id },
      add: [{ skuId, disabledPlanIds }],
      remove: [],
    },
  }));
}

/** Rows of the result for the lines that are not sent, each with the reason in words. */
export function leftOutRows(
  lines: readonly PreflightLine[],
  reasonOf: (line: PreflightLine) => string,
): OutcomeRow[] {
  return lines
    .filter((line) => !isSent(line))
    .map((line) => ({
      principal: line.principal,
      progress: 'settled',
      outcome: undefined,
      leftOut: { kind: line.verdict === 'skip' ? 'not-needed' : 'not-possible', reason: reasonOf(line) },
    }));
}
