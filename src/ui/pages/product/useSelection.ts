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

/** Users and groups selected in both lists. */
export interface Selection {
  /** Returns all selected principals; the same array until the selection changes. */
  readonly principals: () => readonly Principal[];
  readonly selected: Readonly<Record<Principal['kind'], PrincipalSelection>>;
  /** Selects or clears ids of a list. */
  readonly setSelected: (
    kind: Principal['kind'],
    ids: readonly string[] | 'all',
    isOn: boolean,
    listed: PrincipalList,
  ) => void;
  /** Selects exactly a list, of its kind. */
  readonly selectOnly: (kind: Principal['kind'], listed: PrincipalList) => void;
  /** Selects these users and groups only. */
  readonly replace: (principals: readonly Principal[]) => void;
  /** True if everyone will be selected once all users are loaded. */
  readonly isSelectAllPending: boolean;
  readonly setSelectAllPending: (isWanted: boolean) => void;
  readonly clear: () => void;
}

const none: Selection['selected'] = { user: nothingSelected, group: nothingSelected };

/** Keeps the selection while lists are searched, filtered and refetched. */
export function useSelection(): Selection {
  const [selected, setSelectedState] = useState(none);
  const [isSelectAllPending, setSelectAllPending] = useState(false);
  const setSelected = useCallback<Selection['setSelected']>((kind, ids, isOn, listed) => {
    setSelectedState((before) => ({ ...before, [kind]: withSelected(before[kind], ids, isOn, listed) }));
  }, []);
  const selectOnly = useCallback<Selection['selectOnly']>((kind, listed) => {
    setSelectedState((before) => ({ ...before, [kind]: withSelected(nothingSelected, 'all', true, listed) }));
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
      selectOnly,
      replace,
      isSelectAllPending,
      setSelectAllPending,
      clear,
    };
  }, [selected, setSelected, selectOnly, replace, isSelectAllPending, clear]);
}
