import { useCallback, useMemo, useState } from 'react';
import type { Principal } from '../../../base/principal';

/** People and groups that a person has ticked, over both lists. */
export interface Selection {
  readonly principals: readonly Principal[];
  /** Ids of one kind. */
  readonly idsOf: (kind: Principal['kind']) => ReadonlySet<string>;
  /** Replaces the ids of one kind; `listed` are the principals that the list shows, in which new ids are found. */
  readonly select: (kind: Principal['kind'], ids: ReadonlySet<string>, listed: Iterable<Principal>) => void;
  /** True where everyone is to be selected as soon as the list of users is read. */
  readonly isAllWanted: boolean;
  readonly wantAll: (isWanted: boolean) => void;
  readonly clear: () => void;
}

type Chosen = Readonly<Record<Principal['kind'], ReadonlyMap<string, Principal>>>;

const none: Chosen = { user: new Map(), group: new Map() };

/** Keeps what is ticked while lists are searched, filtered and read again. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState(none);
  const [isAllWanted, wantAll] = useState(false);
  const select = useCallback<Selection['select']>((kind, ids, listed) => {
    setChosen((before) => ({ ...before, [kind]: choose(ids, before[kind], listed) }));
  }, []);
  const clear = useCallback(() => {
    setChosen(none);
    wantAll(false);
  }, []);
  // Once for each change, and not at each drawing: there may be 100,000.
  return useMemo(() => {
    const ids = { user: new Set(chosen.user.keys()), group: new Set(chosen.group.keys()) };
    return {
      principals: [...chosen.user.values(), ...chosen.group.values()],
      idsOf: (kind) => ids[kind],
      select,
      isAllWanted,
      wantAll,
      clear,
    };
  }, [chosen, select, isAllWanted, clear]);
}

function choose(
  ids: ReadonlySet<string>,
  before: ReadonlyMap<string, Principal>,
  listed: Iterable<Principal>,
): ReadonlyMap<string, Principal> {
  const next = new Map<string, Principal>();
  for (const [id, principal] of before) if (ids.has(id)) next.set(id, principal);
  if (next.size === ids.size) return next;
  for (const principal of listed)
    if (ids.has(principal.id) && !next.has(principal.id)) next.set(principal.id, principal);
  return next;
}
