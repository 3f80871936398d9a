import type { PreflightLine } from '../../../../licensing/preflight/preflight';
import type { Messages } from '../../../messages/types';

/** What stands above the lines at which the seats of a product run out; nothing where there is one line. */
export function seatMarks(
  lines: readonly PreflightLine[],
  { assign }: Messages,
): ReadonlyMap<PreflightLine, string> {
  const marks = new Map<PreflightLine, string>();
  if (lines.length < 2) return marks;
  const seen = new Set<string>();
  for (const line of lines) {
    for (const finding of line.findings) {
      if (finding.kind !== 'no-seat-left') continue;
      if (!finding.products) return marks.set(line, assign.fromHereNoSeat);
      const fresh = finding.products.filter((name) => !seen.has(name));
      fresh.forEach((name) => seen.add(name));
      if (fresh.length > 0) marks.set(line, assign.fromHereNoSeatOf(fresh));
    }
  }
  return marks;
}
