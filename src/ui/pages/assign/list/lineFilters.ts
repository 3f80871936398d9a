import type { PreflightFinding, PreflightLine } from '../../../../licensing/preflight/preflight';

/** Filters in the order in which they are shown. A line can match several. */
export const lineFilters = [
  'sent',
  'licensed',
  'stopped',
  'no-seat',
  'no-location',
  'blocked',
  'guest',
] as const;

/** Name of a filter. */
export type LineFilter = (typeof lineFilters)[number];

const byFinding: Readonly<Partial<Record<PreflightFinding['kind'], LineFilter>>> = {
  'no-seat-left': 'no-seat',
  'usage-location-missing': 'no-location',
  'blocked-account': 'blocked',
  guest: 'guest',
};
const filterByResult = {
  send: 'sent',
  risk: 'sent',
  skip: 'licensed',
  stop: 'stopped',
} as const satisfies Record<PreflightLine['result'], LineFilter>;

function fits({ result, findings }: PreflightLine, filter: LineFilter): boolean {
  return filterByResult[result] === filter || findings.some(({ kind }) => byFinding[kind] === filter);
}

/** Counts the lines that match each filter. */
export function countFilters(lines: readonly PreflightLine[]): Readonly<Record<LineFilter, number>> {
  const counts = { sent: 0, licensed: 0, stopped: 0, 'no-seat': 0, 'no-location': 0, blocked: 0, guest: 0 };
  for (const { result, findings } of lines) {
    counts[filterByResult[result]] += 1;
    for (const { kind } of findings) {
      const filter = byFinding[kind];
      if (filter) counts[filter] += 1;
    }
  }
  return counts;
}

/** Returns the lines that match the filter and whose name or address contains the search text. */
export function selectLines(
  lines: readonly PreflightLine[],
  filter: LineFilter | undefined,
  search: string,
): readonly PreflightLine[] {
  const text = search.trim().toLocaleLowerCase();
  if (!filter && !text) return lines;
  return lines.filter(
    (line) =>
      (!filter || fits(line, filter)) &&
      (!text ||
        line.principal.displayName.toLocaleLowerCase().includes(text) ||
        line.principal.address.toLocaleLowerCase().includes(text)),
  );
}
