import { useCallback, useMemo, useState } from 'react';
import type { Principal } from '../../../base/principal';
import {
  listPrincipals,
  nothingSelected,
  principalsOf,
  withSelected,
  type PrincipalSelection,
  type PrincipalList,
} from '../../parts/principalSelection';

/** People and groups that a person has ticked, over both lists. */
export interface Selection {
  /** Lists all of them; the same array until another is ticked. */
  readonly principals: () => readonly Principal[];
  readonly selected: Readonly<Record<Principal['kind'], PrincipalSelection>>;
  /** Ticks these ids of a list, or takes their ticks away. */
  readonly setSelected: (
    kind: Principal['kind'],
    ids: readonly string[] | 'all',
    isOn: boolean,
    listed: PrincipalList,
  ) => void;
  /** Ticks these users and groups, and no others. */
  readonly replace: (principals: readonly Principal[]) => void;
  /** True where everyone is to be selected as soon as the list of users is read. */
  readonly isSelectAllPending: boolean;
  readonly setSelectAllPending: (isWanted: boolean) => void;
  readonly clear: () => void;
}

const none: Selection['selected'] = { user: nothingSelected, group: nothingSelected };

/** Keeps what is ticked while lists are searched, filtered and read again. */
export function useSelection(): Selection {
  const [selected, setSelectedState] = useState(none);
  const [isSelectAllPending, setSelectAllPending] = useState(false);
  const setSelected = useCallback<Selection['setSelected']>((kind, ids, isOn, listed) => {
    setSelectedState((before) => ({ ...before, [kind]: withSelected(before[kind], ids, isOn, listed) }));
  }, []);
  const replace = useCallback((principals: readonly Principal[]) => {
    const ofKind = (kind: Principal['kind']): PrincipalSelection =>
      withSelected(
        nothingSelected,
        'all',
        true,
        listPrincipals(principals.filter((each) => each.kind === kind)),
      );
    setSelectedState({ user: ofKind('user'), group: ofKind('group') });
    setSelectAllPending(false);
  }, []);
  const clear = useCallback(() => {
    setSelectedState(none);
    setSelectAllPending(false);
  }, []);
  return useMemo(() => {
    let all: readonly Principal[] | undefined;
    return {
      principals: () => (all ??= [...principalsOf(selected.user), ...principalsOf(selected.group)]),
      selected,
      setSelected,
      replace,
      isSelectAllPending,
      setSelectAllPending,
      clear,
    };
  }, [selected, setSelected, replace, isSelectAllPending, clear]);
}
