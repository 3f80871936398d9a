import { useCallback, useMemo, useState } from 'react';
import type { Principal } from '../../../base/principal';
import {
  listPrincipals,
  noneChosen,
  principalsOf,
  turn,
  type Chosen,
  type PrincipalList,
} from '../../parts/chosen';

/** People and groups that a person has ticked, over both lists. */
export interface Selection {
  /** Lists all of them; the same array until another is ticked. */
  readonly principals: () => readonly Principal[];
  readonly chosen: Readonly<Record<Principal['kind'], Chosen>>;
  /** Ticks these ids of a list, or takes their ticks away. */
  readonly turn: (
    kind: Principal['kind'],
    ids: readonly string[] | 'all',
    isOn: boolean,
    listed: PrincipalList,
  ) => void;
  /** Ticks these users and groups, and no others. */
  readonly choose: (principals: readonly Principal[]) => void;
  /** True where everyone is to be selected as soon as the list of users is read. */
  readonly isAllWanted: boolean;
  readonly wantAll: (isWanted: boolean) => void;
  readonly clear: () => void;
}

const none: Selection['chosen'] = { user: noneChosen, group: noneChosen };

/** Keeps what is ticked while lists are searched, filtered and read again. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState(none);
  const [isAllWanted, wantAll] = useState(false);
  const turnSome = useCallback<Selection['turn']>((kind, ids, isOn, listed) => {
    setChosen((before) => ({ ...before, [kind]: turn(before[kind], ids, isOn, listed) }));
  }, []);
  const choose = useCallback((principals: readonly Principal[]) => {
    const ofKind = (kind: Principal['kind']): Chosen =>
      turn(noneChosen, 'all', true, listPrincipals(principals.filter((each) => each.kind === kind)));
    setChosen({ user: ofKind('user'), group: ofKind('group') });
    wantAll(false);
  }, []);
  const clear = useCallback(() => {
    setChosen(none);
    wantAll(false);
  }, []);
  return useMemo(() => {
    let all: readonly Principal[] | undefined;
    return {
      principals: () => (all ??= [...principalsOf(chosen.user), ...principalsOf(chosen.group)]),
      chosen,
      turn: turnSome,
      choose,
      isAllWanted,
      wantAll,
      clear,
    };
  }, [chosen, turnSome, choose, isAllWanted, clear]);
}
