import type { PreflightFinding, PreflightLine } from '../../../../licensing/preflight/preflight';
import type { UnresolvedKind } from '../../../messages/en/assign/listImport';
import type { UnresolvedRow } from '../../../parts/list-import/unresolvedRows';

/** Filters by what happens to a line. Each line matches `all` and one other, so that their counts add up. */
export const lineFilters = ['all', 'fix', 'checking', 'sent', 'licensed', 'stopped', 'duplicates'] as const;

/** Name of a filter by what happens to a line. */
export type LineFilter = (typeof lineFilters)[number];

/** Filters by a reason. A line can match several, or none. */
export const lineReasons = [
  'ambiguous',
  'suspicious',
  'unknown',
  'no-seat',
  'no-location',
  'blocked',
  'guest',
] as const;

/** Name of a filter by a reason. */
export type LineReason = (typeof lineReasons)[number];

/** Name of a filter of the list. */
export type ListFilter = LineFilter | LineReason;

/** Users and groups of the list, and the lines that aren't resolved yet. */
interface ListContent {
  readonly lines: readonly PreflightLine[];
  readonly unresolved: readonly UnresolvedRow[];
  /** Ids of principals whose data is still loading. */
  readonly pending: ReadonlySet<string>;
}

/** A part of the list with a head. */
type ListSection = 'attention' | 'list' | 'duplicates';

/** Row of the list: a head, an unresolved line, or a user or group. */
export type ListRow =
  | { readonly kind: 'section'; readonly key: string; readonly section: ListSection; readonly count: number }
  | { readonly kind: 'unresolved'; readonly key: string; readonly row: UnresolvedRow }
  | {
      readonly kind: 'line';
      readonly key: string;
      readonly line: PreflightLine;
      readonly isPending: boolean;
    };

const filterByResult = {
  send: 'sent',
  risk: 'sent',
  skip: 'licensed',
  stop: 'stopped',
} as const satisfies Record<PreflightLine['result'], LineFilter>;

const reasonByFinding: Readonly<Partial<Record<PreflightFinding['kind'], LineReason>>> = {
  'no-seat-left': 'no-seat',
  'usage-location-missing': 'no-location',
  'blocked-account': 'blocked',
  guest: 'guest',
};

function filterOf({ principal, result }: PreflightLine, pending: ReadonlySet<string>): LineFilter {
  return pending.has(principal.id) ? 'checking' : filterByResult[result];
}

function filterOfUnresolved({ reason }: UnresolvedRow): LineFilter {
  return reason.kind === 'duplicate' ? 'duplicates' : 'fix';
}

const unresolvedReasons: readonly UnresolvedKind[] = ['ambiguous', 'suspicious', 'unknown'];

/** Counts the lines that match each filter. A row of several duplicate lines counts as several. */
export function countFilters({
  lines,
  unresolved,
  pending,
}: ListContent): Readonly<Record<ListFilter, number>> {
  const counts: Record<ListFilter, number> = {
    all: 0,
    fix: 0,
    checking: 0,
    sent: 0,
    licensed: 0,
    stopped: 0,
    duplicates: 0,
    ambiguous: 0,
    suspicious: 0,
    unknown: 0,
    'no-seat': 0,
    'no-location': 0,
    blocked: 0,
    guest: 0,
  };
  for (const row of unresolved) {
    counts.all += row.lines.length;
    counts[filterOfUnresolved(row)] += row.lines.length;
    if (row.reason.kind !== 'duplicate') counts[row.reason.kind] += row.lines.length;
  }
  for (const line of lines) {
    counts.all += 1;
    counts[filterOf(line, pending)] += 1;
    for (const { kind } of line.findings) {
      const reason = reasonByFinding[kind];
      if (reason) counts[reason] += 1;
    }
  }
  return counts;
}

/** Unresolved rows and lines that match a filter and a search. */
interface ListSelection {
  readonly unresolved: readonly UnresolvedRow[];
  readonly lines: readonly PreflightLine[];
}

/** Returns what matches the filter and contains the search text in a name, an address, or as it was written. */
export function selectFromList(
  { lines, unresolved, pending }: ListContent,
  filter: ListFilter,
  search: string,
): ListSelection {
  const text = search.trim().toLocaleLowerCase();
  const hasText = (...values: readonly string[]): boolean =>
    !text || values.some((value) => value.toLocaleLowerCase().includes(text));
  const fits = ({ findings }: PreflightLine): boolean =>
    findings.some(({ kind }) => reasonByFinding[kind] === filter);
  return {
    unresolved: unresolved.filter(
      (row) =>
        (filter === 'all' || filterOfUnresolved(row) === filter || isReason(row, filter)) &&
        hasText(row.text),
    ),
    lines: lines.filter(
      (line) =>
        (filter === 'all' || filterOf(line, pending) === filter || fits(line)) &&
        hasText(line.principal.displayName, line.principal.address),
    ),
  };
}

function isReason({ reason: { kind } }: UnresolvedRow, filter: ListFilter): boolean {
  return unresolvedReasons.includes(kind) && kind === filter;
}

/** Returns the rows to show: first what needs attention, then the users and groups, then the duplicates. */
export function toListRows(
  { lines, unresolved }: ListSelection,
  pending: ReadonlySet<string>,
  /** True to put a head above each part, unless there are only users and groups. */
  hasHeads: boolean,
): readonly ListRow[] {
  const isDuplicate = (row: UnresolvedRow): boolean => row.reason.kind === 'duplicate';
  const attention = unresolved.filter((row) => !isDuplicate(row)).map(toUnresolvedRow);
  const duplicates = unresolved.filter(isDuplicate).map(toUnresolvedRow);
  const people = lines.map((line): ListRow => ({
    kind: 'line',
    key: line.principal.id,
    line,
    isPending: pending.has(line.principal.id),
  }));
  const parts = [
    { section: 'attention', rows: attention },
    { section: 'list', rows: people },
    { section: 'duplicates', rows: duplicates },
  ] as const;
  const filled = parts.filter(({ rows }) => rows.length > 0);
  if (!hasHeads || filled.every(({ section }) => section === 'list'))
    return filled.flatMap(({ rows }): readonly ListRow[] => rows);
  return filled.flatMap(({ section, rows }): readonly ListRow[] => [
    { kind: 'section', key: `section ${section}`, section, count: countLines(rows) },
    ...rows,
  ]);
}

function toUnresolvedRow(row: UnresolvedRow): ListRow {
  return { kind: 'unresolved', key: `row ${row.key}`, row };
}

function countLines(rows: readonly ListRow[]): number {
  return rows.reduce((sum, each) => sum + (each.kind === 'unresolved' ? each.row.lines.length : 1), 0);
}
