import type { Principal } from '../../../base/principal';
import type { Match } from '../../../directory/types';
import type { Suspicion } from '../../../files/types';
import type { LineSource } from '../../../license-jobs/licenseJob';
import type { LineTally, UnresolvedKind } from '../../messages/en/assign/listImport';

/** Reason that a row is unresolved. */
export type RowReason =
  | Extract<Match, { kind: 'ambiguous' }>
  /** Has look-alike or invisible characters. The only candidate has exactly this name or address. */
  | { readonly kind: 'suspicious'; readonly candidates: readonly Principal[] }
  | Extract<Match, { kind: 'unknown' }>
  /** Same principal as an earlier line, or already in the list. */
  | { readonly kind: 'duplicate'; readonly of: number | 'list' };

/** The kinds of unresolved lines, those that want a person's attention first. */
export const rowKinds: readonly UnresolvedKind[] = ['ambiguous', 'suspicious', 'unknown', 'duplicate'];

/** Row of an imported list that stays visible until a person resolves or drops it. */
export interface UnresolvedRow {
  readonly key: string;
  /** Id of the list, which is unique among the lists. */
  readonly listId: string;
  /** Name of the list, e.g. of the file. */
  readonly source: string;
  /** Lines of the list, from 1, ascending. */
  readonly lines: readonly number[];
  readonly text: string;
  readonly suspicion: Suspicion | undefined;
  readonly reason: RowReason;
}

/** List grouped by the results of the lookup. */
export interface GroupedMatches {
  readonly id: string;
  /** Id of an earlier reading of the same list, which this one replaces. */
  readonly replaces?: string;
  /** Matched principals. */
  readonly principals: readonly Principal[];
  readonly unresolved: readonly UnresolvedRow[];
  /** Source lines of `principals`, by id in lower case. */
  readonly sources?: ReadonlyMap<string, LineSource>;
  /** Number of lines that matched `principals`. */
  readonly matched: number;
  /** Number of lines without a name or address. */
  readonly blank: number;
}

/** Numbers of lines of one list, and the people and groups that it added. */
interface ListCounts extends Pick<GroupedMatches, 'matched' | 'blank'> {
  readonly dropped: number;
  readonly principalIds: readonly string[];
}

/** All lists that were given so far: every line is matched, unresolved, dropped or blank. */
interface RowsState {
  readonly unresolved: readonly UnresolvedRow[];
  /** By the ids of the lists, in the order in which they were given. */
  readonly lists: ReadonlyMap<string, ListCounts>;
  /** Source lines of principals, by id in lower case. */
  readonly sources: ReadonlyMap<string, LineSource>;
}

/** Initial state without any list. */
export const noRows: RowsState = { unresolved: [], lists: new Map(), sources: new Map() };

/** Principal that resolves a row. */
export interface RowChoice {
  readonly key: string;
  readonly principal: Principal;
}

/** Change of the rows. */
type RowsEvent =
  | { readonly kind: 'sorted'; readonly sorted: GroupedMatches }
  /** The principals were found or chosen. `chosenIds` are the ids of those that were in the list before. */
  | {
      readonly kind: 'resolved';
      readonly choices: readonly RowChoice[];
      readonly chosenIds: ReadonlySet<string>;
    }
  /** Looked up again with another text and still unresolved. */
  | {
      readonly kind: 'changed';
      readonly key: string;
      readonly text: string;
      readonly suspicion: Suspicion | undefined;
      readonly reason: RowReason;
    }
  | { readonly kind: 'dropped'; readonly keys: ReadonlySet<string> }
  /** All lists were discarded. */
  | { readonly kind: 'cleared' };

/** Applies a change. No line is ever lost, except by `cleared`. */
export function reduceRows(state: RowsState, event: RowsEvent): RowsState {
  switch (event.kind) {
    case 'sorted':
      return withList(
        event.sorted.replaces === undefined ? state : withoutList(state, event.sorted.replaces),
        event.sorted,
      );
    case 'resolved':
      return withChoices(state, event.choices, event.chosenIds);
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
      const dropped = state.unresolved.filter(({ key }) => event.keys.has(key));
      return {
        ...state,
        unresolved: state.unresolved.filter(({ key }) => !event.keys.has(key)),
        lists: addToLists(
          state.lists,
          dropped.map(({ listId, lines }) => ({ listId, dropped: lines.length })),
        ),
      };
    }
    case 'cleared':
      return noRows;
  }
}

function withList(
  state: RowsState,
  { id, principals, unresolved, matched, blank, sources = new Map() }: GroupedMatches,
): RowsState {
  return {
    unresolved: [...state.unresolved, ...unresolved],
    lists: new Map([
      ...state.lists,
      [id, { matched, blank, dropped: 0, principalIds: principals.map((principal) => principal.id) }],
    ]),
    sources: new Map([...sources, ...state.sources]),
  };
}

function withoutList(state: RowsState, id: string): RowsState {
  const sources = new Map(state.sources);
  state.lists.get(id)?.principalIds.forEach((principalId) => sources.delete(principalId.toLowerCase()));
  return {
    unresolved: state.unresolved.filter(({ listId }) => listId !== id),
    lists: new Map([...state.lists].filter(([listId]) => listId !== id)),
    sources,
  };
}

function withChoices(
  state: RowsState,
  choices: readonly RowChoice[],
  chosenIds: ReadonlySet<string>,
): RowsState {
  const chosen = new Map(choices.map(({ key, principal }) => [key, principal]));
  const resolved = state.unresolved.flatMap((row) => {
    const principal = chosen.get(row.key);
    return principal ? { row, principal } : [];
  });
  return {
    unresolved: state.unresolved.filter(({ key }) => !chosen.has(key)),
    lists: addToLists(
      state.lists,
      resolved.map(({ row, principal }) => ({
        listId: row.listId,
        matched: row.lines.length,
        ...(!chosenIds.has(principal.id) && { principalId: principal.id }),
      })),
    ),
    sources: new Map([
      ...resolved.map(
        ({ row: { source: list, lines }, principal }) =>
          [principal.id.toLowerCase(), { list, line: lines[0] ?? 0 }] as const,
      ),
      ...state.sources,
    ]),
  };
}

/** Counts that one row adds to those of its list. */
interface CountedRow {
  readonly listId: string;
  readonly matched?: number;
  readonly dropped?: number;
  readonly principalId?: string;
}

function addToLists(lists: RowsState['lists'], rows: readonly CountedRow[]): RowsState['lists'] {
  const added = new Map<string, { matched: number; dropped: number; principalIds: string[] }>();
  for (const [id, { matched, dropped, principalIds }] of lists)
    added.set(id, { matched, dropped, principalIds: [...principalIds] });
  for (const { listId, matched = 0, dropped = 0, principalId } of rows) {
    const counts = added.get(listId);
    if (!counts) continue;
    counts.matched += matched;
    counts.dropped += dropped;
    if (principalId !== undefined) counts.principalIds.push(principalId);
  }
  return new Map([...lists].map(([id, counts]) => [id, { ...counts, ...added.get(id) }]));
}

/** Counts the lines of all lists given. */
export function tallyLines({ unresolved, lists }: RowsState): LineTally {
  const kinds = { ambiguous: 0, suspicious: 0, unknown: 0, duplicate: 0 };
  for (const { reason, lines } of unresolved) kinds[reason.kind] += lines.length;
  const sum = (count: 'matched' | 'dropped' | 'blank'): number =>
    [...lists.values()].reduce((total, counts) => total + counts[count], 0);
  const tally = { ...kinds, matched: sum('matched'), dropped: sum('dropped'), blank: sum('blank') };
  return { ...tally, lines: countLines(unresolved) + tally.matched + tally.dropped + tally.blank };
}

function countLines(unresolved: readonly UnresolvedRow[]): number {
  return unresolved.reduce((sum, { lines }) => sum + lines.length, 0);
}
