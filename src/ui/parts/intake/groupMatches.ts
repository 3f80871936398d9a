import type { Principal } from '../../../base/principal';
import type { Match } from '../../../directory/types';
import type { LineEntry } from '../../../files/types';
import type { LineSource } from '../../../license-jobs/licenseJob';
import type { UnresolvedRow, OpenReason, SortedList } from './unresolvedRows';

/** A list whose entries were looked up. */
interface MatchedList {
  /** Unique among the lists, for keys. */
  readonly id: string;
  readonly name: string;
  /** Number of its lines, whether they name somebody or not. */
  readonly lineCount: number;
  readonly entries: readonly LineEntry[];
  /** Names of the lists that entries come from, where they come from several. */
  readonly entryNames?: readonly (string | undefined)[];
  /** One for each entry. */
  readonly matches: readonly Match[];
}

/**
 * Sorts the lines of a list into those that lead to somebody new and those that a person has to look at. Somebody who is
 * found by look-alike or invisible characters is asked about, not added.
 */
export function groupMatches(list: MatchedList, inList: ReadonlySet<string>): SortedList {
  const { id, entries, matches } = list;
  const known = new Set(inList);
  const principals: Principal[] = [];
  const sources = new Map<string, LineSource>();
  const open: UnresolvedRow[] = [];
  const repeated: UnresolvedRow[] = [];
  entries.forEach(({ text, lines, suspicion }, index) => {
    const found = decide(matches[index], suspicion !== undefined, known, (of) => entries[of]?.lines[0] ?? 0);
    const source = list.entryNames?.[index] ?? list.name;
    const line = { source, text, suspicion };
    if ('principal' in found) {
      known.add(found.principal.id);
      principals.push(found.principal);
      sources.set(found.principal.id.toLowerCase(), { list: source, line: lines[0] ?? 0 });
    } else {
      const isRepeated = found.reason.kind === 'duplicate' && found.reason.of !== 'list';
      const own = isRepeated ? lines : lines.slice(0, 1);
      const target = found.reason.kind === 'duplicate' ? repeated : open;
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
  // A line of several addresses is among the lines of several entries.
  const named = new Set(entries.flatMap(({ lines }) => lines)).size;
  return {
    principals,
    sources,
    open: [...open, ...repeated],
    matched: principals.length,
    blank: Math.max(0, list.lineCount - named),
  };
}

/** Decides what one answer of the directory comes to: somebody to add, or something to decide. */
export function decide(
  match: Match | undefined,
  isSuspicious: boolean,
  inList: ReadonlySet<string>,
  firstLineOf: (entry: number) => number,
): { readonly principal: Principal } | { readonly reason: OpenReason } {
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
