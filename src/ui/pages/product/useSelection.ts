import { useState } from 'react';
import type { Principal } from '../../../base/principal';

/** People and groups that a person has ticked, over both lists. */
export interface Selection {
  readonly principals: readonly Principal[];
  /** Ids of one kind. */
  readonly idsOf: (kind: Principal['kind']) => ReadonlySet<string>;
  /** Replaces the ids of one kind; `listed` are the principals that the list shows, in which new ids are found. */
  readonly select: (kind: Principal['kind'], ids: ReadonlySet<string>, listed: readonly Principal[]) => void;
  readonly clear: () => void;
}

/** Keeps what is ticked while lists are searched, filtered and read again. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Principal>>(new Map());
  const principals = [...chosen.values()];
  return {
    principals,
    idsOf: (kind) => new Set(principals.filter((each) => each.kind === kind).map(({ id }) => id)),
    select(kind, ids, listed) {
      const known = new Map([...listed.map((each) => [each.id, each] as const), ...chosen]);
      const ofKind = [...ids].flatMap((id) => known.get(id) ?? []);
      const others = principals.filter((each) => each.kind !== kind);
      setChosen(new Map([...others, ...ofKind].map((each) => [each.id, each])));
    },
    clear: () => setChosen(new Map()),
  };
}
