import type { PreflightLine } from '../../../../licensing/preflight/preflight';
import type { Messages } from '../../../messages/types';

/** Returns the texts above the lines at which the licenses of a product run out. Empty for a single line. */
export function seatMarks(
  lines: readonly PreflightLine[],
  { assign }: Messages,
): ReadonlyMap<PreflightLine, string> {
  const marks = new Map<PreflightLine, string>();
  if (lines.length < 2) return marks;
  const seen = new Set<string>();
  for (const line of lines) {
    // The line of a group says itself how many members get a license.
    if (line.findings.some(({ kind }) => kind === 'group-gains')) continue;
    const isSure = line.result === 'stop';
    for (const finding of line.findings) {
      if (finding.kind !== 'no-seat-left') continue;
      if (!finding.products) return marks.set(line, isSure ? assign.fromHereNoSeat : assign.fromHereMayLack);
      const fresh = finding.products.filter((name) => !seen.has(name));
      fresh.forEach((name) => seen.add(name));
      if (fresh.length > 0)
        marks.set(line, isSure ? assign.fromHereNoSeatOf(fresh) : assign.fromHereMayLackOf(fresh));
    }
  }
  return marks;
}
