import { useCallback, useId, useMemo, useState } from 'react';
import type { Principal } from '../../../base/principal';
import { judgePreflight, type Preflight } from '../../../licensing/preflight';
import type { Product } from '../../../licensing/product';
import type { Batch } from '../../queries/holdings';
import { useServices } from '../../services';
import { useChecks, type Checks } from './useChecks';

/** Who is in the list, and what is known of each before anything is sent. */
export interface AssignList {
  readonly principals: readonly Principal[];
  readonly chosenIds: ReadonlySet<string>;
  readonly checks: Checks;
  readonly preflight: Preflight;
  /** What changed last, for screen readers. */
  readonly lastChange: ListChange | undefined;
  /** Puts principals at the end of the list; who is in it already stays where they are. */
  readonly add: (principals: readonly Principal[]) => void;
  readonly remove: (ids: ReadonlySet<string>) => void;
  readonly clear: () => void;
}

/** A change of the list: `name` of somebody alone, else of how many. */
export interface ListChange {
  readonly kind: 'added' | 'removed';
  readonly count: number;
  readonly name: string;
}

interface Chosen {
  readonly principals: readonly Principal[];
  readonly chosenIds: ReadonlySet<string>;
  readonly batches: readonly Batch[];
  /** Counts on also when the list is cleared, so that no batch ever bears the name of another. */
  readonly batchCount: number;
  readonly lastChange: ListChange | undefined;
}

const nobody: Chosen = {
  principals: [],
  chosenIds: new Set(),
  batches: [],
  batchCount: 0,
  lastChange: undefined,
};
const noBatches: readonly Batch[] = [];

/**
 * Keeps the list of those who shall get a product, judged anew whenever something is learnt.
 * Once it is sent (`isChoosing` is false) nothing is looked up any more.
 */
export function useAssignList(product: Product, skuId: string, isChoosing: boolean): AssignList {
  const { me } = useServices();
  const listId = useId();
  const [chosen, setChosen] = useState(nobody);
  const { principals, chosenIds, lastChange, batches } = chosen;
  const checks = useChecks(isChoosing ? batches : noBatches, skuId);
  const { holdings, compositions } = checks;
  const preflight = useMemo(
    () =>
      judgePreflight({
        product,
        principals,
        holdings,
        compositions,
        access: me.access,
        canLicenseRoleAssignableGroups: me.canLicenseRoleAssignableGroups,
      }),
    [product, principals, holdings, compositions, me],
  );
  return {
    principals,
    chosenIds,
    checks,
    preflight,
    lastChange,
    add: useCallback((more) => setChosen((before) => withMore(before, more, listId)), [listId]),
    remove: useCallback((ids) => setChosen((before) => without(before, ids)), []),
    clear: useCallback(() => setChosen((before) => ({ ...nobody, batchCount: before.batchCount })), []),
  };
}

function withMore(before: Chosen, more: readonly Principal[], listId: string): Chosen {
  const chosenIds = new Set(before.chosenIds);
  const fresh = more.filter(({ id }) => !chosenIds.has(id) && chosenIds.add(id));
  if (fresh.length === 0) return before;
  return {
    principals: [...before.principals, ...fresh],
    chosenIds,
    batches: [...before.batches, { id: `${listId}${before.batchCount}`, principals: fresh }],
    batchCount: before.batchCount + 1,
    lastChange: changeOf('added', fresh),
  };
}

function without(before: Chosen, ids: ReadonlySet<string>): Chosen {
  const isKept = ({ id }: Principal): boolean => !ids.has(id);
  const gone = before.principals.filter(({ id }) => ids.has(id));
  if (gone.length === 0) return before;
  return {
    ...before,
    principals: before.principals.filter(isKept),
    chosenIds: new Set([...before.chosenIds].filter((id) => !ids.has(id))),
    // A batch keeps its name, so that it is not read again.
    batches: before.batches
      .map(({ id, principals }) => ({ id, principals: principals.filter(isKept) }))
      .filter(({ principals }) => principals.length > 0),
    lastChange: changeOf('removed', gone),
  };
}

function changeOf(kind: ListChange['kind'], principals: readonly Principal[]): ListChange {
  return { kind, count: principals.length, name: principals[0]?.displayName ?? '' };
}
