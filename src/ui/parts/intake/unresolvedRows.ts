import type { Principal } from '../../../base/principal';
import type { Match } from '../../../directory/types';
import type { Suspicion } from '../../../files/types';
import type { LineSource } from '../../../license-jobs/licenseJob';
import type { LineTally, OpenKind } from '../../messages/en/assign/listImport';

/** Reason that keeps a line of a list from being somebody in the list. */
export type OpenReason =
  | Extract<Match, { kind: 'ambiguous' }>
  /** Written with look-alike or invisible characters; the one candidate has exactly this name or address. */
  | { readonly kind: 'suspicious'; readonly candidates: readonly Principal[] }
  | Extract<Match, { kind: 'unknown' }>
  /** Asks for the same as a line before, or for somebody who is in the list already. */
  | { readonly kind: 'duplicate'; readonly of: number | 'list' };

/** The kinds of open lines, those that want a person's attention first. */
export const openKinds: readonly OpenKind[] = ['ambiguous', 'suspicious', 'unknown', 'duplicate'];

/** Lines of a pasted or dropped list that stay visible until a person corrects or drops them. */
export interface UnresolvedRow {
  readonly key: string;
  /** Name of the list, such as that of the file. */
  readonly source: string;
  /** Lines of the list, from 1, ascending. */
  readonly lines: readonly number[];
  readonly text: string;
  readonly suspicion: Suspicion | undefined;
  readonly reason: OpenReason;
}

/** A list whose lines were looked up, sorted by what they came to. */
export interface SortedList {
  /** To be put into the list of those who get the product. */
  readonly principals: readonly Principal[];
  readonly open: readonly UnresolvedRow[];
  /** Lines that `principals` come from, by their ids in lower case. */
  readonly sources?: ReadonlyMap<string, LineSource>;
  /** Number of lines that led to `principals`. */
  readonly matched: number;
  /** Number of lines without a name or address. */
  readonly blank: number;
}

/** All lists that were given so far: every line is matched, open, dropped or blank. */
interface OpenState {
  readonly open: readonly UnresolvedRow[];
  readonly matched: number;
  readonly dropped: number;
  readonly blank: number;
  /** Lines that principals come from, by their ids in lower case. */
  readonly sources: ReadonlyMap<string, LineSource>;
}

/** No list was given yet. */
export const nothingOpen: OpenState = { open: [], matched: 0, dropped: 0, blank: 0, sources: new Map() };

/** Change of the open lines. */
type OpenEvent =
  | { readonly kind: 'sorted'; readonly sorted: SortedList }
  /** The person or group that is meant was found or chosen. */
  | { readonly kind: 'resolved'; readonly key: string; readonly principalId: string }
  /** Looked up again in another spelling, which led to something else to decide. */
  | {
      readonly kind: 'changed';
      readonly key: string;
      readonly text: string;
      readonly suspicion: Suspicion | undefined;
      readonly reason: OpenReason;
    }
  | { readonly kind: 'dropped'; readonly keys: ReadonlySet<string> }
  /** All lists were given up. */
  | { readonly kind: 'cleared' };

/** The open lines after something happened to them; no line is ever lost. */
export function reduceOpen(state: OpenState, event: OpenEvent): OpenState {
  switch (event.kind) {
    case 'sorted': {
      const { open, matched, blank, sources = [] } = event.sorted;
      return {
        ...state,
        open: [...state.open, ...open],
        matched: state.matched + matched,
        blank: state.blank + blank,
        sources: new Map([...sources, ...state.sources]),
      };
    }
    case 'resolved': {
      const gone = state.open.filter(({ key }) => key === event.key);
      return {
        ...state,
        open: state.open.filter(({ key }) => key !== event.key),
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
        open: state.open.map((line) =>
          line.key === event.key
            ? { ...line, text: event.text, suspicion: event.suspicion, reason: event.reason }
            : line,
        ),
      };
    case 'dropped': {
      const gone = state.open.filter(({ key }) => event.keys.has(key));
      return {
        ...state,
        open: state.open.filter(({ key }) => !event.keys.has(key)),
        dropped: state.dropped + countLines(gone),
      };
    }
    case 'cleared':
      return nothingOpen;
  }
}

/** Counts the lines of all lists given. */
export function tallyLines({ open, matched, dropped, blank }: OpenState): LineTally {
  const tally = { ambiguous: 0, suspicious: 0, unknown: 0, duplicate: 0 };
  for (const { reason, lines } of open) tally[reason.kind] += lines.length;
  return { ...tally, matched, dropped, blank, lines: countLines(open) + matched + dropped + blank };
}

function countLines(open: readonly UnresolvedRow[]): number {
  return open.reduce((sum, { lines }) => sum + lines.length, 0);
}
