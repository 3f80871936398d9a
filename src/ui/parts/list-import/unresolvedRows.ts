import type { Principal } from '../../../base/principal';
import type { Match } from '../../../directory/types';
import type { Suspicion } from '../../../files/types';
import type { LineSource } from '../../../license-jobs/licenseJob';
import type { LineTally, OpenKind } from '../../messages/en/assign/listImport';

/** Reason that keeps a line of a list from being somebody in the list. */
export type RowReason =
  | Extract<Match, { kind: 'ambiguous' }>
  /** Written with look-alike or invisible characters; the one candidate has exactly this name or address. */
  | { readonly kind: 'suspicious'; readonly candidates: readonly Principal[] }
  | Extract<Match, { kind: 'unknown' }>
  /** Asks for the same as a line before, or for somebody who is in the list already. */
  | { readonly kind: 'duplicate'; readonly of: number | 'list' };

/** The kinds of open lines, those that want a person's attention first. */
export const rowKinds: readonly OpenKind[] = ['ambiguous', 'suspicious', 'unknown', 'duplicate'];

/** Lines of a pasted or dropped list that stay visible until a person corrects or drops them. */
export interface UnresolvedRow {
  readonly key: string;
  /** Name of the list, such as that of the file. */
  readonly source: string;
  /** Lines of the list, from 1, ascending. */
  readonly lines: readonly number[];
  readonly text: string;
  readonly suspicion: Suspicion | undefined;
  readonly reason: RowReason;
}

/** A list whose lines were looked up, sorted by what they came to. */
export interface GroupedMatches {
  /** To be put into the list of those who get the product. */
  readonly principals: readonly Principal[];
  readonly unresolved: readonly UnresolvedRow[];
  /** Lines that `principals` come from, by their ids in lower case. */
  readonly sources?: ReadonlyMap<string, LineSource>;
  /** Number of lines that led to `principals`. */
  readonly matched: number;
  /** Number of lines without a name or address. */
  readonly blank: number;
}

/** All lists that were given so far: every line is matched, open, dropped or blank. */
interface RowsState {
  readonly unresolved: readonly UnresolvedRow[];
  readonly matched: number;
  readonly dropped: number;
  readonly blank: number;
  /** Lines that principals come from, by their ids in lower case. */
  readonly sources: ReadonlyMap<string, LineSource>;
}

/** No list was given yet. */
export const noRows: RowsState = { unresolved: [], matched: 0, dropped: 0, blank: 0, sources: new Map() };

/** Change of the open lines. */
type RowsEvent =
  | { readonly kind: 'sorted'; readonly sorted: GroupedMatches }
  /** The person or group that is meant was found or chosen. */
  | { readonly kind: 'resolved'; readonly key: string; readonly principalId: string }
  /** Looked up again in another spelling, which led to something else to decide. */
  | {
      readonly kind: 'changed';
      readonly key: string;
      readonly text: string;
      readonly suspicion: Suspicion | undefined;
      readonly reason: RowReason;
    }
  | { readonly kind: 'dropped'; readonly keys: ReadonlySet<string> }
  /** All lists were given up. */
  | { readonly kind: 'cleared' };

/** The open lines after something happened to them; no line is ever lost. */
export function reduceRows(state: RowsState, event: RowsEvent): RowsState {
  switch (event.kind) {
    case 'sorted': {
      const { unresolved, matched, blank, sources = [] } = event.sorted;
      return {
        ...state,
        unresolved: [...state.unresolved, ...unresolved],
        matched: state.matched + matched,
        blank: state.blank + blank,
        sources: new Map([...sources, ...state.sources]),
      };
    }
    case 'resolved': {
      const gone = state.unresolved.filter(({ key }) => key === event.key);
      return {
        ...state,
        unresolved: state.unresolved.filter(({ key }) => key !== event.key),
        matched: state.matched + countLines(gone),
        sources: new Map([
          ...gone.map(({ source: list, lines: [line = 0] }) => [event.principalId, { list, line }] as const),
          ...state.sources,
        ]),
      };
    }
    case 'changed':
      return {
        ...state,
        unresolved: state.unresolved.map((line) =>
          line.key === event.key
            ? { ...line, text: event.text, suspicion: event.suspicion, reason: event.reason }
            : line,
        ),
      };
    case 'dropped': {
      const gone = state.unresolved.filter(({ key }) => event.keys.has(key));
      return {
        ...state,
        unresolved: state.unresolved.filter(({ key }) => !event.keys.has(key)),
        dropped: state.dropped + countLines(gone),
      };
    }
    case 'cleared':
      return noRows;
  }
}

/** Counts the lines of all lists given. */
export function tallyLines({ unresolved, matched, dropped, blank }: RowsState): LineTally {
  const tally = { ambiguous: 0, suspicious: 0, unknown: 0, duplicate: 0 };
  for (const { reason, lines } of unresolved) tally[reason.kind] += lines.length;
  return { ...tally, matched, dropped, blank, lines: countLines(unresolved) + matched + dropped + blank };
}

function countLines(open: readonly UnresolvedRow[]): number {
  return open.reduce((sum, { lines }) => sum + lines.length, 0);
}
