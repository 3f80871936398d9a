import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Principal } from '../../../base/principal';
import type { MatchEntry } from '../../../directory/types';
import { readCell } from '../../../files/readCell';
import type { LineSource } from '../../../license-jobs/licenseJob';
import type { LineTally } from '../../messages/en/assign/listImport';
import { useServices } from '../../services';
import { detectKind } from './detectKind';
import {
  noRows,
  reduceRows,
  tallyLines,
  type RowChoice,
  type GroupedMatches,
  type UnresolvedRow,
} from './unresolvedRows';
import { decide } from './groupMatches';

/** List that matched principals are added to. */
interface PeopleList {
  readonly chosenIds: ReadonlySet<string>;
  readonly add: (principals: readonly Principal[]) => void;
  readonly remove: (ids: ReadonlySet<string>) => void;
}

/** Unresolved rows and their actions. */
export interface UnresolvedRows {
  readonly rows: readonly UnresolvedRow[];
  readonly tally: LineTally;
  /** Source lines of the list's principals, by id in lower case. */
  readonly sources: ReadonlyMap<string, LineSource>;
  /** Key of the row being looked up again. */
  readonly lookupKey: string | undefined;
  /** Error of the last lookup. */
  readonly error: unknown;
  /** Adds the result of a list: principals to the list, the rest to the unresolved rows. */
  readonly addMatches: (sorted: GroupedMatches) => void;
  /** Id of the list that was put last; undefined where there is none. */
  readonly lastListId: string | undefined;
  /** Ids of the people and groups that a list added. */
  readonly idsOfList: (listId: string) => ReadonlySet<string>;
  /** Says who is meant by rows. */
  readonly choose: (choices: readonly RowChoice[]) => void;
  /** Looks up a row again with another text. */
  readonly retryLookup: (key: string, text: string) => void;
  readonly drop: (keys: ReadonlySet<string>) => void;
  /** Discards all lists. */
  readonly clear: () => void;
}

/** Keeps unresolved rows until they are corrected or dropped. */
export function useUnresolvedRows(list: PeopleList): UnresolvedRows {
  const { directory } = useServices();
  const [state, dispatch] = useReducer(reduceRows, noRows);
  const [lookupKey, setLookupKey] = useState<string>();
  const [error, setError] = useState<unknown>();
  const looking = useRef<AbortController>(undefined);
  const latest = useRef({ list, lists: state.lists });
  useEffect(() => {
    latest.current = { list, lists: state.lists };
  });
  useEffect(() => () => looking.current?.abort(), []);

  const idsOfList = useCallback(
    (listId: string) => new Set(latest.current.lists.get(listId)?.principalIds),
    [],
  );
  const addMatches = useCallback(
    (sorted: GroupedMatches) => {
      const { replaces, principals } = sorted;
      const replaced = replaces === undefined ? new Set<string>() : idsOfList(replaces);
      if (replaced.size > 0) latest.current.list.remove(replaced);
      if (principals.length > 0) latest.current.list.add(principals);
      dispatch({ kind: 'sorted', sorted });
    },
    [idsOfList],
  );
  const choose = useCallback((choices: readonly RowChoice[]) => {
    const { add, chosenIds } = latest.current.list;
    add(choices.map(({ principal }) => principal));
    dispatch({ kind: 'resolved', choices, chosenIds });
  }, []);
  const retryLookup = useCallback(
    (key: string, text: string) => {
      looking.current?.abort();
      const controller = new AbortController();
      looking.current = controller;
      setLookupKey(key);
      setError(undefined);
      const { suspicion, ...entry } = readCorrection(text);
      directory
        .match([entry], { signal: controller.signal })
        .then(([match]) => {
          if (controller.signal.aborted) return;
          const found = decide(match, suspicion !== undefined, latest.current.list.chosenIds, () => 0);
          if ('principal' in found) choose([{ key, principal: found.principal }]);
          else dispatch({ kind: 'changed', key, text, suspicion, reason: found.reason });
        })
        .catch((thrown: unknown) => {
          if (!controller.signal.aborted) setError(thrown);
        })
        .finally(() => {
          if (looking.current === controller) setLookupKey(undefined);
        });
    },
    [directory, choose],
  );
  const clear = useCallback(() => {
    looking.current?.abort();
    setError(undefined);
    dispatch({ kind: 'cleared' });
  }, []);
  const drop = useCallback((keys: ReadonlySet<string>) => dispatch({ kind: 'dropped', keys }), []);

  return {
    rows: state.unresolved,
    sources: state.sources,
    tally: useMemo(() => tallyLines(state), [state]),
    lookupKey,
    error,
    lastListId: [...state.lists.keys()].at(-1),
    idsOfList,
    addMatches,
    choose,
    retryLookup,
    drop,
    clear,
  };
}

/** Reads a corrected text as the reader of lists reads a cell. A text with several entries stays as written. */
function readCorrection(text: string): MatchEntry & Pick<UnresolvedRow, 'suspicion'> {
  const [entry, ...others] = readCell(text, 'other');
  if (!entry || others.length > 0) return { text, kind: detectKind(text), suspicion: undefined };
  return { text: entry.text, kind: entry.kind, suspicion: entry.suspicion };
}
