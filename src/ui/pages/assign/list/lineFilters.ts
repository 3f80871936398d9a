import type { PreflightFinding, PreflightLine } from '../../../../licensing/preflight/preflight';

/** What lines can be narrowed down to, in the order in which they are offered; a line can fit several. */
export const lineFilters = ['sent', 'held', 'stopped', 'no-seat', 'no-location', 'blocked', 'guest'] as const;

/** One of the ways to narrow the list down. */
export type LineFilter = (typeof lineFilters)[number];

const byFinding: Readonly<Partial<Record<PreflightFinding['kind'], LineFilter>>> = {
  'no-seat-left': 'no-seat',
  'usage-location-missing': 'no-location',
  'blocked-account': 'blocked',
  guest: 'guest',
};
const byVerdict = { send: 'sent', risk: 'sent', skip: 'held', stop: 'stopped' } as const satisfies Record<
  PreflightLine['verdict'],
  LineFilter
>;

function fits({ verdict, findings }: PreflightLine, filter: LineFilter): boolean {
  return byVerdict[verdict] === filter || findings.some(({ kind }) => byFinding[kind] === filter);
}

/** How many lines each filter leaves. */
export function countFilters(lines: readonly PreflightLine[]): Readonly<Record<LineFilter, number>> {
  const counts = { sent: 0, held: 0, stopped: 0, 'no-seat': 0, 'no-location': 0, blocked: 0, guest: 0 };
  for (const { verdict, findings } of lines) {
    counts[byVerdict[verdict]] += 1;
    for (const { kind } of findings) {
      const filter = byFinding[kind];
      if (filter) counts[filter] += 1;
    }
  }
  return counts;
}

/** The lines that fit a filter, if any, and have a text in their name or address, in their order. */
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
