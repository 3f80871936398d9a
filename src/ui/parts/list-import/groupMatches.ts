import { forEachInSteps, type Steps } from '../../../base/async/inSlices';
import type { Principal } from '../../../base/principal';
import type { Match } from '../../../directory/types';
import type { LineEntry } from '../../../files/types';
import type { LineSource } from '../../../license-jobs/licenseJob';
import type { UnresolvedRow, RowReason, GroupedMatches } from './unresolvedRows';

/** List with the results of the lookup. */
interface MatchedList {
  /** Unique among the lists, for keys. */
  readonly id: string;
  readonly name: string;
  /** Number of all lines, including blank ones. */
  readonly lineCount: number;
  readonly entries: readonly LineEntry[];
  /** List names of the entries, if they come from several lists. */
  readonly entryNames?: readonly (string | undefined)[];
  /** One for each entry. */
  readonly matches: readonly Match[];
}

/**
 * Groups the lines of a list into matched principals and unresolved rows. A match by look-alike or invisible
 * characters stays unresolved, so that a person confirms it. In steps, since a list may have 100,000 entries.
 */
export function* groupMatches(list: MatchedList, inList: ReadonlySet<string>): Steps<GroupedMatches> {
  const { id, entries } = list;
  const matches = yield* preferCertain(entries, list.matches);
  const known = new Set(inList);
  const principals: Principal[] = [];
  const sources = new Map<string, LineSource>();
  const unresolved: UnresolvedRow[] = [];
  const repeated: UnresolvedRow[] = [];
  // A line with several addresses belongs to several entries.
  const namedLines = new Set<number>();
  yield* forEachInSteps(entries.entries(), ([index, { text, lines, suspicion }]) => {
    lines.forEach((line) => namedLines.add(line));
    const found = decide(matches[index], suspicion !== undefined, known, (of) => entries[of]?.lines[0] ?? 0);
    const source = list.entryNames?.[index] ?? list.name;
    const line = { listId: id, source, text, suspicion };
    if ('principal' in found) {
      known.add(found.principal.id);
      principals.push(found.principal);
      sources.set(found.principal.id.toLowerCase(), { list: source, line: lines[0] ?? 0 });
    } else {
      const isRepeated = found.reason.kind === 'duplicate' && found.reason.of !== 'list';
      const own = isRepeated ? lines : lines.slice(0, 1);
      const target = found.reason.kind === 'duplicate' ? repeated : unresolved;
      target.push({ ...line, key: `${id}:${index}`, lines: own, reason: found.reason });
      if (isRepeated) return;
    }
    const [first = 0, ...again] = lines;
    if (again.length > 0) {
      repeated.push({
        ...line,
        key: `${id}:${index}+`,
        lines: again,
        reason: { kind: 'duplicate', of: first },
      });
    }
  });
  return {
    id,
    principals,
    sources,
    unresolved: [...unresolved, ...repeated],
    matched: principals.length,
    blank: Math.max(0, list.lineCount - namedLines.size),
  };
}

/**
 * Assigns a principal that several lines match to the first line without a suspicion. The directory assigns it to the
 * first of all lines; dropping a suspicious line must not lose the certain one. If all lines are suspicious, each
 * stays unresolved.
 */
export function* preferCertain(
  entries: readonly Pick<LineEntry, 'suspicion'>[],
  matches: readonly Match[],
): Steps<readonly Match[]> {
  const matched = (match: Match) => {
    const answer = match.kind === 'duplicate' ? matches[match.of] : match;
    return answer?.kind === 'matched' ? answer : undefined;
  };
  const owners = new Map<string, number>();
  yield* forEachInSteps(matches.entries(), ([index, match]) => {
    const found = entries[index]?.suspicion === undefined ? matched(match) : undefined;
    if (found && !owners.has(found.principal.id)) owners.set(found.principal.id, index);
  });
  const preferred: Match[] = [];
  yield* forEachInSteps(matches.entries(), ([index, match]) => {
    const found = matched(match);
    const of = found && owners.get(found.principal.id);
    preferred.push(of === undefined || of === index ? (found ?? match) : { kind: 'duplicate', of });
  });
  return preferred;
}

/** Converts a match into a principal to add or a reason that a person must decide. */
export function decide(
  match: Match | undefined,
  isSuspicious: boolean,
  inList: ReadonlySet<string>,
  firstLineOf: (entry: number) => number,
): { readonly principal: Principal } | { readonly reason: RowReason } {
  switch (match?.kind) {
    case undefined:
      return { reason: { kind: 'unknown', why: 'not-found' } };
    case 'duplicate':
      return { reason: { kind: 'duplicate', of: firstLineOf(match.of) } };
    case 'matched':
      if (inList.has(match.principal.id)) return { reason: { kind: 'duplicate', of: 'list' } };
      if (isSuspicious) return { reason: { kind: 'suspicious', candidates: [match.principal] } };
      return { principal: match.principal };
    case 'ambiguous':
    case 'unknown':
      return { reason: match };
  }
}
