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
    // Of a group some get a seat and some do not, which the line itself says.
    if (line.findings.some(({ kind }) => kind === 'group-gains')) continue;
    const isSure = line.verdict === 'stop';
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
